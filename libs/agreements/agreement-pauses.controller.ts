import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import * as spec from './agreement-life.operations.js';
import { EndAgreementPause, PauseAgreement } from './pause-agreement.js';
import { RenewAgreement } from './renew-agreement.js';

@Controller('api/v1')
export class AgreementPausesController {
  constructor(
    private readonly pauseAgreement: PauseAgreement,
    private readonly endPause: EndAgreementPause,
    private readonly renewAgreement: RenewAgreement,
  ) {}

  @Operation(spec.pauseAgreement)
  pause(@By() actor: Actor, @Input() input: InputOf<typeof spec.pauseAgreement>) {
    return this.pauseAgreement.run(actor, input);
  }

  @Operation(spec.endPause)
  resume(@By() actor: Actor, @Input() input: InputOf<typeof spec.endPause>) {
    return this.endPause.run(actor, input);
  }

  @Operation(spec.renewAgreement)
  renew(@By() actor: Actor, @Input() input: InputOf<typeof spec.renewAgreement>) {
    return this.renewAgreement.run(actor, input);
  }
}
