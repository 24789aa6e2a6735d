import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, systemActor, type Actor } from '#platform';

/**
 * Rows that only had to live for a while: table, the time they are counted from, days kept. Nobody's history: repeated
 * requests, ended sessions, delivered news, and what the boards of running processes may still ask for.
 */
const passing = [
  ['idempotency_key', 'created_at', 7],
  ['session', 'expires_at', 1],
  ['mentor_session', 'expires_at', 1],
  ['mentor_page_link', 'expires_at', 30],
  ['capacity_change', 'at', 1],
  ['outbox', 'sent_at', 30],
  ['mail_sent', 'sent_at', 60],
] as const;

/** Every night, organisation by organisation. */
@Injectable()
export class SweepOldRows implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('sweep-old-rows', '25 3 * * *', () => this.everywhere());
  }

  private async everywhere(): Promise<void> {
    const all = await this.db.system((tx) => tx.rows<{ id: string }>('select organisation_id as id from organisation'));
    for (const { id } of all) await this.run(systemActor(id));
  }

  /** How many rows went. */
  run(actor: Actor): Promise<number> {
    const sweep = passing.map(([table, since, days]) => [`delete from ${table} where ${since} < $1::timestamptz - make_interval(days => $2)`, days] as const);
    return this.db.write(
      actor,
      async (tx) => {
        const gone = await Promise.all(sweep.map(([statement, days]) => tx.run(statement, [tx.now, days])));
        return gone.reduce((sum, each) => sum + each, 0);
      },
      60_000,
    );
  }
}
