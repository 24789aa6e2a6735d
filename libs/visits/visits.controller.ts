import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CancelVisit } from './cancel-visit.js';
import { AnswerVisitLink, ChooseVisitTime } from './choose-visit-time.js';
import { ProposeVisit } from './propose-visit.js';
import { RecordVisitOutcome } from './record-visit-outcome.js';
import { RenewVisitLink } from './renew-visit-link.js';
import * as spec from './visits.operations.js';
import { VisitsQueries } from './visits.queries.js';

@Controller('api/v1')
export class VisitsController {
  constructor(
    private readonly propose: ProposeVisit,
    private readonly choose: ChooseVisitTime,
    private readonly record: RecordVisitOutcome,
    private readonly cancel: CancelVisit,
  ) {}

  @Operation(spec.proposeVisit)
  add(@By() actor: Actor, @Input() input: InputOf<typeof spec.proposeVisit>) {
    return this.propose.run(actor, input);
  }

  @Operation(spec.chooseVisitTime)
  agree(@By() actor: Actor, @Input() input: InputOf<typeof spec.chooseVisitTime>) {
    return this.choose.run(actor, input);
  }

  @Operation(spec.recordVisitOutcome)
  end(@By() actor: Actor, @Input() input: InputOf<typeof spec.recordVisitOutcome>) {
    return this.record.run(actor, input);
  }

  @Operation(spec.cancelVisit)
  stop(@By() actor: Actor, @Input() input: InputOf<typeof spec.cancelVisit>) {
    return this.cancel.run(actor, input);
  }
}

@Controller('api/v1')
export class VisitTimesController {
  constructor(
    private readonly visits: VisitsQueries,
    private readonly answerLink: AnswerVisitLink,
    private readonly renewLink: RenewVisitLink,
  ) {}

  @Operation(spec.listVisits)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listVisits>) {
    return this.visits.ofCitizen(actor, input);
  }

  @Operation(spec.readVisitTimes)
  read(@Input() { token }: InputOf<typeof spec.readVisitTimes>) {
    return this.visits.page(token);
  }

  @Operation(spec.answerVisitTimes)
  answer(@Input() input: InputOf<typeof spec.answerVisitTimes>) {
    return this.answerLink.run(input);
  }

  @Operation(spec.renewVisitLink)
  renew(@Input() { token }: InputOf<typeof spec.renewVisitLink>) {
    return this.renewLink.run(token);
  }
}
