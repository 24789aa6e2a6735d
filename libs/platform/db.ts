import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Actor } from './actor.js';
import { Clock } from './clock.js';
import { mayRetry } from './database-errors.js';
import { DatabasePulse } from './database-pulse.js';
import { answerOfKey, claimKey, keepAnswer } from './idempotency.js';
import { Ids } from './ids.js';
import { Tx } from './tx.js';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** How long the database may take to begin, which costs it nothing, and to answer, before it counts as away. */
const beginMs = 2_400;
const answerMs = 4_500;
/** A commit is not given up while the database greets, however slow its disk: who is told "away" then does not know what was saved. */
const commitMs = 20_000;
/** Each time so long goes by without an answer, it is asked whether it is there at all: who waits for a silent one hears so within 3 s. */
const doubtMs = 1_200;
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const attempts = 5;
const readOnly = 'read only';

interface Scope {
  readonly organisationId?: string;
  readonly presented?: string;
  readonly system?: boolean;
  readonly timeoutMs?: number;
}

interface PoolSettings {
  readonly url: string;
  readonly size: number;
  /** Where nobody waits for an answer, as when a database is first filled: how long every step may take, silent or not. */
  readonly patienceMs?: number;
}

/**
 * The one way to the database. Every transaction begins by saying which organisation it is for, with
 * `set_config(…, true)`, so that row-level security holds behind transaction pooling too; no statement is named for
 * the same reason. Inside a transaction pass `tx` on: a second connection there can starve the pool.
 *
 * The connections are pipelined: BEGIN, the scope and the first query leave in one round trip.
 */
@Injectable()
export class Db implements OnApplicationShutdown {
  /** Called when a transaction that put something in the outbox is committed; must not throw. The relay's bell. */
  afterNews = (): void => undefined;
  private readonly pool: pg.Pool;
  private readonly pulse: DatabasePulse;

  constructor(
    private readonly settings: PoolSettings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.pulse = new DatabasePulse(settings.url);
    this.pool = new pg.Pool({
      connectionString: settings.url,
      max: settings.size,
      connectionTimeoutMillis: settings.patienceMs ?? 2_000,
      idleTimeoutMillis: 30_000,
      pipeline: true,
      application_name: 'indgang',
    } as pg.PoolConfig);
    // A connection lost while idle is the pool's business: the next request gets a new one or a 503.
    this.pool.on('error', () => undefined);
    // One lost while in use tells its query; as an event that nobody hears it would end the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Reads for an organisation. Nothing may be written inside. */
  read<T>(actor: Pick<Actor, 'organisationId'>, work: (tx: Tx) => Promise<T>, timeoutMs?: number): Promise<T> {
    return this.transaction({ organisationId: actor.organisationId, timeoutMs }, work, readOnly);
  }

  /**
   * One write action: everything in it happens or nothing. Run again (at most five times) when the database breaks a
   * deadlock, so `work` must not act on the outside world; that is what the outbox is for.
   * With an Idempotency-Key the answer is kept in the same transaction, and a repeated request gets that answer.
   */
  async write<T>(actor: Actor, work: (tx: Tx) => Promise<T>, timeoutMs?: number): Promise<T> {
    const scope = { organisationId: actor.organisationId, timeoutMs };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(scope, (tx) => this.once(actor, tx, work));
      } catch (error) {
        if (!mayRetry(error) || attempt >= attempts) throw error;
      }
    }
  }

  /** A small write that nobody acts on and no journal needs, such as when a session was last seen. */
  touch<T>(scope: Pick<Actor, 'organisationId'>, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ organisationId: scope.organisationId }, work);
  }

  /** Before it is known who asks: only the row whose secret (or address) is presented can be seen. */
  present<T>(secretHash: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ presented: secretHash }, work);
  }

  /** Background work across organisations; sees `organisation` and `outbox`, nothing else. */
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ system: true }, work);
  }

  /** After the last request and the last job; both are over before Nest says so. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async once<T>(actor: Actor, tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!actor.idempotency) return work(tx);
    const claimed = await claimKey(tx, actor, actor.idempotency);
    if (!claimed) return answerOfKey<T>(tx, actor, actor.idempotency);
    const answer = await work(tx);
    await keepAnswer(tx, actor, actor.idempotency, answer);
    return answer;
  }

  /** A new one may take long where the disk is slow: while the database greets, it is tried again. */
  private async connection(): Promise<pg.PoolClient> {
    for (let attempt = 1; ; attempt += 1) {
      let greets: Promise<boolean> | undefined;
      const doubt = setTimeout(() => (greets = this.pulse.beats()), doubtMs);
      try {
        return await this.pool.connect();
      } catch (error) {
        if (!isSlowConnection(error) || attempt >= attempts || !(await greets)) throw error;
      } finally {
        clearTimeout(doubt);
      }
    }
  }

  private async transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>, mode = ''): Promise<T> {
    const { patienceMs } = this.settings;
    const timeoutMs = scope.timeoutMs ?? patienceMs;
    const client = await this.connection();
    // One that has not begun by then hangs, however long the work may take.
    const guard = watch(client, patienceMs ?? beginMs);
    const beats = async (): Promise<boolean> => patienceMs !== undefined || this.pulse.beats();
    const begun = client.query(beginText({ ...scope, timeoutMs }, mode)).then(() => guard.allow(timeoutMs ?? answerMs, beats));
    begun.catch(() => undefined); // reported by the first query or by the commit below
    const tx = new Tx(client, this.clock, this.ids);
    let result: T;
    try {
      result = await work(tx);
      await begun;
    } catch (error) {
      await end(client, guard, 'rollback').catch(() => undefined);
      throw error;
    }
    guard.extend(Math.max(commitMs, patienceMs ?? 0));
    const committed = end(client, guard, 'commit');
    // Nobody needs to wait for the end of a read: what was read stands.
    if (mode === readOnly) committed.catch(() => undefined);
    else await committed;
    if (tx.hasNews) this.afterNews();
    return result;
  }
}

/** Begun and not ready in time; that all are in use is another matter, and said at once. */
const isSlowConnection = (error: unknown): boolean => error instanceof Error && error.message === 'Connection terminated due to connection timeout';

/** Ends the transaction and hands the connection back; one that does not answer is not used again. */
async function end(client: pg.PoolClient, guard: Guard, how: 'commit' | 'rollback'): Promise<void> {
  try {
    await client.query(how);
    client.release();
  } catch (lost) {
    client.release(lost as Error);
    throw lost;
  } finally {
    guard.stop();
  }
}

/** A database that hangs is as good as away: the connection is dropped, and the caller gets a 503. */
function watch(client: pg.PoolClient, ms: number): Guard {
  const { stream } = (client as unknown as { connection: { stream: { destroy(cause: Error): void } } }).connection;
  const drop = (): void => stream.destroy(new Error('Query read timeout'));
  // What came while this process stood still is read first: the answer may be there.
  const dropUnless = (saved: () => boolean): NodeJS.Immediate => setImmediate(() => saved() || drop());
  let [begun, stopped] = [false, false];
  let timer = setTimeout(() => dropUnless(() => begun || stopped), ms);
  let doubt: NodeJS.Timeout | undefined;
  const guard: Guard = {
    allow: (more, beats) => {
      begun = true;
      if (stopped) return;
      guard.extend(more);
      const ask = async (): Promise<void> => {
        const alive = await beats();
        if (stopped) return;
        if (alive) doubt = setTimeout(() => void ask(), doubtMs);
        else drop();
      };
      doubt = setTimeout(() => void ask(), doubtMs);
    },
    extend: (ms) => {
      clearTimeout(timer);
      timer = setTimeout(() => dropUnless(() => stopped), ms);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(doubt);
    },
  };
  return guard;
}

interface Guard {
  /** So long from now, unless the database is found silent. */
  allow(ms: number, beats: () => Promise<boolean>): void;
  /** So long from now, though allowed less. */
  extend(ms: number): void;
  stop(): void;
}

function beginText({ organisationId, presented, system, timeoutMs }: Scope, mode: string): string {
  if (organisationId !== undefined && !uuidShape.test(organisationId)) throw new Error('an organisation id is a uuid');
  const settings = [
    ['app.organisation', organisationId ?? ''],
    ['app.presented', presented ?? ''],
    ['app.system', system ? 'on' : ''],
    ['statement_timeout', `${timeoutMs ?? 4_000}ms`],
    ['lock_timeout', '2s'],
  ] as const;
  const set = settings.map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`);
  return `begin ${mode}; select ${set.join(', ')}`;
}
