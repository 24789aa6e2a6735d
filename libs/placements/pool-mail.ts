import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers } from '#platform';
import { SendChangeNews } from './send-change-news.js';
import { SendMentorRequest } from './send-mentor-request.js';
import { SendReservationNews } from './send-reservation-news.js';

/** Which news of the pool becomes mail. */
@Injectable()
export class PoolMail implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly mentorRequest: SendMentorRequest,
    private readonly reservationNews: SendReservationNews,
    private readonly changeNews: SendChangeNews,
  ) {}

  onModuleInit(): void {
    this.handlers.on('mail.mentor-request', (news) => this.mentorRequest.run(news));
    this.handlers.on('mail.placement-changed', (news) => this.changeNews.run(news));
    for (const topic of this.reservationNews.topics)
      this.handlers.on(topic, (news) => this.reservationNews.run(topic, news));
  }
}
