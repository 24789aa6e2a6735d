import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CompanyPageQueries } from './company-page.queries.js';
import * as spec from './companies.operations.js';
import { TimelineQueries } from './timeline.queries.js';

@Controller('api/v1')
export class CompanyPageController {
  constructor(
    private readonly pages: CompanyPageQueries,
    private readonly timeline: TimelineQueries,
  ) {}

  @Operation(spec.readCompany)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readCompany>) {
    return this.pages.page(actor, input);
  }

  @Operation(spec.readWorkplace)
  workplace(@By() actor: Actor, @Input() input: InputOf<typeof spec.readWorkplace>) {
    return this.pages.workplace(actor, input);
  }

  @Operation(spec.readCompanyTimeline)
  history(@By() actor: Actor, @Input() { companyId, ...page }: InputOf<typeof spec.readCompanyTimeline>) {
    return this.timeline.read(actor, { of: 'company', id: companyId, ...page });
  }
}
