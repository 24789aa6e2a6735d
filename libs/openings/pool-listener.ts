import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Config, Db } from '#platform';
import { poolChannel } from './announce-pool.js';

type Listener = () => void;

const pollMs = 5_000;

/**
 * Says when an organisation's pool has something new. One LISTEN connection a process, straight to PostgreSQL (past any
 * transaction pooler), opened when the first page watches. While that connection is away the newest opening is looked
 * up every five seconds, and each round tries to listen again: watchers notice nothing but the delay.
 */
@Injectable()
export class PoolListener implements OnModuleDestroy {
  private readonly log = new Logger('PoolListener');
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly newest = new Map<string, string | undefined>();
  private connection: pg.Client | undefined;
  private polling: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
  ) {}

  /** Calls `listener` for each piece of news of that organisation, until the returned function is called. */
  watch(organisationId: string, listener: Listener): () => void {
    const watching = this.listeners.get(organisationId) ?? new Set();
    this.listeners.set(organisationId, watching.add(listener));
    if (!this.polling) this.begin();
    return () => {
      watching.delete(listener);
      if (watching.size === 0) this.listeners.delete(organisationId);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.polling);
    await this.connection?.end().catch(() => this.log.debug('the connection was already gone'));
  }

  private begin(): void {
    this.polling = setInterval(() => void this.round(), pollMs);
    this.polling.unref();
    void this.round();
  }

  private async round(): Promise<void> {
    if (this.connection || this.stopped) return;
    await this.lookUp();
    await this.listen().catch(() => this.log.debug('cannot listen now; looking it up instead'));
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseDirectUrl,
      application_name: 'indgang live',
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
    });
    this.connection = client;
    const lost = (): void => {
      if (this.connection === client) this.connection = undefined;
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => this.tell(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${poolChannel}`);
      // What was shared while nobody listened: everyone looks once.
      for (const organisationId of this.listeners.keys()) this.tell(organisationId);
    } catch (error) {
      lost();
      throw error;
    }
  }

  /** Without notifications: has the newest opening changed since the last look? */
  private async lookUp(): Promise<void> {
    for (const organisationId of this.listeners.keys()) {
      const latest = await this.db
        .read({ organisationId }, (tx) =>
          tx.row<{ id: string }>('select id from opening where in_pool order by published_at desc, id desc limit 1'),
        )
        .catch(() => undefined);
      if (latest && this.newest.has(organisationId) && this.newest.get(organisationId) !== latest.id)
        this.tell(organisationId);
      this.newest.set(organisationId, latest?.id);
    }
  }

  private tell(organisationId: string): void {
    for (const listener of this.listeners.get(organisationId) ?? []) listener();
  }
}
