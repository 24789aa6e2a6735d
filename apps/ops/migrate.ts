/** `npm run migrate`: brings the database to this version, as the schema's owner. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrateDatabase, PlainFault, readConfig } from '#platform';
import { loadReference } from '#reference';
import { command } from './command.js';
import { packageRoot } from './package-root.js';

/** The tables' owner and the application's address; only the role of the second is used. */
export async function migrate(ownerUrl: string, appUrl: string): Promise<string[]> {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  return migrateDatabase({ ownerUrl, appRole, folder: join(packageRoot, 'migrations'), load: loadReference });
}

/** The migrations that this version has and the database has not; asked as the application. */
export async function missingMigrations(appUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: appUrl, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const done = new Set(rows.map(({ name }) => name));
    const files = readdirSync(join(packageRoot, 'migrations')).filter((file) => file.endsWith('.sql'));
    return files.map((file) => file.replace(/\.sql$/, '')).filter((name) => !done.has(name));
  } finally {
    await client.end().catch(() => undefined);
  }
}

await command(import.meta.url, async () => {
  const { databaseOwnerUrl, databaseUrl } = readConfig();
  if (!databaseOwnerUrl || !databaseUrl) {
    throw new PlainFault(
      'DATABASE_OWNER_URL and DATABASE_URL must both be set.',
      'The first owns the tables, the second is what the application uses.',
    );
  }
  const done = await migrate(databaseOwnerUrl, databaseUrl);
  console.log(done.length > 0 ? `Done: ${done.join(', ')}` : 'The database was up to date.');
});
