/** The monthly sample of the access log: the same whoever draws it, all look-ups without a relation, and what came of it. */
import { RaiseAccessSample } from '#citizens';
import { csrfOf } from '#people';
import { systemActor } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';

interface Sample {
  month: string;
  months: string[];
  items: { id: string; userName: string; why: string; basis: string; roles: string[]; verdict: string | null; reason: string | null }[];
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let manager: Client;
const citizens: string[] = [];
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2027-02-10T09:00:00Z'));
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  manager = await organisation.signIn('manager');
  for (let n = 0; n < 9; n += 1) citizens.push((await consultant.post<{ id: string }>('/citizens', { caseRef: `PRØVE-${n}`, pseudonym: 'Ida', targetGroup: 'LAB6-03' })).body.id);
  for (const id of citizens) await consultant.get(`/citizens/${id}`);
  await consultant.get('/citizens');
  await manager.post('/citizens/looks', { caseRef: 'PRØVE-1', reason: 'Klage fra borgeren' });
  await manager.get(`/citizens/${citizens[1]}`);
  app.clock.set(new Date('2027-03-03T09:00:00Z'));
  manager = await organisation.signIn('manager');
});
afterAll(() => app.close());

const sample = async (by = manager, month = '') => (await by.get<Sample>(`/access-samples${month && `?month=${month}`}`)).body;
const check = (seenId: string, body: object, by = manager) => by.put<{ left: number }>(`/access-samples/2027-02/${seenId}`, body);

test('five of each person\u2019s look-ups, all without a relation; the same each time, and only of a month that is over', async () => {
  const first = await sample();
  expect(first.month).toBe('2027-02');
  const [drawn, looks] = [first.items.filter(({ why }) => why === 'random'), first.items.filter(({ why }) => why === 'no-relation')];
  expect(drawn).toHaveLength(5);
  expect(new Set(drawn.map(({ userName, roles }) => `${userName} ${roles.join()}`))).toEqual(new Set(['Prøve consultant consultant']));
  expect(looks).toMatchObject([{ userName: 'Prøve manager', basis: 'look', roles: [], reason: 'Klage fra borgeren' }]);
  expect(await sample(await organisation.signIn('everybody'))).toEqual(first);
  expect((await sample(manager, '2027-03')).month).toBe('2027-02');
  expect((await sample(manager, '2027-01')).items).toEqual([]);
  expect(JSON.stringify(first)).not.toMatch(new RegExp(`${citizens.join('|')}|PRØVE`));
});

test('is for managers alone', async () => {
  for (const who of ['consultant', 'caseworker', 'administrator']) expect([who, (await (await organisation.signIn(who)).get('/access-samples')).status]).toEqual([who, 403]);
});

test('is a task for each manager once, until all of it is checked; what is to be followed up says why', async () => {
  const raise = app.nest.get(RaiseAccessSample, { strict: false });
  const raised = await raise.run(systemActor(organisation.id));
  expect(raised).toBeGreaterThan(0);
  expect(await raise.run(systemActor(organisation.id))).toBe(0);
  const open = async () => (await manager.get<{ items: { kind: string }[] }>('/tasks')).body.items.filter(({ kind }) => kind === 'access-sample').length;
  expect(await open()).toBe(1);
  const { items } = await sample();
  const [one, ...rest] = items.map(({ id }) => id);
  expect(await check(one ?? '', { verdict: 'follow-up' })).toMatchObject({ status: 422 });
  expect(await check(one ?? '', { verdict: 'follow-up', note: 'Tal med kollegaen' })).toMatchObject({ status: 200, body: { left: rest.length } });
  for (const id of rest) await check(id, { verdict: 'fine' });
  expect((await sample()).items.map(({ verdict }) => verdict)).not.toContain(null);
  expect(await open()).toBe(0);
  expect((await check('018f0000-0000-7000-8000-00000000dead', { verdict: 'fine' })).status).toBe(404);
  expect(await manager.put(`/access-samples/2027-03/${one}`, { verdict: 'fine' })).toMatchObject({ status: 404 });
});

test('which citizen it was takes a look of one\u2019s own, with a reason, that is seen by the next sample', async () => {
  const { items } = await sample();
  const drawn = items.find(({ why }) => why === 'random')?.id;
  expect((await manager.post(`/access-samples/${drawn}/look`, { reason: '' })).status).toBe(422);
  const look = await manager.post<{ id: string }>(`/access-samples/${drawn}/look`, { reason: 'Stikprøvekontrol' });
  expect(look).toMatchObject({ status: 201, body: { untilAt: expect.any(String) } });
  expect(citizens).toContain(look.body.id);
  expect(await manager.get(`/citizens/${look.body.id}`)).toMatchObject({ status: 200, body: { basis: 'look' } });
});

test('as a page without JavaScript: the month, one verdict, a note that is missing, a look', async () => {
  const { items } = await sample();
  const [one = { id: '' }] = items;
  const headers = { cookie: `sid=${manager.token}`, 'sec-fetch-site': 'same-origin' };
  const post = (path: string, fields: Record<string, string>) => fetch(app.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ _csrf: csrfOf(manager.token ?? ''), ...fields }) });
  const html = await (await fetch(`${app.url}/borgere/kontrol`, { headers })).text();
  expect(html).toContain('februar 2027');
  expect(html).toContain('Alt er kontrolleret');
  expect((await post(`/borgere/kontrol/2027-02/${one.id}`, { verdict: 'follow-up' })).status).toBe(422);
  expect((await post(`/borgere/kontrol/2027-02/${one.id}`, { verdict: 'fine' })).headers.get('location')).toContain('done=access.all-checked');
  expect((await post(`/borgere/kontrol/2027-02/${one.id}/opslag`, { reason: 'Stikprøve' })).headers.get('location')).toMatch(/\/borgere\/[0-9a-f-]+\/adgang/);
});
