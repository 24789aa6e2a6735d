/** Many at once on one place: exactly one is first, the rest are told or queue, whatever else happens to the opening. */
import { Ids, refusalOf, systemActor } from '#platform';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, ledger, makePlace, makeSlots, share, type Reserved, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let place: TestPlace;

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  [consultant, colleague] = await Promise.all([organisation.signIn('consultant'), organisation.signIn('colleague')]);
  place = await makePlace(app, organisation);
});
afterAll(() => app.close());

const reserve = (client: Client, opening: string, more: object = {}): Promise<Answer<Reserved>> =>
  client.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(more));
const statesOf = (answers: readonly Answer<Reserved>[]): string =>
  answers
    .map(({ status, body }) => (status === 201 ? String(body.position) : (body.code ?? status)))
    .sort()
    .join(' ');
const withdraw = (client: Client, id: string): Promise<Answer> =>
  client.post(`/reservations/${id}/withdrawal`, { reason: 'ombestemt' });

describe('many at once', () => {
  test('40 clients on one place, 200 rounds: exactly one is first, each time', async () => {
    const rounds = 200;
    const wrong: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const opening = await share(consultant, place);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) => reserve(n % 2 ? consultant : colleague, opening, { queue: false })),
      );
      const firsts = answers.filter(({ status }) => status === 201).length;
      const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'opening.taken').length;
      if (firsts !== 1 || refused !== 39) wrong.push(`round ${round}: ${statesOf(answers)}`);
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  test.each([2, 5])(
    '40 clients on %d places: that many are first, on seats of their own, the rest queue in order',
    async (places) => {
      const opening = await share(consultant, place, { places });
      const answers = await Promise.all(Array.from({ length: 40 }, () => reserve(consultant, opening)));
      const positions = answers.map(({ body }) => body.position).sort((a, b) => a - b);
      expect(positions).toEqual([
        ...Array.from({ length: places }, () => 0),
        ...Array.from({ length: 40 - places }, (_, n) => n + 1),
      ]);
      expect(await ledger(app, organisation, opening)).toMatchObject({
        taken: places,
        first: places,
        queued: 40 - places,
      });
    },
  );

  test('a claim against a withdrawal: one wins, and nobody is left on a withdrawn opening (50 rounds)', async () => {
    for (let round = 0; round < 50; round += 1) {
      const opening = await share(consultant, place);
      const [claim, gone] = await Promise.all([
        reserve(colleague, opening),
        consultant.post(`/openings/${opening}/withdrawal`, { reason: 'væk' }),
      ]);
      expect(gone.status).toBe(204);
      if (claim.status !== 201) expect(claim.body.code).toBe('opening.not-in-pool');
      expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 0, first: 0, queued: 0 });
    }
  }, 180_000);

  test('fewer places against claims: never more taken than there are', async () => {
    for (let round = 0; round < 20; round += 1) {
      const opening = await share(consultant, place, { places: 3 });
      const [change] = await Promise.all([
        consultant.patch<{ code: string }>(`/openings/${opening}`, { version: 1, places: 1 }),
        ...Array.from({ length: 3 }, () => reserve(colleague, opening)),
      ]);
      if (change.status !== 200) expect(change.body.code).toBe('opening.places-below-taken');
      const { taken, places, first } = await ledger(app, organisation, opening);
      expect(taken).toBeLessThanOrEqual(places);
      expect(first).toBe(taken);
    }
  }, 180_000);

  test('withdrawals against arrivals: nobody waits beside a free place', async () => {
    for (let round = 0; round < 20; round += 1) {
      const opening = await share(consultant, place);
      const first = await reserve(consultant, opening);
      expect(first.status).toBe(201);
      const [gone, ...made] = await Promise.all([
        withdraw(consultant, first.body.id),
        ...Array.from({ length: 6 }, () => reserve(colleague, opening)),
      ]);
      expect([gone.status, ...made.map(({ status }) => status)]).toEqual([204, 201, 201, 201, 201, 201, 201]);
      expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 1, first: 1, queued: 5 });
    }
  }, 180_000);

  test('40 writers of overlapping placements on a slot: one row, 39 conflicts', async () => {
    const [slot] = await makeSlots(app, organisation, place, 'fixed_slots');
    const ids = new Ids();
    // Without the product's lock on the slot they may wait for each other in a ring: told to come back, they do.
    const write = async (n: number): Promise<string> => {
      const outcome = await writeOnce(n);
      return outcome === 'database.away 503' ? write(n) : outcome;
    };
    const writeOnce = (n: number): Promise<string> =>
      app.db
        .touch({ organisationId: organisation.id }, (tx) =>
          tx.run(
            `insert into placement (organisation_id, id, slot_id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
             values (app_organisation(), $1, $2, $3, $4, 'WORK_PLACEMENT', 900, daterange($5::date, $5::date + 30), $5::date + 30, $6)`,
            [
              ids.next(),
              slot,
              place.workplaceId,
              `SAG-${n}`,
              `2027-03-${String(1 + (n % 20)).padStart(2, '0')}`,
              tx.now,
            ],
          ),
        )
        .then(
          () => 'made',
          (error: unknown) => `${refusalOf(error)?.code} ${refusalOf(error)?.status}`,
        );
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
    expect(outcomes.sort()).toEqual(['made', ...Array.from({ length: 39 }, () => 'placement.overlap 409')]);
  });

  test('five of the same request at once are one reservation, and the key is good for no other', async () => {
    const opening = await share(consultant, place);
    const body = forCitizen();
    const key = { 'idempotency-key': new Ids().next() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => consultant.post<Reserved>(`/openings/${opening}/reservations`, body, key)),
    );
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(await ledger(app, organisation, opening)).toMatchObject({ first: 1, queued: 0 });
    expect((await consultant.post(`/openings/${opening}/reservations`, forCitizen(), key)).status).toBe(422);
    expect((await colleague.post<Reserved>(`/openings/${opening}/reservations`, forCitizen(), key)).body.position).toBe(
      1,
    );
  });

  test('the same request again while the first is still at work is told so, and to come back', async () => {
    const opening = await share(consultant, place);
    const key = new Ids().next();
    const { id: userId = '' } = organisation.users.consultant ?? {};
    const idempotency = { key, operation: 'reserveOpening', fingerprint: 'of the first' };
    let finish = (): void => undefined;
    const taken = new Promise<void>((tell, fail) => {
      const actor = { ...systemActor(organisation.id), userId, idempotency };
      const first = (): Promise<void> => {
        tell();
        return new Promise((done) => (finish = done));
      };
      // However slow the machine: it is still at work when the second comes.
      app.db.write(actor, first, 600_000).catch(fail);
    });
    await taken;
    const second = await consultant.post(`/openings/${opening}/reservations`, forCitizen(), { 'idempotency-key': key });
    finish();
    expect(second).toMatchObject({ status: 409, body: { code: 'idempotency.in-progress' } });
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
