import { Module, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers, Rounds } from '#platform';
import { AssignMentor, EndAssignment } from './assign-mentor.js';
import { EndMentor } from './end-mentor.js';
import { MentorListQueries } from './mentor-list.queries.js';
import { MentorPageQueries } from './mentor-page.queries.js';
import { MentorsQueries } from './mentors.queries.js';
import { NameMentor } from './name-mentor.js';
import { EndPause, PauseMentor } from './pause-mentor.js';
import { SendMentorNews } from './send-mentor-news.js';
import { UpdateMentor } from './update-mentor.js';
import { WarnOfFullMentors } from './warn-of-full-mentors.js';

const parts = [
  MentorsQueries,
  MentorListQueries,
  MentorPageQueries,
  NameMentor,
  UpdateMentor,
  EndMentor,
  AssignMentor,
  EndAssignment,
  PauseMentor,
  EndPause,
  WarnOfFullMentors,
  SendMentorNews,
];

@Module({ providers: parts, exports: parts })
export class MentorsModule implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly rounds: Rounds,
    private readonly news: SendMentorNews,
    private readonly full: WarnOfFullMentors,
  ) {}

  onModuleInit(): void {
    this.handlers.on('mail.mentor-away', (news) => this.news.run('mentor-away', news));
    this.handlers.on('mail.mentor-stops', (news) => this.news.run('mentor-stops', news));
    this.handlers.on('mail.mentor-full', (news) => this.news.run('mentor-full', news));
    this.rounds.every('mentors.warn-of-full', 300_000, this.full);
  }
}
