/** Citizens and places measured against each other, from either side, and on to a reservation. */
import { csrfOf } from '#people';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { makePlace, share } from './support/pool.js';

interface Fitting {
  id: string;
  missing: string[];
  sector: string;
  distance: string;
  hours: string;
  km: number | null;
  rank: number;
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let [bakery, garden]: string[] = [];
let [quiet, seated]: string[] = [];
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  [bakery, garden] = await Promise.all(['Bageri', 'Have'].map(async (name, n) => made('/sectors', { nameDa: name, nameEn: name, position: n + 1 })));
  [quiet, seated] = await Promise.all(['Ro', 'Stol'].map(async (name, n) => made('/considerations', { nameDa: name, nameEn: name, position: n + 1 })));
});
afterAll(() => app.close());

const made = async (path: string, body: object): Promise<string> => {
  const administrator = await organisation.signIn('administrator');
  const answer = await administrator.post<{ id: string }>(path, body);
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.body.id;
};
const citizen = async (caseRef: string, more: object, by = consultant): Promise<string> =>
  (await by.post<{ id: string }>('/citizens', { caseRef, pseudonym: 'Ida', targetGroup: 'LAB6-03', ...more })).body.id;

test('from a citizen: what offers all, in the trade wished for and near, comes first; and a reservation is two steps away', async () => {
  const near = await makePlace(app, organisation, { name: 'Nær', sectorId: bakery });
  const far = await makePlace(app, organisation, { name: 'Fjern', sectorId: bakery, postalCode: '8000', municipality: '0751', lat: 56.15, lon: 10.2 });
  const other = await makePlace(app, organisation, { name: 'Anden', sectorId: garden });
  const best = await share(consultant, near, { considerationIds: [quiet, seated], minutesPerWeek: 600 });
  const long = await share(consultant, far, { considerationIds: [quiet, seated], minutesPerWeek: 600 });
  const lacking = await share(consultant, near, { considerationIds: [quiet], minutesPerWeek: 1200 });
  const elsewhere = await share(consultant, other, { considerationIds: [quiet, seated], minutesPerWeek: 600 });
  const ida = await citizen('FIT-1', { goals: [{ sectorId: bakery, tasks: 'Bage' }], considerationIds: [quiet, seated], minutesPossible: 600, nearPostalCode: '5800', travelMinutes: 30, transport: 'bicycle' });
  const { items } = (await consultant.get<{ items: Fitting[] }>(`/citizens/${ida}/places`)).body;
  expect(items.map(({ id }) => id)).toEqual([best, elsewhere, long, lacking]);
  expect(items[0]).toMatchObject({ missing: [], sector: 'wished', distance: 'near', hours: 'fits', rank: 0 });
  expect(items[2]).toMatchObject({ distance: 'far', km: expect.any(Number) });
  expect(items[3]).toMatchObject({ missing: [seated], hours: 'more' });

  const page = await fetch(`${app.url}/borgere/${ida}/pladser`, { headers: { cookie: `sid=${consultant.token}` } });
  const html = await page.text();
  expect(html).toContain(`href="/puljen/${best}/borger/${ida}#reserver"`);
  expect(html).toContain(`href="/puljen?consideration=${quiet}&amp;consideration=${seated}&amp;sector=${bakery}"`);
  const form = await fetch(`${app.url}/puljen/${best}/borger/${ida}`, { headers: { cookie: `sid=${consultant.token}` } });
  expect(await form.text()).toContain('value="FIT-1"');
  const reserved = await fetch(`${app.url}/puljen/${best}/reserver`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `sid=${consultant.token}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ _csrf: csrfOf(consultant.token ?? ''), citizenRef: 'FIT-1', targetGroup: 'LAB6-03', reason: 'Vil gerne bage', minutesPerWeek: '10' }),
  });
  expect(reserved.status).toBe(303);
  expect((await consultant.get<{ items: Fitting[] }>(`/citizens/${ida}/places`)).body.items.map(({ id }) => id)).not.toContain(best);
});

test('from a place: own citizens, the best fit first, each noted as shown; nobody else is there', async () => {
  const place = await makePlace(app, organisation, { name: 'Bageri', sectorId: bakery });
  const opening = await share(consultant, place, { considerationIds: [quiet], minutesPerWeek: 600 });
  const colleague = await organisation.signIn('colleague');
  const [fits, lacks] = [
    await citizen('FIT-2', { goals: [{ sectorId: bakery, tasks: 'Bage' }], considerationIds: [quiet] }, colleague),
    await citizen('FIT-3', { goals: [{ sectorId: garden, tasks: 'Grave' }], considerationIds: [seated] }, colleague),
  ];
  await citizen('FIT-4', {}, consultant);
  const list = async (q = '') => (await colleague.get<{ items: Fitting[] }>(`/openings/${opening}/citizens${q}`)).body.items;
  expect(await list()).toMatchObject([
    { id: fits, missing: [], sector: 'wished' },
    { id: lacks, missing: [seated], sector: 'other' },
  ]);
  expect((await list('?q=fit-3')).map(({ id }) => id)).toEqual([lacks]);
  const seen = (await colleague.get<{ items: { fields: string }[] }>(`/citizens/${fits}/seen`)).body.items;
  expect(seen.map(({ fields }) => fields)).toEqual(['access', 'name']);
  expect((await colleague.get('/openings/018f0000-0000-7000-8000-00000000dead/citizens')).status).toBe(404);
  expect((await (await organisation.signIn('administrator')).get(`/openings/${opening}/citizens`)).status).toBe(403);
});
