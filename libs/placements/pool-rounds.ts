import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExpireReservations, ReleaseLapsedHolds } from '#openings';
import { Rounds } from '#platform';
import { RefreshDueOpenings } from './refresh-due-openings.js';

/** What happens in the pool by itself. Soon after midnight a new day has begun. */
@Injectable()
export class PoolRounds implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly holds: ReleaseLapsedHolds,
    private readonly reservations: ExpireReservations,
    private readonly openings: RefreshDueOpenings,
  ) {}

  onModuleInit(): void {
    this.rounds.every('pool.release-lapsed-holds', 30_000, this.holds);
    this.rounds.every('pool.expire-reservations', 60_000, this.reservations);
    this.rounds.every('pool.refresh-due-openings', '5 0 * * *', this.openings);
  }
}
