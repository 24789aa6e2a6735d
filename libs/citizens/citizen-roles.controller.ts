import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AttachProfessional } from './attach-professional.js';
import * as spec from './citizen-roles.operations.js';
import { CitizenRolesQueries } from './citizen-roles.queries.js';
import { DetachProfessional } from './detach-professional.js';
import { HandOverCitizen } from './hand-over-citizen.js';
import { PartWithCitizen } from './part-with-citizen.js';
import { StandIn } from './stand-in.js';
import { TakeBackHandover } from './take-back-handover.js';
import { TakeBackParting } from './take-back-parting.js';
import { WelcomeBack } from './welcome-back.js';

@Controller('api/v1')
export class CitizenRolesController {
  constructor(
    private readonly roles: CitizenRolesQueries,
    private readonly attach: AttachProfessional,
    private readonly detach: DetachProfessional,
    private readonly standIn: StandIn,
  ) {}

  @Operation(spec.listRoles)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listRoles>) {
    return this.roles.around(actor, input);
  }

  @Operation(spec.attachProfessional)
  add(@By() actor: Actor, @Input() input: InputOf<typeof spec.attachProfessional>) {
    return this.attach.run(actor, input);
  }

  @Operation(spec.detachProfessional)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.detachProfessional>) {
    return this.detach.run(actor, input);
  }

  @Operation(spec.standIn)
  stand(@By() actor: Actor, @Input() input: InputOf<typeof spec.standIn>) {
    return this.standIn.run(actor, input);
  }
}

@Controller('api/v1')
export class HandoversController {
  constructor(
    private readonly handOver: HandOverCitizen,
    private readonly partWith: PartWithCitizen,
    private readonly welcomeBack: WelcomeBack,
  ) {}

  @Operation(spec.handOverCitizen)
  pass(@By() actor: Actor, @Input() input: InputOf<typeof spec.handOverCitizen>) {
    return this.handOver.run(actor, input);
  }

  @Operation(spec.partWithCitizen)
  part(@By() actor: Actor, @Input() input: InputOf<typeof spec.partWithCitizen>) {
    return this.partWith.run(actor, input);
  }

  @Operation(spec.welcomeBack)
  welcome(@By() actor: Actor, @Input() input: InputOf<typeof spec.welcomeBack>) {
    return this.welcomeBack.run(actor, input);
  }
}

/** What was planned and is off. */
@Controller('api/v1')
export class TakenBackController {
  constructor(
    private readonly takeBackHandover: TakeBackHandover,
    private readonly takeBackParting: TakeBackParting,
  ) {}

  @Operation(spec.takeBackHandover)
  handover(@By() actor: Actor, @Input() input: InputOf<typeof spec.takeBackHandover>) {
    return this.takeBackHandover.run(actor, input);
  }

  @Operation(spec.takeBackParting)
  parting(@By() actor: Actor, @Input() input: InputOf<typeof spec.takeBackParting>) {
    return this.takeBackParting.run(actor, input);
  }
}
