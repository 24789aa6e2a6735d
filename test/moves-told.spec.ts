/** A move taken back while nothing has been built on it; who is told of moves, extensions and early ends; what a cluster allows at a workplace. */
import { ChooseLanguage } from '#people';
import { addDays, systemActor, type Language } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { makeCluster } from './support/clusters.js';
import { deliverOutbox, forCitizen, mailbox, makeMentor, makePlace, makeSlots, type Reserved, type TestPlace } from './support/pool.js';

interface View {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly plannedEnd: string;
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly state: string;
  readonly hours: readonly { readonly from: string; readonly minutesPerWeek: number }[];
  readonly pauses: readonly { readonly from: string; readonly until: string }[];
  readonly version: number;
}

let app: TestApp;
let organisation: TestOrganisation;
let client: Client;
let today: string;
let members: TestPlace[];
const in_ = (days: number): string => addDays(today, days);

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  client = await organisation.signIn('consultant');
  today = app.clock.today();
});
beforeEach(async () => {
  members = await Promise.all(['Bageren', 'Boghandleren', 'Blomsten'].map((name) => makePlace(app, organisation, { name })));
  for (const [n, member] of members.entries()) await makeMentor(app, organisation, member, `mentor${n}@klynge.example`, 9);
});
afterAll(() => app.close());

const reserve = async (slot: string, from: number, until: number): Promise<string> => {
  const answer = await client.post<Reserved>(`/openings/${slot}/reservations`, forCitizen({ from: in_(from), until: in_(until) }));
  if (answer.status !== 201) throw new Error(`reserving answered ${answer.text}`);
  return answer.body.id;
};
const accept = (reservation: string, by = client) => by.post<{ id: string; code?: string }>(`/reservations/${reservation}/acceptance`, {});
const placed = async (slot: string, from: number, until: number): Promise<string> => {
  const answer = await accept(await reserve(slot, from, until));
  if (answer.status !== 201) throw new Error(`accepting answered ${answer.text}`);
  return answer.body.id;
};
const view = async (id: string): Promise<View> => (await client.get<View>(`/placements/${id}`)).body;
const move = (id: string, slotId: string | undefined, from: number, more: object = {}, by = client) => by.post<{ id: string; code?: string }>(`/placements/${id}/move`, { slotId, from: in_(from), version: 1, ...more });
const rotate = (id: string, to: TestPlace | undefined, from: number, more: object = {}, by = client) => by.post<{ id: string; code?: string; warnings: string[] }>(`/placements/${id}/rotation`, { workplaceId: to?.workplaceId, from: in_(from), version: 1, ...more });
const takeBack = (id: string, version = 1) => client.post<View & { code?: string }>(`/placements/${id}/withdrawal`, { version });
const opening = (id: string) => client.get<{ freeFrom: string; freeUntil: string | null }>(`/openings/${id}`).then(({ body }) => body);
const slots = (count: number): Promise<string[]> => makeSlots(app, organisation, members[0] as TestPlace, 'fixed_slots', count);

describe('a move that is taken back', () => {
  it('leaves everything as it was: end, slots, hours and pauses; the journal keeps both', async () => {
    const [old = '', next = ''] = await slots(2);
    const id = await placed(old, 0, 91);
    const steps = [{ from: in_(0), minutesPerWeek: 300 }, { from: in_(28), minutesPerWeek: 600 }, { from: in_(70), minutesPerWeek: 900 }];
    await client.put(`/placements/${id}/hours`, { steps, version: 1 });
    await client.post(`/placements/${id}/pauses`, { from: in_(10), until: in_(20), reason: 'Ferie', version: 2 });
    await client.post(`/placements/${id}/pauses`, { from: in_(40), until: in_(50), reason: 'Kursus', version: 3 });
    const before = await view(id);
    const moved = await move(id, next, 14, { until: in_(60), version: 4 });
    expect(moved.status).toBe(201);
    expect(await client.get(`/placements/${moved.body.id}/preview?verb=take-back`)).toMatchObject({ body: { possible: true, from: in_(14), until: in_(91) } });
    const back = await takeBack(moved.body.id);
    expect(back).toMatchObject({ status: 201, body: { id, until: in_(91), plannedEnd: in_(91), slotId: old } });
    expect(await view(id)).toEqual({ ...before, version: back.body.version });
    expect(await view(moved.body.id)).toMatchObject({ state: 'cancelled', pauses: [] });
    expect([(await opening(old)).freeFrom, (await opening(next)).freeFrom]).toEqual([in_(91), in_(-30)]);
    const log = await client.get<{ items: { action: string }[] }>(`/companies/${members[0]?.companyId}/timeline`);
    expect(log.body.items.map(({ action }) => action)).toEqual(expect.arrayContaining(['placement.moved', 'placement.moved-here', 'placement.move-taken-back', 'placement.move-taken-back-here']));
    expect(await takeBack(moved.body.id, 2)).toMatchObject({ status: 409, body: { code: 'placement.over' } });
    expect((await move(id, next, 14, { version: back.body.version })).status).toBe(201);
  });

  it('brings back one that had not begun, and one whose pooled place went along', async () => {
    const [old = '', next = ''] = await slots(2);
    const planned = await placed(old, 7, 91);
    const moved = await move(planned, next, 7);
    expect(await takeBack(moved.body.id)).toMatchObject({ status: 201, body: { id: planned, state: 'planned', from: in_(7), until: in_(91) } });
    const { slots: [pooled = ''] } = await makeCluster(app, organisation, members, { slots: 1, cap: 1 });
    const id = await placed(pooled, 0, 91);
    const rotated = await rotate(id, members[1], 28);
    expect(await takeBack(rotated.body.id)).toMatchObject({ status: 201, body: { id, workplaceId: members[0]?.workplaceId, until: in_(91) } });
  });

  it('is refused when the old place has been given away, when something was built on it, later, and where nothing was moved', async () => {
    const [old = '', next = '', third = '', fourth = ''] = await slots(4);
    const id = await placed(old, 0, 91);
    expect(await takeBack(id)).toMatchObject({ status: 409, body: { code: 'placement.not-moved' } });
    const { id: moved } = (await move(id, next, 14)).body;
    await reserve(old, 20, 60);
    expect(await takeBack(moved)).toMatchObject({ status: 409, body: { code: 'placement.reserved-there' } });
    const other = await placed(third, 0, 91);
    const { id: built } = (await move(other, fourth, 14)).body;
    await client.post(`/placements/${built}/pauses`, { from: in_(20), until: in_(22), reason: 'Ferie', version: 1 });
    expect(await takeBack(built, 2)).toMatchObject({ status: 409, body: { code: 'placement.move-built-on' } });
    expect(await view(other)).toMatchObject({ until: in_(14) });
    const again = await move(built, third, 30, { version: 2 });
    expect(await takeBack(built, 3)).toMatchObject({ status: 409, body: { code: 'placement.continued' } });
    const [own, theirs] = await Promise.all([takeBack(again.body.id), takeBack(again.body.id)]);
    expect([own.status, theirs.status].sort()).toEqual([201, 409]);
  });
});

it('a move is taken back no more once the citizen has been at the new place', async () => {
  const [old = '', next = ''] = await slots(2);
  const { id } = (await move(await placed(old, 0, 91), next, 14)).body;
  app.clock.advance(15 * 86_400_000);
  client = await organisation.signIn('consultant');
  expect(await takeBack(id)).toMatchObject({ status: 409, body: { code: 'placement.move-late' } });
  today = app.clock.today();
});

describe('who is told', () => {
  it('the mentors of both places and the owner, each of what matters to them, and not the one who did it', async () => {
    const colleague = await organisation.signIn('colleague');
    const { slots: [slot = ''] } = await makeCluster(app, organisation, members, { slots: 1 });
    const id = await placed(slot, 0, 91);
    const told = async (work: () => Promise<{ status: number }>): Promise<string[]> => {
      await deliverOutbox(app, organisation);
      const had = (await mailbox(app, organisation)).length;
      expect((await work()).status).toBe(201);
      await deliverOutbox(app, organisation);
      return (await mailbox(app, organisation)).slice(had).map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).sort();
    };
    const owner = organisation.users.consultant?.email.split('@')[0];
    let rotated = '';
    expect(
      await told(async () => {
        const answer = await rotate(id, members[1], 28, {}, colleague);
        rotated = answer.body.id;
        return answer;
      }),
    ).toEqual([`${owner}: Din borger er flyttet til Boghandleren`, expect.stringContaining('mentor0: Et forløb hos jer slutter') as string, 'mentor1: En borger kommer til jer: Boghandleren']);
    expect(await told(() => takeBack(rotated))).toEqual(['mentor0: Borgeren bliver hos jer: Bageren', 'mentor1: Borgeren kommer ikke alligevel: Boghandleren']);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(`update app_user set language = 'en' where id = $1`, [organisation.users.consultant?.id]));
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(`update mentor set language = 'en' where email = 'mentor0@klynge.example'`));
    const { version } = await view(id);
    expect(await told(() => colleague.post(`/placements/${id}/extension`, { until: in_(98), version }))).toEqual([`${owner}: The placement is extended: Bageren`, 'mentor0: The placement is extended: Bageren'].sort());
    expect(await told(() => client.post(`/placements/${id}/end`, { on: in_(30), reason: 'i arbejde' }))).toEqual(['mentor0: The placement ends early: Bageren']);
    const mails = await mailbox(app, organisation);
    expect(mails.filter(({ subject, to, text }) => to.startsWith('mentor') && !subject.includes('Kan I') && /SAG-|i arbejde/.test(text))).toEqual([]);
  });

  it('nobody of a move that was taken back before the mail was written', async () => {
    const { slots: [slot = ''] } = await makeCluster(app, organisation, members, { slots: 1 });
    const id = await placed(slot, 0, 91);
    await deliverOutbox(app, organisation);
    const had = (await mailbox(app, organisation)).length;
    const rotated = await rotate(id, members[1], 28);
    await takeBack(rotated.body.id);
    await deliverOutbox(app, organisation);
    expect((await mailbox(app, organisation)).slice(had).map(({ subject }) => subject)).not.toContain('En borger kommer til jer: Boghandleren');
  });
});

describe('what the cluster allows at a workplace', () => {
  it('counts the citizen whose pooled place went along when a reservation there is accepted', async () => {
    const { slots: [first = '', second = ''] } = await makeCluster(app, organisation, members, { slots: 2, cap: 1 });
    const id = await placed(first, 0, 91);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('update slot set ends_on = $2 where id = $1', [second, in_(80)]));
    const kept = await reserve(second, 30, 60);
    expect(await rotate(id, members[1], 28)).toMatchObject({ status: 409, body: { code: 'placement.cap-reached' } });
    expect((await client.post(`/reservations/${kept}/withdrawal`, { reason: 'fandt noget andet' })).status).toBeLessThan(300);
    expect(await rotate(id, members[1], 28)).toMatchObject({ status: 201, body: { slotId: first } });
    const early = await reserve(second, 0, 28);
    expect((await accept(early)).status).toBe(201);
    const { body } = await client.post<Reserved & { warnings: string[] }>(`/openings/${second}/reservations`, forCitizen({ from: in_(30), until: in_(60) }));
    const { id: late, warnings } = body;
    expect(warnings).toEqual(['reservation.cap-reached']);
    expect(await accept(late)).toMatchObject({ status: 409, body: { code: 'placement.cap-reached', n: 1 } });
    expect((await client.get<{ items: { id: string }[] }>(`/placements?slot=${second}`)).body.items).toHaveLength(1);
  });

  it('of two who come at once to a workplace with room for one, one comes; of two to the last place of a mentor, the second hears that the mentor is full', async () => {
    const { slots: pool } = await makeCluster(app, organisation, members, { slots: 3, cap: 2 });
    const [a = '', b = ''] = await Promise.all([placed(pool[0] ?? '', 0, 91), placed(pool[2] ?? '', 0, 91)]);
    await placed(pool[1] ?? '', 0, 91);
    const both = await Promise.all([rotate(a, members[1], 28), rotate(b, members[1], 28, {}, await organisation.signIn('colleague'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('placement.cap-reached');
    const quiet = await Promise.all(['Kiosken', 'Frisøren'].map((name) => makePlace(app, organisation, { name })));
    for (const place of quiet) await makeMentor(app, organisation, place, null, 1);
    const two = await makeCluster(app, organisation, quiet, { slots: 2 });
    const [c = '', d = ''] = [await placed(two.slots[0] ?? '', 0, 91), await placed(two.slots[1] ?? '', 60, 91)];
    expect(await rotate(c, quiet[1], 28)).toMatchObject({ status: 409, body: { code: 'placement.mentor-full' } });
    expect(await rotate(c, quiet[1], 28, { overLimitReason: 'Aftalt med mentoren' })).toMatchObject({ status: 201, body: { warnings: expect.arrayContaining(['placement.mentor-full']) as unknown } });
    expect((await view(d)).state).toBe('planned');
  });
});

describe('what cannot be', () => {
  interface Said {
    readonly code?: string;
    readonly title?: string;
    readonly faults?: readonly { readonly text: string }[];
  }
  type Wrong = (id: string, version: number, clusterId: string) => Promise<{ status: number; body: Said }>;
  const rotated = (id: string, from: string) => client.post<Said>(`/placements/${id}/rotation`, { workplaceId: members[1]?.workplaceId, from, version: 1 });
  const refusals: readonly (readonly [string, Wrong, number, string])[] = [
    ['a rotation to a workplace outside the cluster', (id) => makePlace(app, organisation, { name: 'Udenfor' }).then((place) => rotate(id, place, 7)), 409, 'Arbejdsstedet er ikke med i klyngen.'],
    ['a move whose end lies before its start', (id) => rotate(id, members[1], 20, { until: in_(10) }), 409, 'Den sidste dag ligger før den første.'],
    ['a move on a day that no year has', (id) => rotated(id, '2027-02-31'), 422, 'Den dato findes ikke.'],
    ['a move in the year 1', (id) => rotated(id, '0001-01-01'), 422, 'Året skal ligge mellem 1950 og 2099.'],
    ['a move in the year 9999', (id) => rotated(id, '9999-12-31'), 422, 'Året skal ligge mellem 1950 og 2099.'],
    ['an extension backwards', (id, version) => client.post(`/placements/${id}/extension`, { until: in_(50), version }), 409, 'Forløbet slutter allerede'],
    ['an end after the end', (id) => client.post(`/placements/${id}/end`, { on: in_(95), reason: 'for sent' }), 409, 'Datoen ligger efter forløbets planlagte slutdato.'],
    ['a pause that ends before it begins', (id, version) => client.post(`/placements/${id}/pauses`, { from: in_(20), until: in_(10), reason: 'Ferie', version }), 409, 'Den sidste dag ligger før den første.'],
    ['a lane of a week 54', (_id, _version, clusterId) => client.get(`/clusters/${clusterId}/lanes?week=2026-W54`), 422, 'Den uge findes ikke.'],
    ['a calendar of a week 53 in a year of 52', () => client.get('/calendar?week=2027-W53'), 422, 'Den uge findes ikke.'],
    ['a closure whose end lies before its start', () => client.post('/closures', { workplaceId: members[0]?.workplaceId, from: in_(9), until: in_(3), reason: 'Ferie' }), 422, 'Slutdatoen skal ligge efter startdatoen.'],
  ];
  it.each(refusals)('%s: its own message in both languages, and nothing half-saved', async (_, wrong, status, danish) => {
    const { clusterId, slots: [slot = ''] } = await makeCluster(app, organisation, members, { slots: 1 });
    const id = await placed(slot, 0, 91);
    const rows = () => app.db.read({ organisationId: organisation.id }, (tx) => tx.one<{ n: number; journal: number }>('select (select count(*) from placement) as n, (select count(*) from journal_entry) as journal'));
    const [before, had] = [await view(id), await rows()];
    const said = async (language: Language): Promise<string> => {
      await app.nest.get(ChooseLanguage, { strict: false }).run({ ...systemActor(organisation.id), userId: organisation.users.consultant?.id ?? null }, language);
      const answer = await wrong(id, before.version, clusterId);
      expect(answer.status).toBe(status);
      return answer.body.faults?.[0]?.text ?? answer.body.title ?? '';
    };
    const [english, inDanish] = [await said('en'), await said('da')];
    expect(inDanish).toContain(danish);
    expect(english).not.toBe(inDanish);
    expect(english).not.toMatch(/[æøå]/);
    expect(await view(id)).toEqual(before);
    expect(await rows()).toEqual(had);
  });
});
