import { Module } from '@nestjs/common';
import { OpeningsModule } from '#openings';
import { AcceptReservation } from './accept-reservation.js';
import { AnswerAsMentor } from './answer-as-mentor.js';
import { AnswerMentorRequest } from './answer-mentor-request.js';
import { AskMentor } from './ask-mentor.js';
import { DeclineReservation } from './decline-reservation.js';
import { ExtendPlacement } from './extend-placement.js';
import { MentorRequestQueries } from './mentor-request.queries.js';
import { MovePlacement } from './move-placement.js';
import { MyDayQueries } from './my-day.queries.js';
import { PausePlacement, ResumePlacement } from './pause-placement.js';
import { PlanMatchAgreement } from './plan-match-agreement.js';
import { PlacementsQueries } from './placements.queries.js';
import { PoolMail } from './pool-mail.js';
import { PoolRounds } from './pool-rounds.js';
import { RampHours } from './ramp-hours.js';
import { RefreshDueOpenings } from './refresh-due-openings.js';
import { RenewMentorLink } from './renew-mentor-link.js';
import { RotatePlacement } from './rotate-placement.js';
import { SendChangeNews } from './send-change-news.js';
import { SendMentorRequest } from './send-mentor-request.js';
import { SendReservationNews } from './send-reservation-news.js';
import { StopPlacement } from './stop-placement.js';
import { TakeBackMove } from './take-back-move.js';

const parts = [
  AcceptReservation,
  AnswerAsMentor,
  AnswerMentorRequest,
  AskMentor,
  DeclineReservation,
  ExtendPlacement,
  MentorRequestQueries,
  MovePlacement,
  MyDayQueries,
  PausePlacement,
  PlanMatchAgreement,
  PlacementsQueries,
  PoolMail,
  PoolRounds,
  RampHours,
  RefreshDueOpenings,
  RenewMentorLink,
  ResumePlacement,
  RotatePlacement,
  SendChangeNews,
  SendMentorRequest,
  SendReservationNews,
  StopPlacement,
  TakeBackMove,
];

@Module({ imports: [OpeningsModule], providers: parts, exports: parts })
export class PlacementsModule {}
