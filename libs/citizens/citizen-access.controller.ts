import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CitizenAccessQueries } from './citizen-access.queries.js';
import * as spec from './citizens.operations.js';
import { CoverCitizen } from './cover-citizen.js';
import { EndCover } from './end-cover.js';
import { SubjectReportQueries } from './subject-report.queries.js';

@Controller('api/v1')
export class CitizenAccessController {
  constructor(
    private readonly access: CitizenAccessQueries,
    private readonly coverCitizen: CoverCitizen,
    private readonly endCover: EndCover,
    private readonly reports: SubjectReportQueries,
  ) {}

  @Operation(spec.listLooks)
  looks(@By() actor: Actor, @Input() input: InputOf<typeof spec.listLooks>) {
    return this.access.looks(actor, input);
  }

  @Operation(spec.listSeen)
  seen(@By() actor: Actor, @Input() input: InputOf<typeof spec.listSeen>) {
    return this.access.seen(actor, input);
  }

  @Operation(spec.coverCitizen)
  cover(@By() actor: Actor, @Input() input: InputOf<typeof spec.coverCitizen>) {
    return this.coverCitizen.run(actor, input);
  }

  @Operation(spec.endCover)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.endCover>) {
    return this.endCover.run(actor, input);
  }

  @Operation(spec.readSubjectReport)
  report(@By() actor: Actor, @Input() input: InputOf<typeof spec.readSubjectReport>) {
    return this.reports.of(actor, input);
  }
}
