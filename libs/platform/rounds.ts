import { Injectable } from '@nestjs/common';
import { systemActor, type Actor } from './actor.js';
import { Db } from './db.js';
import { Jobs } from './jobs.js';

interface Round {
  run(actor: Actor): Promise<unknown>;
}

/** What happens by itself, organisation by organisation, at a rhythm: milliseconds, or a cron pattern in Danish time. */
@Injectable()
export class Rounds {
  /** What comes round, by name. */
  readonly all = new Map<string, Round>();

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  /** `round` runs as the organisation's system; it must do each occasion once however often it is called. */
  every(name: string, rhythm: number | string, round: Round): void {
    this.all.set(name, round);
    this.jobs.every(name, rhythm, () => this.inEveryOrganisation(round));
  }

  private async inEveryOrganisation(round: Round): Promise<void> {
    const all = await this.db.system((tx) => tx.rows<{ id: string }>('select organisation_id as id from organisation'));
    // One organisation's trouble is not the others': all have their turn, then the job fails and is seen to.
    let trouble: unknown;
    for (const { id } of all) await round.run(systemActor(id)).catch((error: unknown) => (trouble ??= error));
    if (trouble) throw trouble;
  }
}
