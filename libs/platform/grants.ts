import type { ClientBase } from 'pg';

/** Written once and never changed: the application may add and read, nothing else. */
const appendOnly = ['journal_entry', 'citizen_seen', 'follow_up', 'work_agreement', 'work_agreement_milestone', 'work_agreement_signature', 'citizen_step'];

/**
 * Gives the application's role what it needs, as the owner, after every migration: everything on tables under row-level
 * security (the policies decide which rows), reading alone on the rest, which is reference data.
 */
export async function grantToApplication(client: ClientBase, role: string, queueSchema: string): Promise<void> {
  const { rows: sequences } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = $1::regnamespace and relkind = 'S' and relowner = current_user::regrole`,
    [queueSchema],
  );
  const { rows } = await client.query<{ name: string; tenant: boolean }>(
    `select relname as name, relrowsecurity as tenant from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by relname`,
  );
  const to = client.escapeIdentifier(role);
  const queue = client.escapeIdentifier(queueSchema);
  const statements = [
    `grant usage on schema public to ${to}`,
    // BullMQ makes a sequence for each queue when it is first used, so in its own schema, and nowhere else, the role may.
    `grant usage, create on schema ${queue} to ${to}`,
    ...rows.flatMap(({ name, tenant }) => {
      const table = client.escapeIdentifier(name);
      return [`revoke all on ${table} from ${to}`, `grant ${rightsOn(name, tenant)} on ${table} to ${to}`];
    }),
    `grant select, insert, update, delete on all tables in schema ${queue} to ${to}`,
    ...sequences.map(({ name }) => `grant usage, select on ${queue}.${client.escapeIdentifier(name)} to ${to}`),
  ];
  await client.query(statements.join(';\n'));
}

/** Belongs to no organisation, and still written to: guesses are counted for addresses that may not exist. */
const writtenWithoutOrganisation = ['sign_in_attempt'];

function rightsOn(table: string, tenant: boolean): string {
  if (appendOnly.includes(table)) return 'select, insert';
  return tenant || writtenWithoutOrganisation.includes(table) ? 'select, insert, update, delete' : 'select';
}
