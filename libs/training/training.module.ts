import { Module, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers, Rounds } from '#platform';
import { AnswerEnrolment, AnswerInvitation } from './answer-invitation.js';
import { BottlenecksQueries } from './bottlenecks.queries.js';
import { ChangeCourse } from './change-course.js';
import { CancelSession, ChangeSession } from './change-session.js';
import { CreateCourse } from './create-course.js';
import { InviteToSession } from './invite-to-session.js';
import { NeedsQueries } from './needs.queries.js';
import { RaiseTrainingTasks } from './raise-training-tasks.js';
import { RecordAttendance } from './record-attendance.js';
import { FillFreeSeats, RemindOfSessions, WarnOfExpiry } from './remind-of-sessions.js';
import { ScheduleSession } from './schedule-session.js';
import { SendTrainingMail } from './send-training-mail.js';
import { TrainingRounds } from './training-rounds.js';
import { MentorTrainingQueries, TrainingQueries } from './training.queries.js';

const queries = [TrainingQueries, MentorTrainingQueries, NeedsQueries, BottlenecksQueries];
const verbs = [CreateCourse, ChangeCourse, ScheduleSession, ChangeSession, CancelSession, InviteToSession, AnswerEnrolment, AnswerInvitation, RecordAttendance];
const work = [SendTrainingMail, RaiseTrainingTasks, RemindOfSessions, FillFreeSeats, WarnOfExpiry, TrainingRounds];
const parts = [...queries, ...verbs, ...work];

@Module({ providers: parts, exports: parts })
export class TrainingModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly rounds: Rounds,
    private readonly mail: SendTrainingMail,
    private readonly work: TrainingRounds,
  ) {}

  onModuleInit(): void {
    for (const topic of this.mail.topics) this.handlers.on(topic, (news) => this.mail.run(topic, news));
    this.work.begin(this.rounds);
  }
}
