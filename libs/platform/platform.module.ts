import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Db } from './db.js';
import { HealthController } from './health.controller.js';
import { Ids } from './ids.js';
import { Jobs } from './jobs.js';
import { Mailer } from './mail.js';
import { OutboxHandlers, OutboxRelay } from './outbox-relay.js';
import { Readiness } from './readiness.js';
import { Rounds } from './rounds.js';

/** What every library stands on, made once a process. Closed by the server's shutdown, after the last request. */
@Global()
@Module({})
export class PlatformModule {
  static for(config: Config, clock = new Clock()): DynamicModule {
    const ids = new Ids();
    const db = new Db({ url: config.databaseUrl ?? '', size: config.databasePoolSize }, clock, ids);
    const jobs = new Jobs({ redisUrl: config.redisUrl, postgresUrl: config.databaseDirectUrl ?? '' });
    const handlers = new OutboxHandlers();
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
      { provide: Db, useValue: db },
      { provide: Jobs, useValue: jobs },
      { provide: OutboxHandlers, useValue: handlers },
      { provide: OutboxRelay, useValue: new OutboxRelay(db, jobs, handlers, clock) },
      { provide: Mailer, useValue: new Mailer(config, db) },
      { provide: Rounds, useValue: new Rounds(db, jobs) },
      { provide: Readiness, useValue: new Readiness(db) },
    ];
    return { module: PlatformModule, controllers: [HealthController], providers, exports: providers };
  }
}
