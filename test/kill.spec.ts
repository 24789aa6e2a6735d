/** kill -9 of the server under reservations: what was acknowledged is there, and nothing is there twice. */
import { Clock, Ids } from '#platform';
import { Client, startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, ledger, makePlace, share } from './support/pool.js';
import { build, freePort, Program } from './support/product.js';
import { until } from './support/until.js';

interface Wish {
  readonly opening: string;
  readonly body: object;
  readonly key: string;
  id?: string;
}

let app: TestApp;
let organisation: TestOrganisation;
let server: Program;
let port: number;

beforeAll(async () => {
  build();
  app = await startApp({}, new Clock());
  organisation = await app.makeOrganisation();
  port = await freePort();
  await begin();
}, 120_000);
afterAll(async () => {
  server.kill('SIGTERM');
  await server.exitCode();
  await app.close();
});

async function begin(): Promise<void> {
  server = new Program('start', {
    PORT: String(port),
    DATABASE_URL: process.env.INDGANG_TEST_APP_URL ?? '',
    DEMO: 'off',
    RATE_LIMIT_PER_MINUTE: '0',
  });
  await server.ready();
}

/** Asks until it is acknowledged, always with the same key: the answer to a killed request is lost, its effect may not be. */
async function insist(client: Client, wish: Wish): Promise<void> {
  await until(async () => {
    const answer = await client
      .post<{ id: string }>(`/openings/${wish.opening}/reservations`, wish.body, { 'idempotency-key': wish.key })
      .catch(() => undefined);
    wish.id = answer?.status === 201 ? answer.body.id : undefined;
    return wish.id !== undefined;
  });
}

test('three kills under load lose no acknowledged reservation and double none', async () => {
  const staff = await organisation.signIn('consultant');
  const place = await makePlace(app, organisation);
  const openings = await Promise.all(Array.from({ length: 4 }, () => share(staff, place, { places: 15 })));
  const ids = new Ids();
  const wishes: Wish[] = Array.from({ length: 240 }, (_, n) => ({
    opening: openings[n % 4] ?? '',
    body: forCitizen(),
    key: ids.next(),
  }));
  const client = new Client(`http://127.0.0.1:${port}`, staff.token).hasty;
  const acknowledged = (): number => wishes.filter(({ id }) => id).length;
  const workers = Array.from({ length: 8 }, async (_, worker) => {
    for (let n = worker; n < wishes.length; n += 8) await insist(client, wishes[n] as Wish);
  });
  for (const enough of [40, 100, 160]) {
    await until(() => acknowledged() >= enough);
    server.kill('SIGKILL');
    await server.exitCode();
    await begin();
  }
  await Promise.all(workers);
  const rows = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows<{ id: string; opening: string }>(
      'select id, opening_id as opening from reservation where opening_id = any ($1::uuid[])',
      [openings],
    ),
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(wishes.map(({ id }) => id).sort());
  for (const opening of openings) {
    expect(await ledger(app, organisation, opening)).toMatchObject({ places: 15, taken: 15, first: 15, queued: 45 });
  }
}, 120_000);
