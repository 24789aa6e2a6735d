/** Reserving: exactly one first, a queue that keeps its order, expiry on the moved clock, and what two at once may not do. */
import { ExpireReservations } from '#openings';
import { Ids, refusalOf, systemActor } from '#platform';
import { RefreshDueOpenings } from '#placements';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, forCitizen, ledger, mailbox, makePlace, makeSlots, share, type Reserved, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let manager: Client;
let place: TestPlace;

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  [consultant, colleague, manager] = await Promise.all([organisation.signIn('consultant'), organisation.signIn('colleague'), organisation.signIn('manager')]);
  place = await makePlace(app, organisation);
});
afterAll(() => app.close());

const reserve = (client: Client, opening: string, more: object = {}): Promise<Answer<Reserved>> => client.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(more));
const statesOf = (answers: readonly Answer<Reserved>[]): string =>
  answers.map(({ status, body }) => (status === 201 ? String(body.position) : (body.code ?? status))).sort().join(' ');
const withdraw = (client: Client, id: string): Promise<Answer> => client.post(`/reservations/${id}/withdrawal`, { reason: 'ombestemt' });

describe('many at once', () => {
  test('40 clients on one place, 200 rounds: exactly one is first, each time', async () => {
    const rounds = 200;
    const wrong: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const opening = await share(consultant, place);
      const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => reserve(n % 2 ? consultant : colleague, opening, { queue: false })));
      const firsts = answers.filter(({ status }) => status === 201).length;
      const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'opening.taken').length;
      if (firsts !== 1 || refused !== 39) wrong.push(`round ${round}: ${statesOf(answers)}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test.each([2, 5])('40 clients on %d places: that many are first, on seats of their own, the rest queue in order', async (places) => {
    const opening = await share(consultant, place, { places });
    const answers = await Promise.all(Array.from({ length: 40 }, () => reserve(consultant, opening)));
    const positions = answers.map(({ body }) => body.position).sort((a, b) => a - b);
    expect(positions).toEqual([...Array.from({ length: places }, () => 0), ...Array.from({ length: 40 - places }, (_, n) => n + 1)]);
    expect(await ledger(app, organisation, opening)).toMatchObject({ taken: places, first: places, queued: 40 - places });
  });

  test('a claim against a withdrawal: one wins, and nobody is left on a withdrawn opening (50 rounds)', async () => {
    for (let round = 0; round < 50; round += 1) {
      const opening = await share(consultant, place);
      const [claim, gone] = await Promise.all([reserve(colleague, opening), consultant.post(`/openings/${opening}/withdrawal`, { reason: 'væk' })]);
      expect(gone.status).toBe(204);
      if (claim.status !== 201) expect(claim.body.code).toBe('opening.not-in-pool');
      expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 0, first: 0, queued: 0 });
    }
  }, 60_000);

  test('fewer places against claims: never more taken than there are', async () => {
    for (let round = 0; round < 20; round += 1) {
      const opening = await share(consultant, place, { places: 3 });
      const [change] = await Promise.all([consultant.patch<{ code: string }>(`/openings/${opening}`, { version: 1, places: 1 }), ...Array.from({ length: 3 }, () => reserve(colleague, opening))]);
      if (change.status !== 200) expect(change.body.code).toBe('opening.places-below-taken');
      const { taken, places, first } = await ledger(app, organisation, opening);
      expect(taken).toBeLessThanOrEqual(places);
      expect(first).toBe(taken);
    }
  }, 60_000);

  test('withdrawals against arrivals: nobody waits beside a free place', async () => {
    for (let round = 0; round < 20; round += 1) {
      const opening = await share(consultant, place);
      const first = await reserve(consultant, opening);
      const [gone, ...made] = await Promise.all([withdraw(consultant, first.body.id), ...Array.from({ length: 6 }, () => reserve(colleague, opening))]);
      expect([gone.status, ...made.map(({ status }) => status)]).toEqual([204, 201, 201, 201, 201, 201, 201]);
      expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 1, first: 1, queued: 5 });
    }
  }, 60_000);

  test('40 writers of overlapping placements on a slot: one row, 39 conflicts', async () => {
    const [slot] = await makeSlots(app, organisation, place, 'fixed_slots');
    const ids = new Ids();
    const write = (n: number): Promise<string> =>
      app.db
        .touch({ organisationId: organisation.id }, (tx) =>
          tx.run(
            `insert into placement (organisation_id, id, slot_id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
             values (app_organisation(), $1, $2, $3, $4, 'WORK_PLACEMENT', 900, daterange($5::date, $5::date + 30), $5::date + 30, $6)`,
            [ids.next(), slot, place.workplaceId, `SAG-${n}`, `2027-03-${String(1 + (n % 20)).padStart(2, '0')}`, tx.now],
          ),
        )
        .then(() => 'made', (error: unknown) => `${refusalOf(error)?.code} ${refusalOf(error)?.status}`);
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
    expect(outcomes.filter((outcome) => outcome === 'made')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'placement.overlap 409')).toHaveLength(39);
  });

  test('five of the same request at once are one reservation, and the key is good for no other', async () => {
    const opening = await share(consultant, place);
    const body = forCitizen();
    const key = { 'idempotency-key': new Ids().next() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => consultant.post<Reserved>(`/openings/${opening}/reservations`, body, key)));
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(await ledger(app, organisation, opening)).toMatchObject({ first: 1, queued: 0 });
    expect((await consultant.post(`/openings/${opening}/reservations`, forCitizen(), key)).status).toBe(422);
    expect((await colleague.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(), key)).body.position).toBe(1);
  });
});

describe('the queue', () => {
  test('shows group and reason to all, the case reference only to the one who reserved', async () => {
    const opening = await share(consultant, place);
    const made = await reserve(colleague, opening, { citizenRef: 'SAG-HEMMELIG', reason: 'kan lide at bage' });
    const seen = await consultant.get(`/reservations/${made.body.id}`);
    expect(seen.body).toMatchObject({ citizenRef: null, targetGroup: 'LAB6-03', reason: 'kan lide at bage', state: 'first', position: 0, mine: false });
    expect(seen.text).not.toContain('HEMMELIG');
    expect((await colleague.get(`/reservations/${made.body.id}`)).body).toMatchObject({ citizenRef: 'SAG-HEMMELIG', mine: true });
  });

  test('moves up in the order it came, round after round, and tells by mail', async () => {
    const opening = await share(consultant, place);
    const made: string[] = [];
    for (let n = 0; n < 10; n += 1) made.push((await reserve(n === 1 ? colleague : consultant, opening)).body.id);
    await deliverOutbox(app, organisation);
    await withdraw(consultant, made[0] ?? '');
    await deliverOutbox(app, organisation);
    const mail = (await mailbox(app, organisation)).at(-1);
    expect(mail).toMatchObject({ to: organisation.users.colleague?.email, subject: 'Pladsen er din: Ørbæk Prøvebageri' });
    for (const [index, id] of made.entries()) {
      if (index === 0) continue;
      expect((await consultant.get(`/reservations/${id}`)).body).toMatchObject({ state: 'first', position: 0 });
      expect((await withdraw(manager, id)).status).toBe(204);
    }
    expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 0, first: 0, queued: 0 });
  });

  test('gets the places that are added', async () => {
    const opening = await share(consultant, place);
    const [, second, third] = [await reserve(consultant, opening), await reserve(consultant, opening), await reserve(consultant, opening)];
    expect((await consultant.patch(`/openings/${opening}`, { version: 1, places: 2 })).status).toBe(200);
    expect((await consultant.get(`/reservations/${second?.body.id}`)).body).toMatchObject({ position: 0 });
    expect((await consultant.get(`/reservations/${third?.body.id}`)).body).toMatchObject({ position: 1 });
  });

  test('lets go only of one\'s own; a manager can when somebody is away', async () => {
    const opening = await share(consultant, place);
    const mine = await reserve(colleague, opening);
    expect((await withdraw(consultant, mine.body.id)).status).toBe(403);
    expect((await withdraw(manager, mine.body.id)).status).toBe(204);
    expect((await withdraw(colleague, mine.body.id)).body).toMatchObject({ code: 'reservation.ended' });
  });

  test('has a citizen once', async () => {
    const opening = await share(consultant, place);
    await reserve(consultant, opening, { citizenRef: 'SAG-1x' });
    expect((await reserve(colleague, opening, { citizenRef: 'SAG-1x' })).body).toMatchObject({ code: 'reservation.already-reserved' });
  });
});

describe('time', () => {
  const at = async (instant: Date, work: () => Promise<void>): Promise<void> => {
    app.clock.set(instant);
    try {
      await work();
    } finally {
      app.clock.set(new Date());
    }
  };

  test('a first reservation lasts three working days, to 23:59 in Denmark; then the next is first', async () => {
    const opening = await share(consultant, place, { expiresOn: '2028-01-01' });
    let [first, next]: (Answer<Reserved> | undefined)[] = [];
    // A Wednesday before Christmas: 24 December is a working day by law, 25 and 26 are not.
    await at(new Date('2026-12-23T09:00:00Z'), async () => {
      const client = await organisation.signIn('consultant'); // the other sessions are too old by then
      first = await reserve(client, opening);
      next = await reserve(client, opening);
    });
    expect(first?.body.expiresAt).toBe('2026-12-29T22:59:00.000Z');
    const expire = app.nest.get(ExpireReservations);
    await at(new Date('2026-12-29T22:58:00Z'), async () => void (await expire.run(systemActor(organisation.id))));
    expect((await consultant.get(`/reservations/${first?.body.id}`)).body).toMatchObject({ state: 'first' });
    await at(new Date('2026-12-29T22:59:00Z'), async () => void (await expire.run(systemActor(organisation.id))));
    expect((await consultant.get(`/reservations/${first?.body.id}`)).body).toMatchObject({ state: 'expired' });
    expect((await consultant.get(`/reservations/${next?.body.id}`)).body).toMatchObject({ state: 'first', expiresAt: '2027-01-04T22:59:00.000Z' });
  });

  test('a slot that comes free is the next one\'s, if the days fit', async () => {
    const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
    const first = await reserve(consultant, slot, { from: '2027-03-01', until: '2027-05-31' });
    const waits = await reserve(colleague, slot, { from: '2027-04-05', until: '2027-05-03' });
    const placement = await consultant.post<{ id: string; from: string; until: string }>(`/reservations/${first.body.id}/acceptance`, {});
    expect(placement.status).toBe(201);
    expect(placement.body).toMatchObject({ from: '2027-03-01', until: '2027-05-31' });
    expect((await consultant.get(`/reservations/${waits.body.id}`)).body).toMatchObject({ state: 'queued', position: 1 });
    expect(await ledger(app, organisation, slot)).toMatchObject({ taken: 0, accepted: 1, queued: 1 });
    const stopped = await consultant.post(`/placements/${placement.body.id}/end`, { on: '2027-04-01', reason: 'fik job' });
    expect(stopped.body).toMatchObject({ until: '2027-04-01', cancelled: false });
    await app.nest.get(RefreshDueOpenings).run(systemActor(organisation.id));
    expect((await consultant.post(`/placements/${placement.body.id}/end`, { reason: 'igen' })).body).toMatchObject({ code: 'placement.over' });
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

  test('refuses days on which the place is not free, and says which are', async () => {
    const opening = await share(consultant, place, { freeFrom: '2027-02-01', expiresOn: '2027-06-01' });
    const answer = await reserve(consultant, opening, { from: '2027-01-15' });
    expect(answer.body).toMatchObject({ code: 'reservation.outside-opening', freeFrom: '2027-02-01', freeUntil: null });
  });
});
