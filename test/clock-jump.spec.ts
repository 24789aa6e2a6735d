/** The machine's clock goes three days ahead and a day back: each thing happens once, and only what was due. */
import { ExpireReservations, ReleaseLapsedHolds } from '#openings';
import { RefreshDueOpenings } from '#placements';
import { systemActor } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, forCitizen, mailbox, makePlace, share, type Reserved } from './support/pool.js';

const day = 86_400_000;
let app: TestApp;
let organisation: TestOrganisation;
beforeAll(async () => {
  app = await startApp();
  // A Monday at noon: on Thursday two working days to answer are over, and the hours of a hold.
  app.clock.set(new Date('2027-02-01T11:00:00Z'));
  organisation = await app.makeOrganisation();
  await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('update organisation set reservation_working_days = 2'));
});
afterAll(() => app.close());

/** The rounds as the queue runs them, twice, as when two came due together; then the mail. */
async function rounds(): Promise<number[]> {
  const actor = systemActor(organisation.id);
  const parts = [ReleaseLapsedHolds, ExpireReservations, RefreshDueOpenings] as const;
  const done = [];
  for (const part of [...parts, ...parts]) {
    const round = app.nest.get<{ run(who: typeof actor): Promise<number> }>(part, { strict: false });
    done.push(await round.run(actor));
  }
  await deliverOutbox(app, organisation);
  await deliverOutbox(app, organisation);
  return done;
}

const reserve = async (client: Client, opening: string): Promise<Reserved> =>
  (await client.post<Reserved>(`/openings/${opening}/reservations`, forCitizen())).body;
const stateOf = async (client: Client, { id }: Reserved): Promise<unknown> => (await client.get<{ state: string }>(`/reservations/${id}`)).body.state;
const history = (action: string): Promise<{ id: string }[]> =>
  app.db.read({ organisationId: organisation.id }, (tx) => tx.rows<{ id: string }>('select subject_id as id from journal_entry where action = $1', [action]));

test('ahead and back: what was due happens once, what is not due stays, no mail comes twice', async () => {
  const before = await organisation.signIn();
  const place = await makePlace(app, organisation);
  const [held, first] = [await share(before, place, { hold: true }), await share(before, place)];
  const due = await reserve(before, first);
  const next = await reserve(before, first);
  expect(await rounds()).toEqual([0, 0, 0, 0, 0, 0]);

  app.clock.advance(3 * day);
  expect(await rounds()).toEqual([1, 1, 0, 0, 0, 0]);
  const ahead = await organisation.signIn();
  expect(await stateOf(ahead, due)).toBe('expired');
  expect(await stateOf(ahead, next)).toBe('first');
  const meanwhile = await reserve(ahead, await share(ahead, place));
  const mails = await mailbox(app, organisation);

  app.clock.advance(-day);
  expect(await rounds()).toEqual([0, 0, 0, 0, 0, 0]);
  const back = await organisation.signIn();
  expect(await Promise.all([due, next, meanwhile].map((each) => stateOf(back, each)))).toEqual(['expired', 'first', 'first']);
  expect((await back.get<{ heldUntil: string | null }>(`/openings/${held}`)).body.heldUntil).toBeNull();
  const late = await reserve(back, await share(back, place));

  app.clock.advance(day);
  expect(await rounds()).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await stateOf(await organisation.signIn(), late)).toBe('first');
  expect(await mailbox(app, organisation)).toEqual(mails);
  expect((await history('reservation.expired')).map(({ id }) => id)).toEqual([due.id]);
  expect((await history('reservation.promoted')).map(({ id }) => id)).toEqual([next.id]);
});

test('a session that was ended elsewhere is not believed longer because the clock went back', async () => {
  const client = await organisation.signIn();
  expect((await client.get('/session')).status).toBe(200);
  await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('delete from session'));
  app.clock.advance(-day);
  expect((await client.get('/session')).status).toBe(401);
});
