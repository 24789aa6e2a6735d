import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Rounds, type Actor, type Tx } from '#platform';
import { keepCalls } from './calls.js';
import { keepMatches } from './matches.js';
import { keepMentors } from './mentors-missing.js';
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
    return this.db.write(actor, (tx) => keepUpkeep(tx, actor), 30_000);
  }
}

/** Everything the models ask for, in step with today. */
export async function keepUpkeep(tx: Tx, actor: Actor): Promise<number> {
  const raised = await Promise.all([keepRefills(tx, actor, null), keepCalls(tx, actor, null), keepOffers(tx), keepMatches(tx, actor), keepMentors(tx)]);
  return raised.reduce((sum, each) => sum + each, 0);
}
