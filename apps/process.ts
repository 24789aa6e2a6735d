import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, Jobs, OutboxRelay, PlainFault, readConfig, serve, stopOnSignals } from '#platform';
import { explain } from './ops/explain.js';
import { createServer } from './server.js';

/** Serves `modules`; with `work` the process also carries the outbox and does the jobs. Answers how to stop. */
export async function begin(config: Config, modules: readonly Type[], work: boolean): Promise<() => Promise<void>> {
  const app: NestFastifyApplication = await createServer(config, modules);
  const stop = await serve(app, config);
  if (work) {
    app.get(OutboxRelay, { strict: false }).start();
    app.get(Jobs, { strict: false }).start();
  }
  return stop;
}

/** The whole life of `apps/api`, `apps/web` and `apps/worker` when they run alone, on a database that is already there. */
export async function runAlone(modules: readonly Type[], work = false): Promise<void> {
  try {
    const config = readConfig();
    if (!config.databaseUrl)
      throw new PlainFault('DATABASE_URL is not set.', '`npm start` brings a PostgreSQL of its own.');
    stopOnSignals(await begin(config, modules, work));
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
