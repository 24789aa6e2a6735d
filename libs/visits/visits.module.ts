import { Module } from '@nestjs/common';
import { CancelVisit } from './cancel-visit.js';
import { AnswerVisitLink, ChooseVisitTime } from './choose-visit-time.js';
import { ProposeVisit } from './propose-visit.js';
import { RecordVisitOutcome } from './record-visit-outcome.js';
import { RaiseVisitTasks } from './raise-visit-tasks.js';
import { RenewVisitLink } from './renew-visit-link.js';
import { SendVisitMail } from './send-visit-mail.js';
import { VisitsQueries } from './visits.queries.js';

const parts = [AnswerVisitLink, CancelVisit, ChooseVisitTime, ProposeVisit, RaiseVisitTasks, RecordVisitOutcome, RenewVisitLink, SendVisitMail, VisitsQueries];

@Module({ providers: parts, exports: parts })
export class VisitsModule {}
