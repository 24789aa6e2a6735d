/**
 * The roles and the database of the embedded server, made once. The application's role is neither superuser nor owner,
 * because row-level security is void for both; a real installation makes the same two roles by hand (see README). The
 * extensions are the migrations' business: PostgreSQL trusts a database's owner with them.
 */
import { Client } from 'pg';

/** Makes what is missing and leaves the rest alone. */
export async function prepareDatabase(
  serverUrl: string,
  passwords: { indgang_owner: string; indgang_app: string },
): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname like 'indgang%' union all select datname from pg_database where datname = 'indgang'`,
    );
    const present = new Set(rows.map(({ name }) => name));
    for (const role of ['indgang_owner', 'indgang_app'] as const) {
      if (present.has(role)) continue;
      await client.query(
        `create role ${role} login nosuperuser nobypassrls password ${client.escapeLiteral(passwords[role])}`,
      );
    }
    if (!present.has('indgang')) await client.query('create database indgang owner indgang_owner');
  } finally {
    await client.end();
  }
}
