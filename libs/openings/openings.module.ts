import { Module } from '@nestjs/common';
import { ReferenceModule } from '#reference';
import { ChangeOpening } from './change-opening.js';
import { ExpireReservations } from './expire-reservations.js';
import { FitsQueries } from './fits.queries.js';
import { ForgetView } from './forget-view.js';
import { HoldOpening } from './hold-opening.js';
import { OpeningsQueries } from './openings.queries.js';
import { PoolListener } from './pool-listener.js';
import { PoolQueries } from './pool.queries.js';
import { PoolStream } from './pool-stream.js';
import { ReleaseHold } from './release-hold.js';
import { ReleaseLapsedHolds } from './release-lapsed-holds.js';
import { ReservationsQueries } from './reservations.queries.js';
import { ReserveOpening } from './reserve-opening.js';
import { SaveView } from './save-view.js';
import { SavedViewsQueries } from './saved-views.queries.js';
import { ShareSuggestionsQueries } from './share-suggestions.queries.js';
import { ShareOpening } from './share-opening.js';
import { WithdrawOpening } from './withdraw-opening.js';
import { WithdrawReservation } from './withdraw-reservation.js';
import { CapQueries } from './workplace-cap.js';

const parts = [
  CapQueries,
  ChangeOpening,
  ExpireReservations,
  FitsQueries,
  ForgetView,
  HoldOpening,
  OpeningsQueries,
  PoolListener,
  PoolQueries,
  PoolStream,
  ReleaseHold,
  ReleaseLapsedHolds,
  ReservationsQueries,
  ReserveOpening,
  SaveView,
  SavedViewsQueries,
  ShareOpening,
  ShareSuggestionsQueries,
  WithdrawOpening,
  WithdrawReservation,
];

@Module({ imports: [ReferenceModule], providers: parts, exports: parts })
export class OpeningsModule {}
