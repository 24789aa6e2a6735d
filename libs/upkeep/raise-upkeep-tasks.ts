import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Rounds, type Actor } from '#platform';
import { keepCalls } from './calls.js';
import { keepMatches } from './matches.js';
import { keepOffers } from './offers.js';
import { keepRefills } from './refills.js';

/**
 * The round: what days alone bring about in the four models, each occasion once however often and wherever it runs, and
 * whatever the clock does. What an event brings about is raised in the event's own transaction (keep-slots.ts).
 */
@Injectable()
export class RaiseUpkeepTasks implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every('upkeep.raise-tasks', '10,40 * * * *', this);
  }

  /** How many tasks are new. */
  run(actor: Actor): Promise<number> {
    return this.db.write(
      actor,
      async (tx) => {
        const refills = await keepRefills(tx, actor, null);
        const calls = await keepCalls(tx, actor, null);
        const offers = await keepOffers(tx);
        return refills + calls + offers + (await keepMatches(tx, actor));
      },
      30_000,
    );
  }
}
