import { Client as Postgres } from 'pg';
import { type Client, startApp, type TestApp } from './support/app.js';
import { loadReference } from '#reference';

let app: TestApp;
let consultant: Client;

beforeAll(async () => {
  const owner = new Postgres({ connectionString: process.env['INDGANG_TEST_OWNER_URL'] });
  await owner.connect();
  await loadReference(owner);
  await owner.end();
  app = await startApp();
  consultant = await (await app.makeOrganisation()).signIn();
});
afterAll(() => app.close());

type Page = { items: { code: string; region?: { code: string } }[]; next: string | null };

it.each([
  ['/reference/municipalities', 98],
  ['/reference/regions?on=2026-12-31', 5],
  ['/reference/regions?on=2027-01-01', 4],
  ['/reference/postal-codes?beginning=580', 1],
  ['/reference/postal-codes', 100],
  ['/reference/sector-codes?level=section', 22],
  ['/reference/sector-codes?scheme=DB07&level=division', 88],
  ['/reference/target-groups?on=2026-11-22', 14],
  ['/reference/measure-types?on=2026-11-22', 12],
])('GET %s answers %i', async (path, count) => {
  const { status, body } = await consultant.get<Page>(path);
  expect([status, body.items?.length]).toEqual([200, count]);
});

it('refuses a day that is none, a limit beyond the largest and a stranger', async () => {
  expect((await consultant.get('/reference/regions?on=2027-02-30')).status).toBe(400);
  expect((await consultant.get('/reference/postal-codes?limit=101')).status).toBe(400);
  expect((await app.anonymous.get('/reference/regions')).status).toBe(401);
});
