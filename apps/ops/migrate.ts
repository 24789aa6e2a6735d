/** `npm run migrate`: brings the database to this version, as the schema's owner. */
import { join } from 'node:path';
import { migrateDatabase, PlainFault, readConfig } from '#platform';
import { loadReference } from '#reference';
import { command } from './command.js';
import { packageRoot } from './package-root.js';

/** The tables' owner and the application's address; only the role of the second is used. */
export async function migrate(ownerUrl: string, appUrl: string): Promise<string[]> {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  return migrateDatabase({ ownerUrl, appRole, folder: join(packageRoot, 'migrations'), load: loadReference });
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
