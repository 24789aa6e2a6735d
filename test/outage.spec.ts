/** PostgreSQL goes away, hangs, throws everyone out, or is short of connections: people are told, and nothing is lost. */
import { Client as Connection } from 'pg';
import { Clock, Ids } from '#platform';
import { Client, startApp, type TestApp, type TestOrganisation } from './support/app.js';
import { ask, everyOperation, everyPage, faultWhileAway, within, type Request } from './support/everything.js';
import { OwnPostgres } from './support/own-postgres.js';
import { makePlace, type TestPlace } from './support/pool.js';
import { build, freePort, Program } from './support/product.js';
import { until } from './support/until.js';

/** What needs no database to answer: the document, what is open to everybody and asks only for a form, and advice from rules that are remembered. */
const withoutDatabase = new Set([
  'readApiDocument',
  'readDurationAdvice',
  'showSignIn',
  'signInForm',
  'personaForm',
  'switchLanguage',
  'showAccessibility',
  'forgottenPage',
  'forgottenForm',
  'mentorAccessPage',
  'mentorAccessForm',
  // What it asks for hangs together in a way that the document cannot say.
  'checkAccess',
]);

let postgres: OwnPostgres;
let server: Program;
let url: string;
let app: TestApp;
let organisation: TestOrganisation;
let staff: Client;
let token: string;
let place: TestPlace;
let requests: Request[];

beforeAll(async () => {
  build();
  postgres = await OwnPostgres.start();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const { appUrl, ownerUrl } = postgres.server;
  const env = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, PORT: String(port), DEMO: 'on', RATE_LIMIT_PER_MINUTE: '0' };
  server = await new Program('start', env).ready();
  app = await startApp({ databaseUrl: appUrl, databaseDirectUrl: appUrl }, new Clock());
  organisation = await app.makeOrganisation();
  token = (await organisation.signIn('everybody')).token ?? '';
  staff = new Client(url, token).hasty;
  place = await makePlace(app, organisation);
  requests = [...everyOperation(app.document), ...everyPage()].filter(({ name }) => !withoutDatabase.has(name));
}, 120_000);
afterAll(async () => {
  postgres.thaw();
  server.kill('SIGTERM');
  await server.exitCode();
  await app.close();
  await postgres.stop();
}, 60_000);

/** Open to everybody, asked with a session's cookie as browsers do: it is not known whose, and that harms nobody. */
async function expectOpenToEverybody(): Promise<void> {
  const headers = { cookie: `sid=${token}` };
  const statuses = await Promise.all(
    ['/health/live', '/log-ind', '/tilgaengelighed', '/api/v1/openapi.json', '/health/ready', '/api/v1/pool', '/'].map(async (path) => {
      const answer = await fetch(url + path, { headers, redirect: 'manual', signal: within(url, 3_000) });
      await answer.text();
      return `${path} ${answer.status} ${answer.headers.get('retry-after')}`;
    }),
  );
  expect(statuses).toEqual([
    '/health/live 200 null',
    '/log-ind 200 null',
    '/tilgaengelighed 200 null',
    '/api/v1/openapi.json 200 null',
    '/health/ready 503 2',
    '/api/v1/pool 503 2',
    '/ 503 2',
  ]);
}

const health = (path: string): Promise<number> => ask(url, '', { name: path, method: 'GET', path: `/health/${path}` }, 3_000).then(({ status }) => status);

/** Somebody who shares openings all the while, each until it is acknowledged, and remembers how it was answered. */
class Sharer {
  readonly acknowledged: string[] = [];
  readonly statuses = new Set<number>();
  private stopped = false;
  private readonly work: Promise<void>;

  constructor(private readonly ids = new Ids()) {
    this.work = this.share();
    this.work.catch(() => undefined); // told by stop
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.work;
  }

  private async share(): Promise<void> {
    while (!this.stopped) {
      const key = { 'idempotency-key': this.ids.next() };
      const body = { workplaceId: place.workplaceId, tasks: 'rydde op i køkkenet', places: 1 };
      await until(async () => {
        const { status, body: made } = await staff.post<{ id: string }>('/openings', body, key);
        this.statuses.add(status);
        if (status === 201) this.acknowledged.push(made.id);
        return this.stopped || status !== 503;
      });
    }
  }
}

/** So many at a time, each with its own limit. */
async function faultsOf(all: readonly Request[], atOnce: number, limitMs: number): Promise<string[]> {
  const waiting = [...all];
  const faults: string[] = [];
  const askOn = async (): Promise<void> => {
    for (let request = waiting.shift(); request; request = waiting.shift())
      faults.push(...(await faultWhileAway(url, token, request, limitMs)));
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  return faults;
}

/** Ready within five seconds, or never. */
async function expectReadySoon(): Promise<void> {
  const limit = within(url, 5_000);
  await until(async () => limit.aborted || (await health('ready')) === 200);
  expect(limit.aborted).toBe(false);
}

async function expectAllThere(): Promise<void> {
  await Promise.all(sharers.map((sharer) => sharer.stop()));
  const acknowledged = sharers.flatMap((sharer) => sharer.acknowledged).sort();
  const there = await postgres.rows<{ id: string }>('select id from opening where organisation_id = $1 and id = any ($2) order by id', [
    organisation.id,
    acknowledged,
  ]);
  expect(there.map(({ id }) => id)).toEqual(acknowledged);
  expect(sharers.flatMap(({ statuses }) => [...statuses]).filter((status) => ![201, 503].includes(status))).toEqual([]);
  expect(server.ended).toBe(false);
}

let sharers: Sharer[] = [];
afterEach(async () => {
  postgres.thaw();
  await postgres.back();
  await Promise.all(sharers.map((sharer) => sharer.stop()));
}, 60_000);
async function begin(): Promise<void> {
  sharers = Array.from({ length: 4 }, () => new Sharer());
  await until(() => sharers.every(({ acknowledged }) => acknowledged.length >= 3));
}

/** Everybody has got something through since now. */
async function goOn(): Promise<void> {
  const before = sharers.map(({ acknowledged }) => acknowledged.length);
  await until(() => sharers.every(({ acknowledged }, n) => acknowledged.length > (before[n] ?? 0)));
}

test('killed for ten seconds: every call and page says 503 and when to come back; then all goes on', async () => {
  await begin();
  postgres.kill();
  const over = AbortSignal.timeout(10_000);
  await until(async () => (await health('ready')) === 503);
  await expectOpenToEverybody();
  // Five hundred at once: each is told so as well, though they wait for each other's answers.
  expect(await faultsOf(Array.from({ length: 500 }, (_, n) => requests[n % requests.length] as Request), 500, 10_000)).toEqual([]);
  do {
    expect(await faultsOf(requests, 8, 3_000)).toEqual([]);
    expect(await health('live')).toBe(200);
  } while (!over.aborted);
  await postgres.back();
  await expectReadySoon();
  await goOn();
  await expectAllThere();
}, 120_000);

test('hung for eight seconds: 503 within three, nothing piles up; then all goes on', async () => {
  await begin();
  await postgres.freeze();
  const over = AbortSignal.timeout(8_000);
  do {
    expect(await faultsOf(requests, 75, 5_000)).toEqual([]);
    expect(await faultsOf(requests.slice(0, 16), 8, 3_000)).toEqual([]);
    expect(await health('live')).toBe(200);
    expect(await health('ready')).toBe(503);
  } while (!over.aborted);
  postgres.thaw();
  await expectReadySoon();
  await expectAllThere();
  const [sessions] = await postgres.rows<{ n: number }>(`select count(*)::int as n from pg_stat_activity where application_name = 'indgang'`);
  expect(sessions?.n).toBeLessThanOrEqual(2 * 12);
}, 120_000);

test('hung under a request that is on its way: it is told so within three seconds as well', async () => {
  const pool = requests.find(({ name }) => name === 'searchPool') as Request;
  const holder = new Connection({ connectionString: postgres.server.superUrl });
  await holder.connect();
  await holder.query('begin; lock table opening');
  let isTold = false;
  const told = faultWhileAway(url, token, pool, 60_000).finally(() => (isTold = true));
  await until(async () => isTold || (await postgres.rows(`select from pg_stat_activity where usename = 'indgang_app' and wait_event_type = 'Lock'`)).length > 0);
  await postgres.freeze();
  const limit = within(url, 3_000);
  await until(() => isTold || limit.aborted);
  expect(isTold).toBe(true);
  expect(await told).toEqual([]);
  postgres.thaw();
  await holder.end();
  await expectReadySoon();
});

test('every session ended from outside: at most a 503, and no restart', async () => {
  await begin();
  for (let round = 0; round < 5; round += 1) {
    await postgres.rows(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'indgang_app'`);
    await goOn();
  }
  await expectReadySoon();
  await expectAllThere();
}, 120_000);
