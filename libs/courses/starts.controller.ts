import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { ConfirmStart, type Started } from './confirm-start.js';
import { confirmStart, recordNoShow, reviewCriterion, writeStartTerms } from './courses.operations.js';
import { RecordNoShow } from './record-no-show.js';
import { ReviewCriterion } from './review-criterion.js';
import type { Criterion } from './terms.queries.js';
import { WriteStartTerms } from './write-start-terms.js';

@Controller('api/v1')
export class StartsController {
  constructor(
    private readonly termsAction: WriteStartTerms,
    private readonly criterionAction: ReviewCriterion,
    private readonly startAction: ConfirmStart,
    private readonly noShowAction: RecordNoShow,
  ) {}

  @Operation(writeStartTerms)
  terms(@By() actor: Actor, @Input() input: InputOf<typeof writeStartTerms>): Promise<{ readonly id: string }> {
    return this.termsAction.run(actor, input);
  }

  @Operation(reviewCriterion)
  review(@By() actor: Actor, @Input() input: InputOf<typeof reviewCriterion>): Promise<Criterion> {
    return this.criterionAction.run(actor, input);
  }

  @Operation(confirmStart)
  start(@By() actor: Actor, @Input() input: InputOf<typeof confirmStart>): Promise<Started> {
    return this.startAction.run(actor, input);
  }

  @Operation(recordNoShow)
  noShow(@By() actor: Actor, @Input() input: InputOf<typeof recordNoShow>): Promise<void> {
    return this.noShowAction.run(actor, input);
  }
}
