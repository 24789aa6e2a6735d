import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import * as spec from './agreement-life.operations.js';
import { AcceptForCompany, AskAcceptance } from './ask-acceptance.js';
import { RequestsQueries } from './requests.queries.js';

@Controller('api/v1')
export class AgreementAcceptanceController {
  constructor(
    private readonly askAcceptance: AskAcceptance,
    private readonly acceptForCompany: AcceptForCompany,
    private readonly requests: RequestsQueries,
  ) {}

  @Operation(spec.readMonthRequests)
  ofMonth(@By() actor: Actor, @Input() input: InputOf<typeof spec.readMonthRequests>) {
    return this.requests.ofMonth(actor, input);
  }

  @Operation(spec.askAcceptance)
  ask(@By() actor: Actor, @Input() input: InputOf<typeof spec.askAcceptance>) {
    return this.askAcceptance.run(actor, input);
  }

  @Operation(spec.acceptForCompany)
  accept(@By() actor: Actor, @Input() input: InputOf<typeof spec.acceptForCompany>) {
    return this.acceptForCompany.run(actor, input);
  }
}
