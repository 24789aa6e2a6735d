import type pg from 'pg';
import type { Clock } from './clock.js';
import type { Ids } from './ids.js';
import { isBrokenTransaction } from './database-errors.js';
import { notFound, Refusal } from './refusal.js';

/**
 * What a transaction can do. `T` is the row's shape as the SQL selects it. Time stands still inside: `now` and
 * `today` are those of its beginning, so that all rows of one action agree.
 */
export class Tx {
  /** Something was put in the outbox that is due at once (see outbox.ts). */
  hasNews = false;
  readonly now: Date;
  /** The Danish calendar day, 'YYYY-MM-DD'. */
  readonly today: string;
  /** What broke the transaction. The statements behind it in the pipeline only hear that it is broken. */
  private cause: unknown;

  constructor(
    private readonly client: pg.PoolClient,
    clock: Clock,
    private readonly ids: Ids,
  ) {
    this.now = clock.now();
    this.today = clock.dayOf(this.now);
  }

  /** A new id, in the order of making. */
  newId(): string {
    return this.ids.next();
  }

  async rows<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const result = await this.query<T & pg.QueryResultRow>(sql, params);
    return result.rows;
  }

  /** The first row, or undefined. */
  async row<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** The first row; refuses with 404 when there is none. */
  async one<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T> {
    const row = await this.row<T>(sql, params);
    if (!row) throw notFound();
    return row;
  }

  /** What `work` answers, of a world in which it was done; nothing of it stays, whatever comes of it. */
  async tryOut<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query('savepoint try_out');
    try {
      return await work();
    } finally {
      await this.client.query('rollback to savepoint try_out');
      this.cause = undefined;
    }
  }

  /** What `work` answers; nothing when it was refused, and then nothing of it was done. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    await this.client.query('savepoint attempt');
    try {
      const answer = await work();
      await this.client.query('release savepoint attempt');
      return answer;
    } catch (error) {
      await this.client.query('rollback to savepoint attempt');
      this.cause = undefined;
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** Runs a statement; promises how many rows it touched. */
  async run(sql: string, params: readonly unknown[] = []): Promise<number> {
    const result = await this.query(sql, params);
    return result.rowCount ?? 0;
  }

  private async query<R extends pg.QueryResultRow>(sql: string, params: readonly unknown[]): Promise<pg.QueryResult<R>> {
    try {
      return await this.client.query<R>(sql, params as unknown[]);
    } catch (error) {
      this.cause ??= error;
      throw isBrokenTransaction(error) ? this.cause : error;
    }
  }
}
