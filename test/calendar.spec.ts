/** Pladskalender and the lanes of a cluster over HTTP: what lies where in which weeks, and that nothing contradicts. */
import { addDays, mondayOf } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { makeCluster } from './support/clusters.js';
import { forCitizen, makeMentor, makePlace, makeSlots, type Reserved, type TestPlace } from './support/pool.js';

interface Bar {
  readonly kind: string;
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly placementId: string | null;
  readonly elsewhere: string | null;
  readonly citizenName: string | null;
  readonly note: string | null;
}
interface Row {
  readonly id: string;
  readonly number: number;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly bars: readonly Bar[];
}
interface Answered {
  readonly weeks: readonly { readonly key: string; readonly from: string; readonly until: string }[];
  readonly items: readonly Row[];
  readonly next: string | null;
}

let app: TestApp;
let organisation: TestOrganisation;
let client: Client;
let today: string;
let bakery: TestPlace;
let shop: TestPlace;
let slots: string[];
const in_ = (days: number): string => addDays(today, days);

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-12-09T10:00:00Z'));
  today = app.clock.today();
  organisation = await app.makeOrganisation();
  client = await organisation.signIn('consultant');
  bakery = await makePlace(app, organisation, { name: 'Bageren' });
  shop = await makePlace(app, organisation, { name: 'Ågårdens Butik', municipality: '0461' });
  slots = [...(await makeSlots(app, organisation, bakery, 'fixed_slots', 2)), ...(await makeSlots(app, organisation, shop, 'standing', 1))];
  await makeMentor(app, organisation, shop, null);
});
afterAll(() => app.close());

const reserve = async (slot: string, from: number, until: number, by = client): Promise<string> => {
  const { status, body } = await by.post<Reserved>(`/openings/${slot}/reservations`, forCitizen({ from: in_(from), until: in_(until) }));
  expect(status).toBe(201);
  return body.id;
};
const place = async (slot: string, from: number, until: number): Promise<string> =>
  (await client.post<{ id: string }>(`/reservations/${await reserve(slot, from, until)}/acceptance`, {})).body.id;
const calendar = async (query = '', by = client): Promise<Answered> => {
  const answer = await by.get<Answered>(`/calendar${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const row = ({ items }: Answered, id: string | undefined): Row => {
  const found = items.find((each) => each.id === id);
  if (!found) throw new Error('the slot is not in the calendar');
  return found;
};

describe('the calendar', () => {
  it('has 26 weeks from last week on, with 2026 having 53', async () => {
    const { weeks } = await calendar();
    expect(weeks).toHaveLength(26);
    expect(weeks.slice(0, 6).map(({ key }) => key)).toEqual(['2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53', '2027-W01']);
    expect(weeks[0]?.from).toBe(addDays(mondayOf(today), -7));
  });

  it.each(['2026-W54', '2027-W53', '2026-48', 'W1'])('there is no week %s, and it says so', async (week) => {
    const answer = await client.get<{ errors: { field: string; detail: string }[] }>(`/calendar?week=${week}`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(answer.text).toContain('uge');
  });

  it('shows placements, pauses, reservations and closures on their slots', async () => {
    const placement = await place(slots[0] ?? '', 0, 91);
    await client.post(`/placements/${placement}/pauses`, { from: in_(14), until: in_(21), reason: 'Juleferie', version: 1 });
    const reservation = await reserve(slots[0] ?? '', 91, 120);
    const closed = await client.post<{ id: string }>('/closures', { workplaceId: bakery.workplaceId, from: in_(15), until: in_(26), reason: 'Lukket mellem jul og nytår' });
    expect(closed.status).toBe(201);
    const shown = row(await calendar(), slots[0]).bars;
    expect(shown.map(({ kind, id, from, until }) => ({ kind, id, from, until }))).toEqual([
      { kind: 'placement', id: placement, from: in_(0), until: in_(91) },
      expect.objectContaining({ kind: 'pause', from: in_(14), until: in_(21) }),
      { kind: 'closure', id: closed.body.id, from: in_(15), until: in_(26) },
      { kind: 'reservation', id: reservation, from: in_(91), until: in_(120) },
    ]);
    expect(row(await calendar(), slots[1]).bars.map(({ kind }) => kind)).toEqual(['closure']);
    expect(shown[0]?.citizenName).toMatch(/^SAG-/);
    const colleague = await organisation.signIn('colleague');
    expect(row(await calendar('', colleague), slots[0]).bars[0]?.citizenName).toBeNull();
    const seen = await app.db.read({ organisationId: organisation.id }, (tx) => tx.rows<{ user: string }>(`select distinct user_id as user from citizen_seen where fields = 'calendar'`));
    expect(seen).toEqual([{ user: organisation.users.consultant?.id }]);
    expect(await client.post('/closures', { workplaceId: bakery.workplaceId, from: in_(20), until: in_(30), reason: 'igen' })).toMatchObject({ status: 409, body: { code: 'closure.twice' } });
    expect(await client.post('/closures', { workplaceId: bakery.workplaceId, from: in_(50), until: in_(50), reason: 'ingen' })).toMatchObject({ status: 422 });
    expect((await client.delete(`/closures/${closed.body.id}`)).status).toBe(204);
    expect((await client.delete(`/closures/${closed.body.id}`)).status).toBe(404);
  });

  it('is filtered and paged by slots, in the order of workplaces', async () => {
    expect((await calendar(`?workplace=${shop.workplaceId}`)).items.map(({ id }) => id)).toEqual([slots[2]]);
    expect((await calendar(`?company=${bakery.companyId}`)).items).toHaveLength(2);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(`update workplace set search_text = fold_danish(name || ' Nyborg') where id = $1`, [shop.workplaceId]));
    expect((await calendar('?text=nyborg%20%20AAGAARDENS')).items.map(({ id }) => id)).toEqual([slots[2]]);
    expect((await calendar('?text=nyborg%20bager')).items).toEqual([]);
    expect((await calendar('?municipality=0461')).items.map(({ id }) => id)).toEqual([slots[2]]);
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Answered = await calendar(`?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(pages).toEqual((await calendar()).items.map(({ id }) => id));
    expect(new Set(pages).size).toBe(3);
  });

  it("shows an agreement's pause, and the days when the others fill its cap; it is free where its link is let in", async () => {
    const attic = await makePlace(app, organisation, { name: 'Loftet' });
    const [one = '', two = ''] = await makeSlots(app, organisation, attic, 'fixed_slots', 2);
    const { agreementId } = await app.db.touch({ organisationId: organisation.id }, async (tx) => {
      await tx.run('update agreement set total_cap = 1 where id = (select agreement_id from slot where id = $1)', [one]);
      return tx.one<{ agreementId: string }>('select agreement_id as "agreementId" from slot where id = $1', [one]);
    });
    await place(one, 14, 40);
    const reservation = await reserve(one, 40, 60);
    const pause = await client.post<{ pauses: { id: string }[] }>(`/agreements/${agreementId}/pauses`, { from: in_(75), until: in_(90), reason: 'Ombygning' });
    expect(pause.status).toBe(201);
    const shown = async (slot: string) => row(await calendar(`?company=${attic.companyId}`), slot).bars.map(({ kind, from, until }) => [kind, from, until]);
    const rest = ['agreement_pause', in_(75), in_(90)];
    expect(await shown(one)).toEqual([['placement', in_(14), in_(40)], ['reservation', in_(40), in_(60)], rest]);
    expect(await shown(two)).toEqual([['cap_full', in_(14), in_(60)], rest]);
    const { text } = await client.get(`//kalender?company=${attic.companyId}`);
    for (const said of ['Loftet er nået', 'Aftalen på pause: Ombygning', `/puljen/${two}?from=${today}#reserver`]) expect(text).toContain(said);
    for (const [, from = ''] of text.matchAll(new RegExp(`/puljen/${two}\\?from=([\\d-]+)#reserver`, 'g'))) {
      const letIn = await client.post<Reserved>(`/openings/${two}/reservations`, forCitizen({ from, until: addDays(from, 1) }));
      expect([from, letIn.status]).toEqual([from, 201]);
      expect((await client.post(`/reservations/${letIn.body.id}/withdrawal`, {})).status).toBe(204);
    }
    expect((await client.post(`/reservations/${reservation}/withdrawal`, {})).status).toBe(204);
    expect(await shown(two)).toEqual([['cap_full', in_(14), in_(40)], rest]);
  });

  it('belongs to the organisation alone', async () => {
    const stranger = await (await app.makeOrganisation()).signIn('consultant');
    expect((await calendar('', stranger)).items).toEqual([]);
  });
});

describe('the lanes of a cluster', () => {
  it('a lane a member, citizens where they are; a pooled place that went along says where', async () => {
    const members = await Promise.all(['Blomsten', 'Boghandleren'].map((name) => makePlace(app, organisation, { name })));
    for (const member of members) await makeMentor(app, organisation, member, null);
    const { clusterId, slots: [slot = ''] } = await makeCluster(app, organisation, members, { slots: 1 });
    const placement = await place(slot, 0, 91);
    const rotated = await client.post<{ id: string }>(`/placements/${placement}/rotation`, { workplaceId: members[1]?.workplaceId, from: in_(28), version: 1 });
    expect(rotated.status).toBe(201);
    const { body } = await client.get<{ name: string; lanes: { workplaceName: string; mentors: string[]; bars: Bar[] }[] }>(`/clusters/${clusterId}/lanes`);
    expect(body.lanes.map(({ workplaceName, bars }) => [workplaceName, bars.map(({ id, from, until }) => [id, from, until])])).toEqual([
      ['Blomsten', [[placement, in_(0), in_(28)]]],
      ['Boghandleren', [[rotated.body.id, in_(28), in_(91)]]],
    ]);
    const bars = row(await calendar(`?cluster=${clusterId}`), slot).bars;
    expect(bars.map(({ id, elsewhere }) => [id, elsewhere])).toEqual([
      [placement, null],
      [rotated.body.id, 'Boghandleren'],
    ]);
    expect((await client.get(`/clusters/${clusterId}/lanes?week=2026-W54`)).status).toBe(422);
    expect((await client.get(`/clusters/${placement}/lanes`)).status).toBe(404);
  });
});
