/** Reserving: a queue that keeps its order and tells by mail, deadlines on the moved clock, slots that come free. */
import { formatter } from '#dictionary';
import { ExpireReservations } from '#openings';
import { addDays, isoWeek, systemActor, weekKey } from '#platform';
import { RefreshDueOpenings } from '#placements';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import {
  deliverOutbox,
  forCitizen,
  ledger,
  mailbox,
  makePlace,
  makeSlots,
  share,
  type Pool,
  type Reserved,
  type TestPlace,
} from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let manager: Client;
let place: TestPlace;

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  [consultant, colleague, manager] = await Promise.all([
    organisation.signIn('consultant'),
    organisation.signIn('colleague'),
    organisation.signIn('manager'),
  ]);
  place = await makePlace(app, organisation);
});
afterAll(() => app.close());

const reserve = (client: Client, opening: string, more: object = {}): Promise<Answer<Reserved>> =>
  client.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(more));
const withdraw = (client: Client, id: string): Promise<Answer> =>
  client.post(`/reservations/${id}/withdrawal`, { reason: 'ombestemt' });

describe('the queue', () => {
  test('shows group and reason to all, the case reference only to the one who reserved', async () => {
    const opening = await share(consultant, place);
    const made = await reserve(colleague, opening, { citizenRef: 'SAG-HEMMELIG', reason: 'kan lide at bage' });
    const seen = await consultant.get(`/reservations/${made.body.id}`);
    expect(seen.body).toMatchObject({
      citizenRef: null,
      targetGroup: 'LAB6-03',
      reason: 'kan lide at bage',
      state: 'first',
      position: 0,
      mine: false,
    });
    expect(seen.text).not.toContain('HEMMELIG');
    expect((await colleague.get(`/reservations/${made.body.id}`)).body).toMatchObject({
      citizenRef: 'SAG-HEMMELIG',
      mine: true,
    });
  });

  test('moves up in the order it came, round after round, and tells by mail', async () => {
    const opening = await share(consultant, place);
    const made: string[] = [];
    for (let n = 0; n < 10; n += 1) made.push((await reserve(n === 1 ? colleague : consultant, opening)).body.id);
    await deliverOutbox(app, organisation);
    await withdraw(consultant, made[0] ?? '');
    await deliverOutbox(app, organisation);
    const mail = (await mailbox(app, organisation)).at(-1);
    expect(mail).toMatchObject({
      to: organisation.users.colleague?.email,
      subject: 'Pladsen er din: Ørbæk Prøvebageri',
    });
    for (const [index, id] of made.entries()) {
      if (index === 0) continue;
      expect((await consultant.get(`/reservations/${id}`)).body).toMatchObject({ state: 'first', position: 0 });
      expect((await withdraw(manager, id)).status).toBe(204);
    }
    expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 0, first: 0, queued: 0 });
  });

  test('gets the places that are added', async () => {
    const opening = await share(consultant, place);
    const [, second, third] = [
      await reserve(consultant, opening),
      await reserve(consultant, opening),
      await reserve(consultant, opening),
    ];
    expect((await consultant.patch(`/openings/${opening}`, { version: 1, places: 2 })).status).toBe(200);
    expect((await consultant.get(`/reservations/${second?.body.id}`)).body).toMatchObject({ position: 0 });
    expect((await consultant.get(`/reservations/${third?.body.id}`)).body).toMatchObject({ position: 1 });
  });

  test("lets go only of one's own; a manager can when somebody is away", async () => {
    const opening = await share(consultant, place);
    const mine = await reserve(colleague, opening);
    expect((await withdraw(consultant, mine.body.id)).status).toBe(403);
    expect((await withdraw(manager, mine.body.id)).status).toBe(204);
    expect((await withdraw(colleague, mine.body.id)).body).toMatchObject({ code: 'reservation.ended' });
  });

  test('tells by mail who took it back and why; one who takes back their own is not told', async () => {
    const opening = await share(consultant, place);
    const mine = await reserve(colleague, opening);
    await deliverOutbox(app, organisation);
    const withoutWhy = await manager.post(`/reservations/${mine.body.id}/withdrawal`, {});
    expect(withoutWhy).toMatchObject({ status: 422, body: { faults: [{ field: 'reason' }] } });
    const body = { reason: 'borgeren er flyttet til en anden kommune' };
    expect((await manager.post(`/reservations/${mine.body.id}/withdrawal`, body)).status).toBe(204);
    expect(await deliverOutbox(app, organisation)).toEqual(['mail.reservation-taken-back']);
    const mail = (await mailbox(app, organisation)).at(-1);
    expect(mail).toMatchObject({ to: organisation.users.colleague?.email });
    expect(mail?.subject).toBe('Din reservation er trukket tilbage: Ørbæk Prøvebageri');
    expect(mail?.text).toContain('Prøve manager har trukket din reservation på "rydde op i køkkenet"');
    expect(mail?.text).toContain('flyttet til en anden kommune');
    const own = await reserve(colleague, opening);
    await deliverOutbox(app, organisation);
    expect((await colleague.post(`/reservations/${own.body.id}/withdrawal`, {})).status).toBe(204);
    expect(await deliverOutbox(app, organisation)).toEqual([]);
  });

  test('has a citizen once', async () => {
    const opening = await share(consultant, place);
    await reserve(consultant, opening, { citizenRef: 'SAG-1x' });
    expect((await reserve(colleague, opening, { citizenRef: 'SAG-1x' })).body).toMatchObject({
      code: 'reservation.already-reserved',
    });
  });
});

describe('for a citizen who is known', () => {
  test('nobody reserves who has no tie to them; a yes from before they were known is told to the primary contact', async () => {
    const opening = await share(consultant, place, { places: 2 });
    const early = (await reserve(colleague, opening, { citizenRef: 'SAG-KENDT', targetGroup: 'LAB6-06' })).body.id;
    const { id } = (await consultant.post<{ id: string }>('/citizens', { caseRef: 'SAG-KENDT', pseudonym: 'Ida', targetGroup: 'LAB6-03' })).body;
    const other = await share(consultant, place);
    const refused = await reserve(colleague, other, { citizenRef: 'SAG-KENDT' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'reservation.citizen-of-others', title: expect.stringContaining('knyttet til andre') } });
    expect(refused.text).not.toMatch(/Prøve|Ida/);
    expect(await ledger(app, organisation, other)).toMatchObject({ taken: 0, first: 0, queued: 0 });
    const own = await reserve(consultant, other, { citizenRef: 'SAG-KENDT', targetGroup: 'LAB6-06' });
    expect(own).toMatchObject({ status: 201, body: { warnings: ['reservation.other-target-group'] } });

    await deliverOutbox(app, organisation);
    const yes = await colleague.post<{ courseId: string; warnings: string[] }>(`/reservations/${early}/acceptance`);
    expect(yes).toMatchObject({ status: 201, body: { warnings: ['placement.other-target-group'] } });
    await deliverOutbox(app, organisation);
    const told = (await mailbox(app, organisation)).findLast(({ to }) => to === organisation.users.consultant?.email);
    expect(told).toMatchObject({ subject: 'Din borger har fået en plads: Ørbæk Prøvebageri', text: expect.stringContaining('Prøve colleague') });
    const { body } = await consultant.get<{ items: { action: string }[] }>(`/courses/${yes.body.courseId}/timeline`);
    expect(body.items.map(({ action }) => action)).toEqual(['reservation.accepted-for-mentor', 'course.opened', 'reservation.made']);
    expect((await consultant.get(`/citizens/${id}`)).status).toBe(200);
  });
});

describe('time', () => {
  const at = async (instant: Date, work: () => Promise<void>): Promise<void> => {
    const before = app.clock.now();
    app.clock.set(instant);
    try {
      await work();
    } finally {
      app.clock.set(before);
    }
  };

  test('a first reservation lasts three working days, to 23:59 in Denmark; then the next is first', async () => {
    const opening = await share(consultant, place, { expiresOn: '2028-01-01' });
    const made: Answer<Reserved>[] = [];
    // A Wednesday before Christmas: 24 December is a working day by law, 25 and 26 are not.
    await at(new Date('2026-12-23T09:00:00Z'), async () => {
      const client = await organisation.signIn('consultant'); // the other sessions are too old by then
      made.push(await reserve(client, opening), await reserve(client, opening));
    });
    const [first, next] = made;
    expect(first?.body.expiresAt).toBe('2026-12-29T22:59:00.000Z');
    const expire = app.nest.get(ExpireReservations);
    await at(new Date('2026-12-29T22:58:00Z'), async () => void (await expire.run(systemActor(organisation.id))));
    expect((await consultant.get(`/reservations/${first?.body.id}`)).body).toMatchObject({ state: 'first' });
    await at(new Date('2026-12-29T22:59:00Z'), async () => void (await expire.run(systemActor(organisation.id))));
    expect((await consultant.get(`/reservations/${first?.body.id}`)).body).toMatchObject({ state: 'expired' });
    expect((await consultant.get(`/reservations/${next?.body.id}`)).body).toMatchObject({
      state: 'first',
      expiresAt: '2027-01-04T22:59:00.000Z',
    });
  });

  test("a slot that comes free is the next one's, if the days fit", async () => {
    const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
    const first = await reserve(consultant, slot, { from: '2027-03-01', until: '2027-05-31' });
    const waits = await reserve(colleague, slot, { from: '2027-04-05', until: '2027-05-03' });
    const placement = await consultant.post<{ id: string; from: string; until: string }>(
      `/reservations/${first.body.id}/acceptance`,
      {},
    );
    expect(placement.status).toBe(201);
    expect(placement.body).toMatchObject({ from: '2027-03-01', until: '2027-05-31' });
    expect((await consultant.get(`/reservations/${waits.body.id}`)).body).toMatchObject({
      state: 'queued',
      position: 1,
    });
    expect(await ledger(app, organisation, slot)).toMatchObject({ taken: 0, accepted: 1, queued: 1 });
    const stopped = await consultant.post(`/placements/${placement.body.id}/end`, {
      on: '2027-04-01',
      reason: 'fik job',
    });
    expect(stopped.body).toMatchObject({ until: '2027-04-01', cancelled: false });
    await app.nest.get(RefreshDueOpenings).run(systemActor(organisation.id));
    expect((await consultant.post(`/placements/${placement.body.id}/end`, { reason: 'igen' })).body).toMatchObject({
      code: 'placement.over',
    });
  });

  test('a placement that a colleague stops or cancels is told to the one who reserved, with who and why', async () => {
    const slots = await makeSlots(app, organisation, place, 'fixed_slots', 2);
    const today = app.clock.today();
    const made: string[] = [];
    for (const [index, slot] of slots.entries()) {
      const { body } = await reserve(colleague, slot, { from: addDays(today, index * 30), until: addDays(today, 90) });
      made.push((await colleague.post<{ id: string }>(`/reservations/${body.id}/acceptance`, {})).body.id);
    }
    await deliverOutbox(app, organisation);
    const stop = { on: addDays(today, 7), reason: 'virksomheden flytter' };
    expect((await consultant.post(`/placements/${made[0]}/end`, stop)).body).toMatchObject({ cancelled: false });
    const lastYear = { on: addDays(today, -365), reason: 'forkert år' };
    expect(await consultant.post(`/placements/${made[1]}/end`, lastYear)).toMatchObject({ status: 409, body: { code: 'placement.stop-too-early' } });
    expect((await consultant.post(`/placements/${made[1]}/end`, { reason: 'ordren faldt væk' })).body).toMatchObject({ cancelled: true });
    const topics = await deliverOutbox(app, organisation);
    expect(topics).toEqual(['mail.placement-stopped', 'mail.placement-stopped']);
    const [stopped, cancelled] = (await mailbox(app, organisation)).slice(-2);
    expect(stopped).toMatchObject({ to: organisation.users.colleague?.email, subject: 'Forløbet er stoppet før tid: Ørbæk Prøvebageri' });
    expect(stopped?.text).toContain('Prøve consultant har stoppet din borgers forløb');
    expect(stopped?.text).toContain(`Sidste dag: ${formatter('da').formatDate(addDays(today, 6))}. Begrundelse: virksomheden flytter`);
    expect(cancelled?.text).toContain('Prøve consultant har aflyst din borgers forløb');
    const timeline = await consultant.get<{ items: { action: string; actorName: string; after: object }[] }>(`/companies/${place.companyId}/timeline`);
    expect(timeline.text).toContain('virksomheden flytter');
    const own = await reserve(colleague, slots[1] ?? '', { from: today, until: addDays(today, 90) });
    const { body } = await colleague.post<{ id: string }>(`/reservations/${own.body.id}/acceptance`, {});
    await deliverOutbox(app, organisation);
    expect((await colleague.post(`/placements/${body.id}/end`, { on: addDays(today, 7), reason: 'fik job' })).status).toBe(201);
    expect(await deliverOutbox(app, organisation)).toEqual([]);
  });

  test.each<[string, object, number, string]>([
    ['a day gone by', { from: '2020-01-01' }, 422, 'fault.reservation.past'],
    ['an end before the beginning', { from: '2027-03-01', until: '2027-03-01' }, 422, 'fault.opening.dates'],
    ['a target group nobody knows', { targetGroup: 'LAB6-99' }, 422, 'fault.reservation.not-in-force'],
    ['a measure nobody knows', { measureType: 'PAUSE' }, 422, 'fault.reservation.not-in-force'],
    ['a reference that is a CPR number', { citizenRef: '010203-1234' }, 422, 'fault.cpr'],
    ['a reference with nothing in it', { citizenRef: '' }, 422, 'fault'],
    ['a reference of 41 signs', { citizenRef: 'x'.repeat(41) }, 422, 'fault.too-big.string'],
  ])('refuses %s', async (_, wrong, status, code) => {
    const opening = await share(consultant, place);
    const answer = await reserve(consultant, opening, wrong);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
  });

  test('a place that is free for a while, and again later, is found and reserved for either', async () => {
    const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
    const today = app.clock.today();
    const { agreementId } = (await consultant.get<{ agreementId: string }>(`/openings/${slot}`)).body;
    const pause = { from: addDays(today, 10), until: addDays(today, 40), reason: 'julelukket' };
    expect((await consultant.post(`/agreements/${agreementId}/pauses`, pause)).status).toBe(201);
    const opening = { freeUntil: pause.from, laterFrom: pause.until, laterUntil: null };
    expect((await consultant.get(`/openings/${slot}`)).body).toMatchObject(opening);
    const week = (day: string): string => weekKey(isoWeek(day));
    const inWeekOf = async (day: string) => (await consultant.get<Pool>(`/pool?fromWeek=${week(day)}&limit=100`)).body.items.some(({ id }) => id === slot);
    expect([await inWeekOf(today), await inWeekOf(addDays(today, 20)), await inWeekOf(addDays(today, 50))]).toEqual([true, false, true]);

    const across = await reserve(consultant, slot, { from: addDays(today, 5), until: addDays(today, 60) });
    expect(across).toMatchObject({ status: 409, body: { code: 'reservation.outside-opening' } });
    const later = await reserve(consultant, slot, { citizenRef: 'SAG-SENERE', from: addDays(today, 45) });
    expect(later.body).toMatchObject({ position: 0, from: addDays(today, 45), until: addDays(today, 136) });
    expect((await reserve(colleague, slot, { citizenRef: 'SAG-FØR', from: today, until: addDays(today, 9) })).body).toMatchObject({ position: 1 });
    expect((await consultant.post(`/reservations/${later.body.id}/acceptance`)).body).toMatchObject({ from: addDays(today, 45), until: addDays(today, 136) });
    const { body } = await colleague.get<{ items: { state: string }[] }>(`/reservations?opening=${slot}&live=true`);
    expect(body.items).toMatchObject([{ state: 'first' }]);
    expect((await consultant.get(`/openings/${slot}`)).body).toMatchObject({ freeUntil: pause.from, laterFrom: addDays(today, 136) });
  });

  test('refuses days on which the place is not free, and says which are', async () => {
    const opening = await share(consultant, place, { freeFrom: '2027-02-01', expiresOn: '2027-06-01' });
    const answer = await reserve(consultant, opening, { from: '2027-01-15' });
    expect(answer.body).toMatchObject({ code: 'reservation.outside-opening', freeFrom: '2027-02-01', freeUntil: null });
  });
});
