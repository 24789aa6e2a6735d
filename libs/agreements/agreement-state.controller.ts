import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { ActivateAgreement } from './activate-agreement.js';
import * as spec from './agreements.operations.js';
import { ChangeAgreement } from './change-agreement.js';
import { EndAgreement } from './end-agreement.js';

@Controller('api/v1')
export class AgreementStateController {
  constructor(
    private readonly activateAgreement: ActivateAgreement,
    private readonly changeAgreement: ChangeAgreement,
    private readonly endAgreement: EndAgreement,
  ) {}

  @Operation(spec.activateAgreement)
  activate(@By() actor: Actor, @Input() input: InputOf<typeof spec.activateAgreement>) {
    return this.activateAgreement.run(actor, input);
  }

  @Operation(spec.changeAgreement)
  change(@By() actor: Actor, @Input() input: InputOf<typeof spec.changeAgreement>) {
    return this.changeAgreement.run(actor, input);
  }

  @Operation(spec.endAgreement)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.endAgreement>) {
    return this.endAgreement.run(actor, input);
  }
}
