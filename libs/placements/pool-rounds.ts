import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ExpireReservations, ReleaseLapsedHolds } from '#openings';
import { Db, Jobs, systemActor, type Actor } from '#platform';
import { RefreshDueOpenings } from './refresh-due-openings.js';

/** Milliseconds, or a cron pattern in Danish time: soon after midnight a new day has begun. */
const rhythms = [
  ['pool.release-lapsed-holds', 30_000, ReleaseLapsedHolds],
  ['pool.expire-reservations', 60_000, ExpireReservations],
  ['pool.refresh-due-openings', '5 0 * * *', RefreshDueOpenings],
] as const;

interface Round {
  run(actor: Actor): Promise<number>;
}

/** What happens in the pool by itself, organisation by organisation. */
@Injectable()
export class PoolRounds implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly parts: ModuleRef,
  ) {}

  onModuleInit(): void {
    for (const [name, rhythm, part] of rhythms) {
      const round = this.parts.get<Round>(part, { strict: false });
      this.jobs.every(name, rhythm, () => this.inEveryOrganisation(round));
    }
  }

  private async inEveryOrganisation(round: Round): Promise<void> {
    const all = await this.db.system((tx) => tx.rows<{ id: string }>('select organisation_id as id from organisation'));
    // One organisation's trouble is not the others': all have their turn, then the job fails and is seen to.
    let trouble: unknown;
    for (const { id } of all) await round.run(systemActor(id)).catch((error: unknown) => (trouble ??= error));
    if (trouble) throw trouble;
  }
}
