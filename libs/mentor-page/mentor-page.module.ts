import { Module, type OnModuleInit } from '@nestjs/common';
import { MentorsModule } from '#mentors';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';
import { OutboxHandlers } from '#platform';
import { TrainingModule } from '#training';
import { AnswerOwnInvitation } from './answer-own-invitation.js';
import { AnswerPulse } from './answer-pulse.js';
import { ChangeOwnLimits } from './change-own-limits.js';
import { MentorPageRounds } from './mentor-page-rounds.js';
import { OpenMentorSession } from './open-mentor-session.js';
import { OwnPageQueries } from './own-page.queries.js';
import { OwnRows } from './own-rows.js';
import { OwnTrainingQueries } from './own-training.queries.js';
import { PageLinkQueries } from './page-link.queries.js';
import { PauseOwnAgreement } from './pause-own-agreement.js';
import { PulsesQueries } from './pulses.queries.js';
import { RemindOfSilence } from './remind-of-silence.js';
import { RequestPageLink } from './request-page-link.js';
import { SendMentorPageMail } from './send-mentor-page-mail.js';
import { SendPulseMail } from './send-pulse-mail.js';
import { SignUpForSession } from './sign-up-for-session.js';
import { StoredQueries } from './stored.queries.js';

const verbs = [AnswerOwnInvitation, AnswerPulse, ChangeOwnLimits, OpenMentorSession, PauseOwnAgreement, RequestPageLink, SignUpForSession];
const queries = [OwnPageQueries, OwnRows, OwnTrainingQueries, PageLinkQueries, PulsesQueries, StoredQueries];
const work = [MentorPageRounds, RemindOfSilence, SendMentorPageMail, SendPulseMail];
const parts = [...verbs, ...queries, ...work];

@Module({ imports: [PeopleModule, MentorsModule, TrainingModule, PlacementsModule], providers: parts, exports: parts })
export class MentorPageModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly mail: SendMentorPageMail,
    private readonly pulseMail: SendPulseMail,
  ) {}

  onModuleInit(): void {
    this.handlers.on('mail.mentor-page', (news) => this.mail.link(news));
    this.handlers.on('mail.pulse-reminder', (news) => this.mail.reminder(news));
    this.handlers.on('mail.pulse-call', (news) => this.pulseMail.run('call', news));
    this.handlers.on('mail.pulse-low', (news) => this.pulseMail.run('low', news));
  }
}
