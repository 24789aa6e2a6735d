import { Client } from 'pg';
import { Clock, Db, Ids } from '#platform';
import { loadReference } from './load-reference.js';
import { ReferenceQueries } from './reference.queries.js';

const clock = new Clock();
const db = new Db({ url: process.env['INDGANG_TEST_APP_URL'] ?? '', size: 1 }, clock, new Ids());
const queries = new ReferenceQueries(db, clock);

beforeAll(async () => {
  const owner = new Client({ connectionString: process.env['INDGANG_TEST_OWNER_URL'] });
  await owner.connect();
  await loadReference(owner);
  await owner.end();
});
afterAll(() => db.onApplicationShutdown());

it('reads everything as the application, then answers from memory for ten minutes', async () => {
  const first = await queries.current();
  expect(first.municipalities('2026-12-31')).toHaveLength(98);
  expect(first.regionOf('0340', '2026-12-31')?.nameDa).toBe('Region Sjælland');
  expect(first.regionOf('0340', '2027-01-01')?.nameDa).toBe('Region Østdanmark');
  expect(first.sectorTemplates()).toHaveLength(12);
  expect(first.sectorFromText('41.20.00')).toEqual({
    scheme: 'DB07',
    code: '412000',
    division: '41',
    sectorKey: 'construction',
  });
  expect(await queries.current()).toBe(first);
  clock.advance(11 * 60_000);
  expect(await queries.current()).not.toBe(first);
});

it('needs no second connection inside a transaction: the pool here has one', async () => {
  clock.advance(11 * 60_000);
  const reference = await db.system((tx) => queries.current(tx));
  expect(reference.postalCode('5853')).toMatchObject({ town: 'Ørbæk' });
});
