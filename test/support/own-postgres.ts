/** A PostgreSQL for one test file alone, to be killed and frozen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { runningEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import { until } from './until.js';

export class OwnPostgres {
  private down = false;
  private frozen: number[] = [];

  private constructor(
    private readonly place: string,
    readonly server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const place = mkdtempSync(join(tmpdir(), 'indgang-outage-'));
    const mayRestart = (): Promise<void> => until(() => !own.down);
    const own = new OwnPostgres(place, await startEmbeddedPostgres({ folder: join(place, 'postgres'), mayRestart }));
    return own;
  }

  /** As root would: no goodbye to anyone, and away until `back`. */
  kill(): void {
    this.down = true;
    process.kill(this.pid, 'SIGKILL');
  }

  /** Lets it start again; waits until it takes connections. */
  async back(): Promise<void> {
    this.down = false;
    await until(() => this.rows('select 1').then(() => true, () => false));
  }

  /** Every one of its processes stands still, with its connections open: as when a disk or a machine hangs. */
  async freeze(): Promise<void> {
    const sessions = await this.rows<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()');
    this.frozen = [this.pid, ...sessions.map(({ pid }) => pid)];
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
    this.frozen = [];
  }

  /** As the superuser, on a connection of its own. */
  async rows<T extends QueryResultRow>(sql: string, params: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.server.superUrl, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<T>(sql, params)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    this.down = false;
    this.thaw();
    await this.server.stop();
    rmSync(this.place, { recursive: true, force: true });
  }

  private get pid(): number {
    return runningEmbeddedPostgres(join(this.place, 'postgres'))?.pid ?? 0;
  }

  /** One that ended meanwhile needs no signal. */
  private signal(signal: NodeJS.Signals): void {
    for (const pid of this.frozen)
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
  }
}
