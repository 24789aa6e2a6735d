/** What carries the mail dies (the queue, a worker): nobody who works notices, and every mail goes out. */
import { Clock, Jobs, OutboxRelay } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { MailSink } from './support/mail-sink.js';
import { OwnPostgres } from './support/own-postgres.js';
import { OwnRedis } from './support/own-redis.js';
import { forCitizen, makeMentor, makePlace, share, type TestPlace } from './support/pool.js';
import { build, freePort, Program } from './support/product.js';
import { until } from './support/until.js';

let postgres: OwnPostgres;
let sink: MailSink;
let app: TestApp;
let organisation: TestOrganisation;
let staff: Client;
let place: TestPlace;
let redis: OwnRedis | undefined;

beforeAll(async () => {
  build();
  postgres = await OwnPostgres.start();
  const { appUrl, ownerUrl } = postgres.server;
  expect(await new Program('migrate', { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }).exitCode()).toBe(0);
}, 120_000);
afterAll(() => postgres.stop());

beforeEach(async () => {
  sink = await MailSink.start();
});
afterEach(async () => {
  await app.close();
  await sink.stop();
  await redis?.kill();
});

async function open(redisUrl?: string): Promise<void> {
  const { appUrl } = postgres.server;
  app = await startApp({ databaseUrl: appUrl, databaseDirectUrl: appUrl, smtpUrl: sink.url, redisUrl }, new Clock());
  organisation = await app.makeOrganisation();
  staff = await organisation.signIn('consultant');
  place = await makePlace(app, organisation);
}

/** Reserved openings whose mentor is asked by mail: one mail each, or none without an address. */
async function reserve(count: number, email: string | null = 'mentor@proeve.example'): Promise<void> {
  const mentorId = await makeMentor(app, organisation, place, email, 5);
  for (let n = 0; n < count; n += 1) {
    const opening = await share(staff, place, { mentorId });
    expect((await staff.post(`/openings/${opening}/reservations`, forCitizen())).status).toBe(201);
  }
}

const unsent = (): Promise<number> =>
  postgres
    .rows<{ id: string }>('select id from outbox where sent_at is null and organisation_id = $1', [organisation.id])
    .then(({ length }) => length);
const noted = (): Promise<string[]> =>
  postgres
    .rows<{ key: string }>('select dedup_key as key from mail_sent where organisation_id = $1', [organisation.id])
    .then((rows) => rows.map(({ key }) => key));
const onRedis = process.env.INDGANG_TEST_REDIS_URL ? test : test.skip;

onRedis('Redis killed under reservations, and forgetful: no request fails, every mail goes out once', async () => {
  redis = await OwnRedis.start();
  await open(redis.url);
  const jobs = app.nest.get(Jobs, { strict: false });
  const relay = app.nest.get(OutboxRelay, { strict: false });
  relay.start();
  jobs.start();
  await reserve(3);
  await until(() => sink.taken.length === 3);
  await redis.kill();
  await reserve(5);
  expect(await jobs.alive()).toBe(false);
  expect((await staff.get('//health/ready')).status).toBe(200);
  redis.back();
  await until(() => jobs.alive());
  // What Redis had taken before it died comes due again after half a minute.
  app.clock.advance(31_000);
  relay.wake();
  await until(async () => (await unsent()) === 0);
  expect(sink.taken).toHaveLength(8);
  expect(new Set(sink.taken).size).toBe(8);
}, 60_000);

onRedis('started while Redis is away: people can work, and the doctor says what is wrong', async () => {
  await open('redis://127.0.0.1:1');
  const jobs = app.nest.get(Jobs, { strict: false });
  app.nest.get(OutboxRelay, { strict: false }).start();
  jobs.start();
  await reserve(1, null);
  expect((await staff.get('//health/ready')).status).toBe(200);
  const doctor = new Program('doctor', { DATABASE_URL: postgres.server.appUrl, REDIS_URL: 'redis://127.0.0.1:1', DEMO: 'on' });
  expect(await doctor.exitCode()).toBe(1);
  expect(doctor.said).toMatch(/FEJL +queue +Redis does not answer/);
}, 60_000);

test('one of two workers killed with mails in its hands: every mail goes out, and only those in hand twice', async () => {
  await open();
  await reserve(30);
  const kept = await MailSink.start();
  kept.holdBack();
  const work = async (smtp: MailSink): Promise<Program> =>
    new Program('../worker/main', {
      DATABASE_URL: postgres.server.appUrl,
      SMTP_URL: smtp.url,
      DEMO: 'off',
      PORT: String(await freePort()),
    });
  const victim = await work(kept);
  await until(() => kept.waiting > 0);
  const other = await work(sink);
  await until(() => sink.taken.length > 0);
  victim.kill('SIGKILL');
  await victim.exitCode();
  const inHand = new Set(kept.taken);
  expect(inHand.size).toBe(kept.taken.length);
  await until(async () => (await noted()).length === 30);
  expect(new Set(sink.taken)).toEqual(new Set(await noted()));
  expect(sink.taken).toHaveLength(30);
  expect(sink.taken.filter((id) => inHand.has(id)).sort()).toEqual([...inHand].sort());
  other.kill('SIGTERM');
  await other.exitCode();
  await kept.stop();
}, 90_000);
