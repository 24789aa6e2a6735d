import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import * as spec from './agreement-life.operations.js';
import { ConvertAgreement } from './convert-agreement.js';
import { PlanChange } from './plan-change.js';
import { VersionsQueries } from './versions.queries.js';
import { WithdrawChange } from './withdraw-change.js';

@Controller('api/v1')
export class AgreementVersionsController {
  constructor(
    private readonly versions: VersionsQueries,
    private readonly planChange: PlanChange,
    private readonly withdrawChange: WithdrawChange,
    private readonly convertAgreement: ConvertAgreement,
  ) {}

  @Operation(spec.listVersions)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listVersions>) {
    return this.versions.list(actor, input);
  }

  @Operation(spec.readVersion)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readVersion>) {
    return this.versions.version(actor, input);
  }

  @Operation(spec.planChange)
  plan(@By() actor: Actor, @Input() input: InputOf<typeof spec.planChange>) {
    return this.planChange.run(actor, input);
  }

  @Operation(spec.withdrawChange)
  withdraw(@By() actor: Actor, @Input() input: InputOf<typeof spec.withdrawChange>) {
    return this.withdrawChange.run(actor, input);
  }

  @Operation(spec.convertAgreement)
  convert(@By() actor: Actor, @Input() input: InputOf<typeof spec.convertAgreement>) {
    return this.convertAgreement.run(actor, input);
  }
}
