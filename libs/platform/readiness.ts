import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Db } from './db.js';
import { PlainFault } from './plain-fault.js';

export type ReadyState = 'ready' | 'database-away' | 'unsafe-role' | 'stopping';

/** Row-level security is void for a superuser, for a role that bypasses it, and for the tables' owner. */
const roleIsUnsafe = `
  select rolsuper or rolbypassrls
    or exists (select 1 from pg_class where relrowsecurity and relowner = pg_roles.oid) as unsafe
  from pg_roles where rolname = current_user`;

/** Whether this process can be given requests, and the signal that it is about to stop. */
@Injectable()
export class Readiness {
  private readonly ending = new AbortController();

  constructor(private readonly db: Db) {}

  /** Aborted when the process begins to stop: whoever holds a response open (live updates) ends it then. */
  get stopping(): AbortSignal {
    return this.ending.signal;
  }

  stop(): void {
    this.ending.abort();
  }

  /** Asks the database, for at most a second and a half. */
  async state(): Promise<ReadyState> {
    if (this.stopping.aborted) return 'stopping';
    const timer = new AbortController();
    const answer = this.db
      .system((tx) => tx.row<{ unsafe: boolean }>(roleIsUnsafe))
      .then(
        (row) => (row?.unsafe ? 'unsafe-role' : 'ready') as ReadyState,
        () => 'database-away' as ReadyState,
      );
    const late = pause(1_500, 'database-away' as const, { signal: timer.signal }).catch(() => 'database-away' as const);
    return Promise.race([answer, late]).finally(() => timer.abort());
  }

  /** The start refuses a role that row-level security does not bind; a database that is away may come later. */
  async requireSafeRole(): Promise<void> {
    if ((await this.state()) !== 'unsafe-role') return;
    throw new PlainFault(
      'DATABASE_URL names a role that row-level security does not bind (a superuser, or the owner of the tables).',
      'Use a role of its own for the application: README.md has the two statements.',
    );
  }
}
