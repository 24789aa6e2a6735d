/** `npm run doctor`: is everything that the service stands on in order? One line each; exit code 1 when something is not. */
import { Logger } from '@nestjs/common';
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client } from 'pg';
import { Clock, type Config, Db, Ids, Jobs, Mailer, readConfig, Readiness, runningEmbeddedPostgres } from '#platform';
import { command } from './command.js';
import { missingMigrations } from './migrate.js';
import { databaseFolder, packageRoot } from './package-root.js';

/** What was found out, in words; a thrown error is a finding as well. */
type Check = [name: string, look: () => Promise<{ fine: boolean; words: string }>];

await command(import.meta.url, async () => {
  Logger.overrideLogger(false);
  const settings = readConfig();
  const config = settings.databaseUrl ? settings : embedded(settings);
  const fine = config ? await examine(checksOf(config)) : await examine([notRunning(settings), disk(settings)]);
  process.exit(fine ? 0 : 1);
});

function embedded(settings: Config): Config | undefined {
  const running = runningEmbeddedPostgres(databaseFolder(settings.dataFolder));
  return (
    running &&
    settings.with({
      databaseUrl: running.appUrl,
      databaseOwnerUrl: running.ownerUrl,
      databaseDirectUrl: running.appUrl,
    })
  );
}

async function examine(checks: readonly Check[]): Promise<boolean> {
  let allFine = true;
  for (const [name, look] of checks) {
    const { fine, words } = await look().catch((error: unknown) => ({ fine: false, words: sayError(error) }));
    console.log(`${fine ? 'OK  ' : 'FEJL'}  ${name.padEnd(11)} ${words}`);
    allFine &&= fine;
  }
  return allFine;
}

function checksOf(config: Config): Check[] {
  const url = config.databaseUrl ?? '';
  const clock = new Clock();
  const db = new Db({ url, size: 2 }, clock, new Ids());
  const jobs = new Jobs({ redisUrl: config.redisUrl, postgresUrl: config.databaseDirectUrl ?? url });
  return [
    ['database', () => database(url)],
    ['role', () => role(db)],
    ['migrations', () => migrations(url)],
    ['queue', () => queue(jobs, config)],
    ['outbox', () => outboxBacklog(db, clock)],
    ['mail', () => mail(config, db)],
    ['clock', () => clockOffset(url)],
    disk(config),
  ];
}

async function database(url: string) {
  const [row] = await ask<{ version: string }>(url, `select current_setting('server_version') as version`);
  const major = Number.parseInt(row?.version ?? '0', 10);
  return {
    fine: major >= 15,
    words: `PostgreSQL ${row?.version} answers${major >= 15 ? '' : '; 15 or later is needed'}`,
  };
}

async function role(db: Db) {
  const state = await new Readiness(db).state();
  if (state === 'ready') return { fine: true, words: 'bound by row-level security' };
  return {
    fine: false,
    words: state === 'unsafe-role' ? 'superuser or owner: row-level security is void' : 'cannot be asked',
  };
}

async function migrations(url: string) {
  const missing = await missingMigrations(url);
  if (missing.length === 0) return { fine: true, words: 'all done' };
  return { fine: false, words: `${missing.length} missing, first ${missing[0]}: run npm run migrate` };
}

async function queue(jobs: Jobs, config: Config) {
  const backend = config.redisUrl ? 'Redis' : 'PostgreSQL';
  if (!(await jobs.alive())) return { fine: false, words: `${backend} does not answer` };
  const dead = await jobs.failed();
  await jobs.stop();
  return {
    fine: true,
    words: `on ${backend}, ${dead.length === 0 ? 'no dead letters' : `${dead.length} dead letters, newest ${dead[0]?.name}: ${dead[0]?.reason}`}`,
  };
}

async function outboxBacklog(db: Db, clock: Clock) {
  const row = await db.system((tx) =>
    tx.one<{ late: number }>(
      `select count(*)::int as late from outbox where sent_at is null and due_at < $1::timestamptz - interval '2 minutes'`,
      [clock.now()],
    ),
  );
  return {
    fine: row.late === 0,
    words: row.late === 0 ? 'nothing waits' : `${row.late} messages wait; is a process running that does the jobs?`,
  };
}

async function mail(config: Config, db: Db) {
  if (!config.smtpUrl)
    return {
      fine: config.demo,
      words: config.demo ? 'demo mailbox, nothing is sent' : 'SMTP_URL is not set: no mail is sent',
    };
  return (await new Mailer(config, db).alive())
    ? { fine: true, words: 'the mail server answers' }
    : { fine: false, words: 'the mail server does not answer' };
}

async function clockOffset(url: string) {
  const before = Date.now();
  const [row] = await ask<{ at: Date }>(url, 'select clock_timestamp() as at');
  const seconds = row ? Math.max(0, before - row.at.getTime(), row.at.getTime() - Date.now()) / 1000 : Infinity;
  return { fine: seconds < 2, words: `${seconds.toFixed(1)} s from the database's` };
}

function disk({ dataFolder }: Config): Check {
  const folder = dirname(databaseFolder(dataFolder));
  return [
    'disk',
    async () => {
      const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : packageRoot);
      const mebibytes = Math.floor((bavail * bsize) / 2 ** 20);
      return { fine: mebibytes >= 500, words: `${mebibytes} MB free` };
    },
  ];
}

function notRunning({ dataFolder }: Config): Check {
  const words = `not running in ${dataFolder}: begin with npm start, or set DATABASE_URL`;
  return ['database', async () => ({ fine: false, words })];
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The kind of error only: an address or a password never reaches the screen. */
function sayError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nobody answers at that address',
    ENOTFOUND: 'no such machine',
    '28P01': 'wrong password',
    '28000': 'not let in',
    '3D000': 'no such database',
    '42P01': 'not migrated: run npm run migrate',
  };
  return known[code] ?? `does not answer (${code || 'no reason given'})`;
}
