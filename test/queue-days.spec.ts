/** Who waits in a queue while days go by. */
import { addDays } from '#platform';
import { startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, makePlace, share, type Reserved } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
});
afterAll(() => app.close());

test('days gone by in the queue are not asked for when the place comes', async () => {
  const consultant = await organisation.signIn();
  const today = app.clock.today();
  const opening = await share(consultant, await makePlace(app, organisation));
  const reserve = async (more: object): Promise<string> =>
    (await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(more))).body.id;
  const first = await reserve({});
  const [tooLate, inTime] = [await reserve({ from: today, until: addDays(today, 2) }), await reserve({ from: today, until: addDays(today, 60) })];
  app.clock.advance(5 * 86_400_000);
  const later = await organisation.signIn();
  expect((await later.post(`/reservations/${first}/withdrawal`, { reason: 'ombestemt' })).status).toBe(204);
  expect((await later.get(`/reservations/${tooLate}`)).body).toMatchObject({ state: 'queued' });
  expect((await later.get(`/reservations/${inTime}`)).body).toMatchObject({ state: 'first', from: app.clock.today(), until: addDays(today, 60) });
});
