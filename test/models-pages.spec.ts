/** Tasks and the care of agreements as a browser without JavaScript uses them; and a cluster's refills by its own setting. */
import { furnishOrganisation } from '#companies';
import { csrfOf } from '#people';
import { addDays, systemActor } from '#platform';
import { RaiseUpkeepTasks } from '#upkeep';
import { startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { makeCluster } from './support/clusters.js';
import { forCitizen, makeMentor, makePlace, makeSlots, share, type Reserved } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let token = '';
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  organisation = await app.makeOrganisation();
  await app.db.write(systemActor(organisation.id), (tx) => furnishOrganisation(tx));
  await enter();
});

async function enter(user?: string): Promise<void> {
  token = (await organisation.signIn(user)).token ?? '';
}
const round = (): Promise<number> => app.nest.get(RaiseUpkeepTasks).run(systemActor(organisation.id));
const get = async (path: string): Promise<string> => {
  const answer = await fetch(app.url + path, { headers: { cookie: `sid=${token}; lang=da` } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};
async function post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<{ status: number; to: string; html: string }> {
  const body = new URLSearchParams({ _csrf: csrfOf(token), ...fields });
  const answer = await fetch(app.url + path, { method: 'POST', body, redirect: 'manual', headers: { cookie: `sid=${token}; lang=da`, origin: app.url } });
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
}
const idIn = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
const agreementId = async (): Promise<string> => (await (await organisation.signIn()).get<{ items: { id: string }[] }>('/agreements')).body.items[0]?.id ?? '';

test('a refill stands on Min dag with its one button, is put off, and done', async () => {
  const [slot = ''] = await makeSlots(app, organisation, await makePlace(app, organisation), 'fixed_slots');
  await round();
  const day = await get('/');
  expect(day).toContain(`href="/puljen/${slot}#reserver"`);
  const task = idIn(day, /href="\/opgaver\/([0-9a-f-]{36})"/);
  const page = await get(`/opgaver/${task}`);
  const version = idIn(page, /name="version" value="(\d+)"/);
  expect(await post(`/opgaver/${task}/udskyd`, { version, until: app.clock.today() })).toMatchObject({ status: 422, html: expect.stringContaining('Vælg en dag efter i dag') });
  expect(await post(`/opgaver/${task}/udskyd`, { version, until: addDays(app.clock.today(), 400) })).toMatchObject({ status: 422, html: expect.stringContaining('højst udskydes et halvt år') });
  expect(await post(`/opgaver/${task}/udskyd`, { version })).toMatchObject({ status: 422 });
  expect(await post(`/opgaver/${task}/udskyd`, { version, until: addDays(app.clock.today(), 4) })).toMatchObject({ status: 303, to: '/opgaver?done=task.snoozed' });
  expect(await get('/')).not.toContain(task);
  expect(await get('/opgaver?vis=open')).toContain(task);
  expect((await post(`/opgaver/${task}/klaret`, { version })).status).toBe(422);
  expect(await post(`/opgaver/${task}/klaret`, { version: String(Number(version) + 1), note: 'Aftalt at vente' })).toMatchObject({ status: 303 });
  expect(await get(`/opgaver/${task}`)).toContain('Aftalt at vente');
  expect(await get('/opgaver?vis=open')).not.toContain(task);
});

test('the care of a model 1 agreement shows utilisation and vacancy days, and so does the list for managers', async () => {
  await makeSlots(app, organisation, await makePlace(app, organisation), 'fixed_slots', 2);
  const id = await agreementId();
  expect(await get(`/aftaler/${id}`)).toContain(`/aftaler/${id}/pleje`);
  const care = await get(`/aftaler/${id}/pleje`);
  expect(care).toContain('0 af 62 aftalte pladsdage');
  await enter('manager');
  expect(await get('/kapacitet')).toContain('/kapacitet/udnyttelse');
  expect(await get('/kapacitet/udnyttelse')).toContain(`/aftaler/${id}/pleje`);
});

test("a standing agreement's offer is answered on its page; nothing of utilisation there", async () => {
  await makeSlots(app, organisation, await makePlace(app, organisation), 'standing');
  const id = await agreementId();
  const care = await get(`/aftaler/${id}/pleje`);
  expect(care).toContain('Gælder tilbuddet stadig?');
  expect(care).toContain('0 gange, 0 ja');
  expect(care).not.toContain('aftalte pladsdage');
  expect((await post(`/aftaler/${id}/pleje/svar`, { note: 'x' })).status).toBe(422);
  expect(await post(`/aftaler/${id}/pleje/svar`, { answer: 'good', note: '' })).toMatchObject({ status: 303, to: `/aftaler/${id}/pleje?done=offer.answered` });
  expect(await get(`/aftaler/${id}/pleje`)).toContain('Tidligere svar');
  // A fault calls the field what the field is called.
  const short = { from: app.clock.today(), until: app.clock.today(), reason: 'Ferie' };
  expect((await post(`/aftaler/${id}/pause`, short)).html).toContain('Første dag efter pausen: ');
  expect(await post(`/aftaler/${id}/pleje/svar`, { answer: 'ended', note: '' })).toMatchObject({ status: 303, to: `/aftaler/${id}/pleje?done=offer.ended` });
  expect(await get(`/aftaler/${id}/pleje`)).not.toContain('/pleje/svar');
  await enter('manager');
  expect(await get('/kapacitet/udnyttelse')).not.toContain(id);
});

test('a yes on a shared opening bears a match-driven agreement from its own form, and afterwards the company is thanked', async () => {
  const at = await makePlace(app, organisation);
  await makeMentor(app, organisation, at, 'mentor@proeve.example');
  const consultant = await organisation.signIn();
  const opening = await share(consultant, at);
  const today = app.clock.today();
  const { body } = await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen({ from: today, until: addDays(today, 28) }));
  const form = `/puljen/${opening}/reservationer/${body.id}/aftale`;
  expect(await get(`/puljen/${opening}`)).toContain(form);
  expect(await get(form)).toContain('Fast kontaktperson');
  const contactUserId = organisation.users.consultant?.id ?? '';
  expect((await post(form, { contactUserId, followUpWeeks: '2' })).html).toContain('Plan for opfølgning');
  const agreed = { contactUserId, followUpWeeks: '2', followUpPlan: 'Besøg hver anden uge' };
  expect(await post(form, { ...agreed, wait: 'true' })).toMatchObject({ status: 303, to: `/puljen/${opening}?done=match.planned` });
  expect(await get(`/puljen/${opening}`)).toContain('laves aftalen med det samme, med opfølgning hver 2. uge');
  expect(await get(form)).toContain('Besøg hver anden uge');
  const made = await post(form, agreed);
  expect(made.status).toBe(303);
  const id = idIn(made.to, /aftaler\/([0-9a-f-]{36})/);
  expect(await get(`/aftaler/${id}/pleje`)).toContain('Sig tak');
  expect((await post(`/aftaler/${id}/pleje/tak`)).status).toBe(303);
});

test('a cluster is refilled as its agreement says', async () => {
  const places = [await makePlace(app, organisation), await makePlace(app, organisation)];
  const cluster = await makeCluster(app, organisation, places);
  const setting = (refill: boolean): Promise<number> => app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('update agreement set refill = $2 where id = $1', [cluster.agreementId, refill]));
  await setting(false);
  expect(await round()).toBe(0);
  expect(await get(`/aftaler/${cluster.agreementId}/pleje`)).toContain('kræver ikke noget');
  await setting(true);
  expect(await round()).toBe(2);
  expect(await get(`/aftaler/${cluster.agreementId}/pleje`)).toContain('aftalte pladsdage');
  await setting(false);
  await round();
  expect(await get('/opgaver')).toContain('Ingen opgaver her');
});

test('turned into a cluster without scripts: the member that was written is asked about before anything changes, and nothing typed is lost', async () => {
  const client = await organisation.signIn();
  const { body } = await client.post<{ id: string; workplaceId: string }>('/companies', { name: 'Bageren i Byen', workplace: { street: 'Algade 1', postalCode: '5800' } });
  const other = await client.post<{ workplaceId: string }>('/companies', { name: 'Slagteren i Byen', workplace: { street: 'Algade 2', postalCode: '5800' } });
  const draft = await client.post<{ id: string }>('/agreements', { model: 'standing', companyId: body.id, workplaces: [{ workplaceId: body.workplaceId }] });
  const path = `/aftaler/${draft.body.id}/skift-model`;
  const typed = { to: 'cluster', clusterName: 'Byens butikker', clusterKind: 'geographic', slotPooling: 'pooled', coordinatorUserId: organisation.users.consultant?.id ?? '', newMemberText: 'Slagter' };
  const asked = await post(path, typed);
  expect([asked.status, idIn(asked.html, /name="newMember"[^>]*value="([^"]+)"/)]).toEqual([422, other.body.workplaceId]);
  for (const kept of ['Byens butikker', 'value="Slagter"']) expect(asked.html).toContain(kept);
  expect(await post(path, { ...typed, newMember: other.body.workplaceId })).toMatchObject({ status: 303 });
  expect((await client.get(`/agreements/${draft.body.id}`)).body).toMatchObject({ model: 'cluster', workplaces: [{}, {}] });
});
