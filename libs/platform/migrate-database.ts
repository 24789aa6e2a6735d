import { runMigrations as migrateQueue } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientBase } from 'pg';
import { grantToApplication } from './grants.js';
import { codeOf, PlainFault } from './plain-fault.js';
import { QUEUE_SCHEMA } from './queue-connection.js';

/**
 * `folder` holds the migrations; `appRole` serves the application afterwards; `load` fills in reference data, between the
 * tables and the rights.
 */
export type Migration = {
  ownerUrl: string;
  appRole: string;
  folder: string;
  load: (client: ClientBase) => Promise<unknown>;
};

const ONE_AT_A_TIME = 4_720_002;
const attempts = 5;

/**
 * Brings the database to this version, as the schema's owner: migrations, the queue's tables, reference data, the
 * application's rights. Safe to run twice, or from two machines at once: the second waits.
 * Answers the names of the migrations it ran, none when the database was up to date.
 */
export async function migrateDatabase({ ownerUrl, appRole, folder, load }: Migration): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'indgang migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireRole(client, appRole);
    await client.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    // A migration that waits long for a table makes every request behind it wait as well: give way and try again.
    await client.query(`set lock_timeout = '3s'`);
    const done = await patiently(() => runScripts(client, folder));
    await migrateQueue(client, QUEUE_SCHEMA);
    await load(client);
    await grantToApplication(client, appRole, QUEUE_SCHEMA);
    return done;
  } finally {
    await client.end();
  }
}

async function requireRole(client: Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount) return;
  throw new PlainFault(`The database has no role "${role}".`, 'Create it first: README.md has the two statements.');
}

async function runScripts(client: Client, folder: string): Promise<string[]> {
  // Loaded here: a process that only serves never needs it.
  const { runner } = await import('node-pg-migrate');
  const ran = await runner({
    dbClient: client,
    dir: folder,
    ignorePattern: '.*(?<!\\.sql)',
    migrationsTable: 'migration',
    direction: 'up',
    singleTransaction: true,
    noLock: true,
    log: () => undefined,
  });
  return ran.map(({ name }) => name);
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== '55P03' || attempt === attempts) throw error;
      await pause(attempt * 1000);
    }
  }
}
