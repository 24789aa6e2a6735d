import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as Connection, type QueryResultRow } from 'pg';
import { hashPassword, type Role } from '#people';
import { Clock, Config, Db, Ids, readConfig } from '#platform';
import { ApiModule } from '../../apps/api/api.module.js';
import { createServer } from '../../apps/server.js';
import { WebModule } from '../../apps/web/web.module.js';
import { Answers, type ApiDocument } from './answers.js';
import { begins } from './begins.js';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  readonly text: string;
}

/** Speaks to the running server as one signed-in person (or as nobody). Every answer must be as the API declares it. */
export class Client {
  constructor(
    private readonly base: string,
    readonly token?: string,
    private readonly answers?: Answers,
    private readonly comesBack = 10,
  ) {}

  /** One who takes the first answer: where it is tested what a busy or broken product says. The others come back when told to. */
  get hasty(): Client {
    return new Client(this.base, this.token, this.answers, 0);
  }

  /** The same server, asked by the one who holds that token. */
  as = (token: string): Client => new Client(this.base, token, this.answers);

  get = <T>(path: string, headers?: Record<string, string>): Promise<Answer<T>> =>
    this.send('GET', path, undefined, headers);
  post = <T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> =>
    this.send('POST', path, body ?? {}, headers);
  put = <T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> =>
    this.send('PUT', path, body ?? {}, headers);
  patch = <T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>> =>
    this.send('PATCH', path, body ?? {}, headers);
  delete = <T>(path: string, headers?: Record<string, string>): Promise<Answer<T>> =>
    this.send('DELETE', path, undefined, headers);

  /** `path` below /api/v1, or a whole path that begins with '//' (as in '//health/live'). */
  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    for (let again = 0; ; again += 1) {
      const answer = await this.ask<T>(method, path, body, headers);
      // On a slow machine many at once may wait too long for a row: the product says when to come back, as any client does.
      if (again >= this.comesBack || answer.status !== 503) return answer;
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  }

  private async ask<T>(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer<T>> {
    const response = await fetch(path.startsWith('//') ? this.base + path.slice(1) : `${this.base}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const text = mediaType === 'text/event-stream' ? await firstOf(response) : await response.text();
    const answered = mediaType.includes('json') && text ? (JSON.parse(text) as unknown) : {};
    const { status } = response;
    const fault = path.startsWith('//')
      ? undefined
      : this.answers?.fault({ method, path, status, mediaType, body: answered });
    if (fault) throw new Error(fault);
    return { status, headers: response.headers, text, body: answered as T };
  }
}

/** A live stream never ends: hang up after its head. */
async function firstOf(response: Response): Promise<string> {
  await response.body?.cancel();
  return '';
}

/** One organisation of its own for a spec file, with a user of each role, so that files run side by side. */
export interface TestOrganisation {
  readonly id: string;
  readonly users: Readonly<Record<string, { readonly id: string; readonly email: string; readonly name: string }>>;
  /** Signed in as that user ('consultant', 'caseworker', 'manager', 'administrator', 'colleague', or 'everybody' with all roles). */
  signIn(user?: string): Promise<Client>;
}

export interface TestApp {
  readonly url: string;
  readonly clock: Clock;
  /** The tests' own, not the product's. */
  readonly db: Db;
  readonly nest: NestFastifyApplication;
  readonly anonymous: Client;
  /** What the API says about itself. */
  readonly document: ApiDocument;
  makeOrganisation(name?: string): Promise<TestOrganisation>;
  close(): Promise<void>;
}

const password = 'en lang adgangskode til prøver';
const knownHash = hashPassword(password);

const testConfig = (): Config =>
  readConfig({
    DATABASE_URL: process.env.INDGANG_TEST_APP_URL,
    DATABASE_OWNER_URL: process.env.INDGANG_TEST_OWNER_URL,
    DEMO: 'on',
    LOG_LEVEL: 'fatal',
    DATABASE_POOL_SIZE: '10',
  });

/** A clock that begins on the tests' day. Only what is tried together with programs of its own goes by the machine's. */
export function testClock(): Clock {
  const clock = new Clock();
  clock.set(new Date(begins));
  return clock;
}

/** The real server on a free port, on the test run's own PostgreSQL. Close it in afterAll. */
export async function startApp(changes: Partial<Config> = {}, clock = testClock()): Promise<TestApp> {
  const config = testConfig().with(changes);
  const nest = await createServer(config, [ApiModule, WebModule], clock);
  await nest.listen(0, '127.0.0.1');
  const url = (await nest.getUrl()).replace('[::1]', '127.0.0.1');
  // What tests write and read beside the product: how long that takes on a slow machine is not their subject.
  const db = new Db({ url: config.databaseUrl ?? '', size: 10, patienceMs: 120_000 }, clock, new Ids());
  // All products begin in the same minute: the guesses of an earlier file are not held against this one.
  await db.system((tx) => tx.run('delete from sign_in_attempt'));
  const document = await documentOf(url);
  const answers = new Answers(document);
  const connect: Connect = (token) => new Client(url, token, answers);
  return {
    url,
    clock,
    db,
    nest,
    anonymous: connect(),
    document,
    makeOrganisation: (name = 'Jobcenter Prøvestad') => makeOrganisation(connect, db, name),
    close: async () => {
      await nest.close();
      await db.onApplicationShutdown();
    },
  };
}

/** The same code says the same about itself: the first file of a run asks, the others read what it got. */
async function documentOf(url: string): Promise<ApiDocument> {
  const kept = join(process.env.INDGANG_TEST_PLACE ?? '', 'openapi.json');
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as ApiDocument;
  const { text, body } = await new Client(url).get<ApiDocument>('/openapi.json');
  writeFileSync(`${kept}.${process.pid}`, text);
  renameSync(`${kept}.${process.pid}`, kept);
  return body;
}

type Connect = (token?: string) => Client;

const people: readonly (readonly [string, readonly Role[]])[] = [
  ['consultant', ['consultant']],
  ['caseworker', ['caseworker']],
  ['manager', ['manager']],
  ['administrator', ['administrator']],
  ['colleague', ['consultant']],
  ['everybody', ['consultant', 'caseworker', 'manager', 'administrator']],
];

async function makeOrganisation(connect: Connect, db: Db, name: string): Promise<TestOrganisation> {
  const ids = new Ids();
  const id = ids.next();
  const mark = wordOf(id);
  const users = Object.fromEntries(
    people.map(([key]) => [key, { id: ids.next(), email: `${key}.${mark}@proeve.example`, name: `Prøve ${key}` }]),
  );
  const hash = await knownHash;
  await db.touch({ organisationId: id }, async (tx) => {
    await tx.run('insert into organisation (organisation_id, name, created_at) values ($1, $2, $3)', [
      id,
      name,
      tx.now,
    ]);
    const team = tx.newId();
    const otherTeam = tx.newId();
    await tx.run(
      `insert into team (organisation_id, id, name, created_at) values ($1, $2, 'Virksomhedsservice', $4), ($1, $3, 'Team Nord', $4)`,
      [id, team, otherTeam, tx.now],
    );
    for (const [key, roles] of people) {
      const user = users[key];
      if (!user) continue;
      await tx.run(
        `insert into app_user (organisation_id, id, email, name, team_id, password_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, user.id, user.email, user.name, key === 'colleague' ? otherTeam : team, hash, tx.now],
      );
      await tx.run('insert into user_role (organisation_id, user_id, role) select $1, $2, unnest($3::text[])', [
        id,
        user.id,
        roles,
      ]);
    }
  });
  return { id, users, signIn: (user = 'consultant') => signIn(connect, users[user]?.email ?? user) };
}

/** An id's random end in letters: its digits might by chance be shaped like a CPR number, and be refused as one. */
export function wordOf(id: string): string {
  return id.slice(-12).replace(/\d/gu, (digit) => 'ghijklmnop'[Number(digit)] ?? digit);
}

async function signIn(connect: Connect, email: string): Promise<Client> {
  const answer = await connect().post<{ token: string }>('/session', { email, password });
  if (answer.status !== 201) throw new Error(`sign-in of ${email} answered ${answer.status}: ${answer.text}`);
  return connect(answer.body.token);
}

/** The schema's owner, who sees everything that is not under forced row-level security: for scans of the catalogue. */
export async function asOwner<T extends QueryResultRow>(sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Connection({ connectionString: process.env.INDGANG_TEST_OWNER_URL });
  await client.connect();
  try {
    return (await client.query<T>(sql, params)).rows;
  } finally {
    await client.end();
  }
}
