import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Db } from './db.js';
import { Ids } from './ids.js';

/** What every library stands on, made once a process. Closed by the server's shutdown, after the last request. */
@Global()
@Module({})
export class PlatformModule {
  static for(config: Config, clock = new Clock()): DynamicModule {
    const ids = new Ids();
    const db = new Db({ url: config.databaseUrl ?? '', size: config.databasePoolSize }, clock, ids);
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
      { provide: Db, useValue: db },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
