import { Module } from '@nestjs/common';
import { OpeningsModule } from '#openings';
import { AcceptReservation } from './accept-reservation.js';
import { AnswerMentorRequest } from './answer-mentor-request.js';
import { AskMentor } from './ask-mentor.js';
import { DeclineReservation } from './decline-reservation.js';
import { MentorRequestQueries } from './mentor-request.queries.js';
import { MyDayQueries } from './my-day.queries.js';
import { PlacementsQueries } from './placements.queries.js';
import { PoolMail } from './pool-mail.js';
import { PoolRounds } from './pool-rounds.js';
import { RefreshDueOpenings } from './refresh-due-openings.js';
import { RenewMentorLink } from './renew-mentor-link.js';
import { SendMentorRequest } from './send-mentor-request.js';
import { SendReservationNews } from './send-reservation-news.js';
import { StopPlacement } from './stop-placement.js';

const parts = [
  AcceptReservation,
  AnswerMentorRequest,
  AskMentor,
  DeclineReservation,
  MentorRequestQueries,
  MyDayQueries,
  PlacementsQueries,
  PoolMail,
  PoolRounds,
  RefreshDueOpenings,
  RenewMentorLink,
  SendMentorRequest,
  SendReservationNews,
  StopPlacement,
];

@Module({ imports: [OpeningsModule], providers: parts, exports: parts })
export class PlacementsModule {}
