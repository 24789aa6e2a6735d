import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { loadReference, referenceVersion, sources } from './load-reference.js';

const ownerUrl = process.env['INDGANG_TEST_OWNER_URL'] ?? '';
const appUrl = process.env['INDGANG_TEST_APP_URL'] ?? '';
const owner = new Client({ connectionString: ownerUrl });

beforeAll(async () => {
  await owner.connect();
  await loadReference(owner);
});
afterAll(() => owner.end());

const number = async (sql: string): Promise<number> => Number((await owner.query<{ n: string }>(sql)).rows[0]?.n);

it('loads once: the same edition again does nothing, and says so', async () => {
  expect(await loadReference(owner)).toBe(false);
  expect((await owner.query('select version from reference_load')).rows).toEqual([{ version: referenceVersion() }]);
});

it('loads another edition over the old one, from two processes at once, and ends with the same rows', async () => {
  const count = `select (select count(*) from sector_code) + (select count(*) from municipality_region) + (select count(*) from target_group)
    + (select count(*) from postal_code_municipality) + (select count(*) from sector_template_division) as n`;
  const before = await number(count);
  await owner.query(`update reference_load set version = 'older'`);
  const second = new Client({ connectionString: ownerUrl });
  await second.connect();
  const loaded = await Promise.all([loadReference(owner), loadReference(second)]);
  await second.end();
  expect(loaded.filter(Boolean)).toHaveLength(1);
  expect(await number(count)).toBe(before);
});

it('leaves nothing half loaded when the last table cannot be written', async () => {
  await owner.query(`update reference_load set version = 'older'`);
  const holder = new Client({ connectionString: ownerUrl });
  await holder.connect();
  await holder.query('begin; lock table measure_type in share mode');
  await owner.query(`set lock_timeout = '50ms'`);
  await expect(loadReference(owner)).rejects.toMatchObject({ code: '55P03' });
  await holder.end();
  await owner.query('reset lock_timeout');
  expect((await owner.query('select version from reference_load')).rows).toEqual([{ version: 'older' }]);
  expect(await loadReference(owner)).toBe(true);
});

it('holds the places: 98 municipalities, each with a region on every day, and their postal codes', async () => {
  expect(await number('select count(*) as n from municipality')).toBe(98);
  expect(await number('select count(*) as n from postal_code')).toBeGreaterThan(1_100);
  expect(await number('select count(*) as n from postal_code where lat is null')).toBe(0);
  expect(
    await number(`select count(*) as n from municipality m where not exists
    (select from postal_code_municipality p where p.municipality_code = m.code)`),
  ).toBe(0);
  for (const on of ['2007-01-01', '2026-12-31', '2027-01-01']) {
    expect([on, await number(`select count(*) as n from municipality_region where valid @> '${on}'::date`)]).toEqual([
      on,
      98,
    ]);
  }
});

it('holds both sector schemes, with a parent for all but sections', async () => {
  const { rows } = await owner.query(
    'select scheme, level, count(*)::int as n from sector_code group by 1, 2 order by 1, 2',
  );
  expect(rows).toEqual([
    { scheme: 'DB07', level: 'division', n: 88 },
    { scheme: 'DB07', level: 'section', n: 21 },
    { scheme: 'DB25', level: 'class', n: 651 },
    { scheme: 'DB25', level: 'division', n: 87 },
    { scheme: 'DB25', level: 'group', n: 287 },
    { scheme: 'DB25', level: 'section', n: 22 },
  ]);
});

it('maps every division of both schemes to exactly one friendly sector', async () => {
  const { rows } = await owner.query(`select scheme, code from sector_code c where level = 'division' and
    (select count(*) from sector_template_division d where d.scheme = c.scheme and d.division_code = c.code) <> 1`);
  expect(rows).toEqual([]);
});

it('lets the application read and nothing else', async () => {
  const app = new Client({ connectionString: appUrl });
  await app.connect();
  expect((await app.query('select * from region')).rowCount).toBe(6);
  for (const table of ['region', 'municipality', 'sector_code', 'target_group', 'reference_load']) {
    await expect(app.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
  }
  await app.end();
});

it('names the versions of the packages that are installed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect(dependencies).toMatchObject(sources);
});
