/** A database of the version before citizens had courses, brought to this one: what was in use goes on. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase } from '#platform';
import { loadReference } from '#reference';
import { root } from './support/sources.js';

/** The last migration of that version. */
const before = '20261122093000';
const name = `upgrade_${process.pid}`;
const at = (url: string | undefined): string => String(url).replace(/\/\w+$/, `/${name}`);
const folder = mkdtempSync(join(tmpdir(), 'indgang-upgrade-'));
const migrations = join(root, 'migrations');
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let superuser: pg.Client;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.INDGANG_TEST_SUPER_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}
const migrate = (from: string, load: (client: pg.ClientBase) => Promise<unknown>): Promise<string[]> =>
  migrateDatabase({ ownerUrl: at(process.env.INDGANG_TEST_OWNER_URL), appRole: 'indgang_app', folder: from, load });
const rows = async (sql: string): Promise<object[]> => (await superuser.query<object>(sql)).rows;

beforeAll(async () => {
  await onServer(`create database ${name} owner indgang_owner`);
  for (const file of readdirSync(migrations).filter((each) => each.slice(0, 14) <= before)) cpSync(join(migrations, file), join(folder, file));
  await migrate(folder, () => Promise.resolve());
  superuser = new pg.Client({ connectionString: at(process.env.INDGANG_TEST_SUPER_URL) });
  await superuser.connect();
}, 60_000);
afterAll(async () => {
  await superuser.end();
  await onServer(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true });
});

/** Two organisations with a colleague and a workplace each; citizens B-1 (two placements, one over) and B-2 (cancelled). */
async function live(): Promise<void> {
  for (const n of [1, 2]) {
    await superuser.query(`insert into organisation (organisation_id, name, created_at) values ('${id(n)}', 'Prøve ${n}', now())`);
    await superuser.query(`insert into app_user (organisation_id, id, email, name, created_at) values ('${id(n)}', '${id(n)}', 'k${n}@proeve.example', 'Konsulent', now())`);
    await superuser.query(`insert into company (organisation_id, id, name, name_key, created_at) values ('${id(n)}', '${id(n)}', 'Prøve', 'prove', now())`);
    await superuser.query(`insert into workplace (organisation_id, id, company_id, name, created_at) values ('${id(n)}', '${id(n)}', '${id(n)}', 'Prøve', now())`);
    const placed = (nth: number, ref: string, from: number, to: number, cancelled = false): Promise<unknown> =>
      superuser.query(
        `insert into placement (organisation_id, id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, cancelled_at, created_at, created_by)
         values ('${id(n)}', '${id(nth)}', '${id(n)}', '${ref}', 'WORK_PLACEMENT', 600, daterange(current_date + ${from}, current_date + ${to}), current_date + ${to}, ${cancelled ? 'now()' : 'null'}, now(), '${id(n)}')`,
      );
    await placed(1, 'B-1', -100, -9);
    await placed(2, 'B-1', -7, 84);
    await placed(3, 'B-2', 7, 98, true);
  }
}

test('placements in use get their citizen, primary contact and open course; every organisation a staircase; once', async () => {
  await live();
  expect((await migrate(migrations, loadReference)).length).toBeGreaterThan(10);
  expect(
    await rows(`select z.case_ref, k.owner_user_id = k.organisation_id as owned, k.next_follow_up_on > current_date as due, k.closed_on, r.is_primary, p.id
                  from citizen z join course k on k.citizen_id = z.id and k.organisation_id = z.organisation_id
                  join citizen_role r on r.citizen_id = z.id join placement p on p.course_id = k.id order by z.organisation_id`),
  ).toEqual([1, 2].map(() => ({ case_ref: 'B-1', owned: true, due: true, closed_on: null, is_primary: true, id: id(2) })));
  expect(await rows('select count(*)::int as n from staircase_step group by organisation_id')).toEqual([{ n: 7 }, { n: 7 }]);
  expect(await rows(`select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace`)).toEqual([]);
  expect(await migrate(migrations, loadReference)).toEqual([]);
}, 60_000);
