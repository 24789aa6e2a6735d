/** Two connections for fifty people: they wait for each other, and nobody for themselves. */
import { Ids } from '#platform';
import { Client, startApp, type TestApp } from './support/app.js';
import { forCitizen, makePlace, share } from './support/pool.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ databasePoolSize: 2 });
});
afterAll(() => app.close());

test('fifty people read and write over two connections: done, refused for a reason, or told to come back', async () => {
  const organisation = await app.makeOrganisation();
  const patient = await organisation.signIn('everybody');
  const staff = patient.hasty;
  const place = await makePlace(app, organisation);
  const openings = await Promise.all([1, 2, 3, 4, 5].map((places) => share(patient, place, { places })));
  const ids = new Ids();
  const pages = new Client(app.url, staff.token).hasty;
  const wrong: string[] = [];
  const look = async (name: string, asked: Promise<{ status: number; headers: Headers }>): Promise<void> => {
    const { status, headers } = await asked;
    const said = status === 503 && Number(headers.get('retry-after')) >= 1;
    if (status >= 300 && status !== 409 && !said) wrong.push(`${name}: ${status}`);
  };
  const key = (): Record<string, string> => ({ 'idempotency-key': ids.next() });
  const body = { workplaceId: place.workplaceId, tasks: 'rydde op i køkkenet', places: 1 };
  const person = async (_: unknown, n: number): Promise<void> => {
    await look('share', staff.post('/openings', body, key()));
    await look('reserve', staff.post(`/openings/${openings[n % 5]}/reservations`, forCitizen(), key()));
    await look('pool', staff.get('/pool'));
    await look('page', pages.get('//puljen'));
    await look('board', pages.get('//kapacitet'));
  };
  await Promise.all(Array.from({ length: 50 }, person));
  expect(wrong).toEqual([]);
  expect((await patient.get('/pool')).status).toBe(200);
  expect((await staff.get('//health/ready')).status).toBe(200);
}, 60_000);
