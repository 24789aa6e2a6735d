/**
 * `npm start`: everything in one process, with no settings at all. Without DATABASE_URL it brings a PostgreSQL of its own,
 * kept in `.data`; demo data is loaded once. What can be known to be wrong is said first, before the slow work.
 */
import { createServer as probePort } from 'node:net';
import { Client } from 'pg';
import {
  Clock,
  codeOf,
  type Config,
  Db,
  type EmbeddedPostgres,
  Ids,
  PlainFault,
  portFault,
  readConfig,
  startEmbeddedPostgres,
  stopOnSignals,
} from '#platform';
import { command } from './command.js';
import { migrate, missingMigrations } from './migrate.js';
import { databaseFolder } from './package-root.js';

await command(import.meta.url, async () => {
  const undo: (() => Promise<void>)[] = [];
  const windDown = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  let stopped: Promise<void> | undefined;
  stopOnSignals(() => {
    if (!stopped) console.log('\nStopping …');
    return (stopped ??= windDown());
  });
  try {
    await start(readConfig(), undo);
  } catch (error) {
    // Who stops a start that is at work knows why it did not come to its end.
    await (stopped ?? windDown());
    if (!stopped) throw error;
  }
});

async function start(settings: Config, undo: (() => Promise<void>)[]): Promise<void> {
  await requirePort(settings);
  const own = settings.databaseUrl ? undefined : await ownDatabase(settings);
  if (own) undo.push(() => own.stop());
  const config = own
    ? settings.with({ databaseUrl: own.appUrl, databaseOwnerUrl: own.ownerUrl, databaseDirectUrl: own.appUrl })
    : settings;
  await bringUpToDate(config);
  if (config.demo) await furnishDemo(config);
  undo.push(await beginAll(config));
  console.log(`\nIndgang is ready: ${config.publicUrl}\nStop it with Ctrl-C.\n`);
}

/** Loaded here: what can be known to be wrong is said without the hundreds of files that only serving needs. */
async function beginAll(config: Config): Promise<() => Promise<void>> {
  const { ApiModule } = await import('../api/api.module.js');
  const { WebModule } = await import('../web/web.module.js');
  const { WorkerModule } = await import('../worker/worker.module.js');
  const { begin } = await import('../process.js');
  return begin(config, [ApiModule, WebModule, WorkerModule], true);
}

/** With the owner's address the start migrates by itself; without it, it says when somebody else has to. */
async function bringUpToDate({ databaseOwnerUrl, databaseUrl = '' }: Config): Promise<void> {
  if (databaseOwnerUrl) {
    await migrate(databaseOwnerUrl, databaseUrl);
    return;
  }
  const missing = await missingMigrations(databaseUrl).catch((error: unknown) => {
    throw new PlainFault(
      `The database of DATABASE_URL cannot be used (${codeOf(error) || 'no answer'}).`,
      'Try `npm run doctor`.',
    );
  });
  if (missing.length > 0)
    throw new PlainFault(
      `The database lacks ${missing.length} migrations.`,
      'Run `npm run migrate` with DATABASE_OWNER_URL set.',
    );
}

/** Invented people and companies, once; a real start never reads them. Nobody is served yet: a slow disk has its time. */
async function furnishDemo(config: Config): Promise<void> {
  const { loadDemo } = await import('./demo/load-demo.js');
  const db = new Db({ url: config.databaseUrl ?? '', size: 2, patienceMs: 300_000 }, new Clock(), new Ids());
  try {
    if (!(await loadDemo(db))) return;
    if (config.databaseOwnerUrl) await analyze(config.databaseOwnerUrl);
    console.log('Demo data is in place.');
  } finally {
    await db.onApplicationShutdown();
  }
}

/** PostgreSQL gets to know new data by itself within minutes; the first rounds and pages come before that. */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('analyze');
  } finally {
    await owner.end();
  }
}

async function ownDatabase(config: Config): Promise<EmbeddedPostgres> {
  console.log('Starting PostgreSQL …');
  return startEmbeddedPostgres({ folder: databaseFolder(config.dataFolder), note: (line) => console.error(line) });
}

async function requirePort({ port, host }: Config): Promise<void> {
  const probe = probePort();
  try {
    await new Promise<void>((done, fail) => probe.once('error', fail).listen(port, host, done));
  } catch (error) {
    throw portFault(error, { port, host });
  }
  await new Promise((done) => probe.close(done));
}
