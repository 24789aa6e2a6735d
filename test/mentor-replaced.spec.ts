/** The mentor's link when time has gone by: an answer after the first day, and a mentor who has stopped meanwhile. */
import { formatter } from '#dictionary';
import { addDays } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, forCitizen, mailbox, makeMentor, makePlace, share, type DemoMail, type Reserved } from './support/pool.js';

interface Page {
  state: string;
  request: Record<string, unknown> | null;
  code: string;
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
});
afterAll(() => app.close());

const lastMail = async (): Promise<DemoMail | undefined> => (await mailbox(app, organisation)).at(-1);
const lastToken = async (): Promise<string> => /\/svar\/([\w-]{43})/.exec((await lastMail())?.text ?? '')?.[1] ?? '';
const open = (token: string) => app.anonymous.get<Page>(`/mentor-requests/${token}`);
const answer = (token: string, body: object) => app.anonymous.post<Page>(`/mentor-requests/${token}/answer`, body);
const stateOf = async (id: string) => (await consultant.get<{ state: string }>(`/reservations/${id}`)).body;

test('a mentor who has stopped is told whom to call and answers nothing; the request goes to another', async () => {
  const place = await makePlace(app, organisation);
  const former = await makeMentor(app, organisation, place, 'mia@proeve.example');
  const opening = await share(consultant, place);
  const { id } = (await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen())).body;
  await deliverOutbox(app, organisation);
  const token = await lastToken();
  const end = { activeUntil: app.clock.today(), version: 1 };
  expect((await consultant.put(`/mentors/${former}/end`, end)).status).toBe(200);
  expect((await open(token)).body).toEqual({
    state: 'stopped',
    request: null,
    contact: {
      contactName: 'Prøve consultant',
      contactPhone: null,
      contactEmail: organisation.users.consultant?.email,
      organisationName: 'Jobcenter Prøvestad',
    },
  });
  const page = await app.anonymous.get(`//svar/${token}`);
  expect(page.text).toContain('Du står ikke længere som mentor');
  expect(page.text).toContain('Prøve consultant');
  expect((await answer(token, { answer: 'accept' })).body.code).toBe('mentor-link.stopped');
  expect(await stateOf(id)).toMatchObject({ state: 'first' });
  const ask = (client: Client, mentorId: string) => client.post<{ code: string }>(`/reservations/${id}/mentor-request`, { mentorId });
  expect((await ask(consultant, former)).body.code).toBe('placement.mentor-unknown');
  const silent = await makeMentor(app, organisation, place, null);
  expect((await ask(consultant, silent)).body.code).toBe('mentor-link.no-address');
  const other = await makeMentor(app, organisation, place, 'bo@proeve.example');
  expect((await ask(await organisation.signIn('colleague'), other)).status).toBe(403);
  // From the form of the opening's page, which offers everybody but the one who has the request.
  const names = async () => [...(await consultant.get(`//puljen/${opening}`)).text.matchAll(/<option value="([^"]+)"/g)].map(([, id]) => id);
  expect(await names()).toContain(other);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await consultant.post(`//puljen/${opening}/reservationer/${id}/mentor`, `mentorId=${other}`, form);
  expect(sent.status).toBe(303);
  await deliverOutbox(app, organisation);
  expect(await names()).not.toContain(other);
  expect((await lastMail())?.to).toBe('bo@proeve.example');
  expect((await answer(await lastToken(), { answer: 'accept' })).status).toBe(200);
  expect(await stateOf(id)).toMatchObject({ state: 'accepted' });
});

test('a yes that comes after the first day asked for begins today and is as long, and everybody is told the day it is', async () => {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mia@proeve.example');
  const opening = await share(consultant, place, { expiresOn: '2030-01-01' });
  const today = app.clock.today();
  const days = { from: addDays(today, 2), until: addDays(today, 93) };
  const made = await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(days));
  await deliverOutbox(app, organisation);
  const token = await lastToken();
  const late = { from: addDays(today, 5), until: addDays(today, 96) };
  app.clock.advance(5 * 86_400_000);
  try {
    expect((await open(token)).body.request).toMatchObject(late);
    expect((await answer(token, { answer: 'accept' })).status).toBe(200);
    await deliverOutbox(app, organisation);
    expect((await lastMail())?.text).toContain(`fra ${formatter('da').formatDate(late.from)}. Forløbet er oprettet`);
  } finally {
    app.clock.advance(-5 * 86_400_000);
  }
  const { items } = (await consultant.get<{ items: object[] }>(`/placements?workplace=${place.workplaceId}`)).body;
  expect(items).toEqual([expect.objectContaining(late)]);
  expect(await stateOf(made.body.id)).toMatchObject({ state: 'accepted', ...late });
});
