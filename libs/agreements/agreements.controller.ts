import { Controller } from '@nestjs/common';
import { TimelineQueries } from '#companies';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AgreementPageQueries } from './agreement-page.queries.js';
import * as spec from './agreements.operations.js';
import { AgreementsQueries } from './agreements.queries.js';
import { CreateAgreement } from './create-agreement.js';

@Controller('api/v1')
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementsQueries,
    private readonly pages: AgreementPageQueries,
    private readonly timeline: TimelineQueries,
    private readonly createAgreement: CreateAgreement,
  ) {}

  @Operation(spec.listAgreements)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listAgreements>) {
    return this.agreements.list(actor, input);
  }

  @Operation(spec.readAgreement)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readAgreement>) {
    return this.pages.page(actor, input);
  }

  @Operation(spec.readAgreementHistory)
  history(@By() actor: Actor, @Input() { agreementId, ...page }: InputOf<typeof spec.readAgreementHistory>) {
    return this.timeline.read(actor, { of: 'agreement', id: agreementId, ...page });
  }

  @Operation(spec.createAgreement)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createAgreement>) {
    return this.createAgreement.run(actor, input);
  }
}
