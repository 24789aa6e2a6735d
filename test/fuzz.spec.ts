/**
 * Odd input to every operation, made from the API's own document with a fixed seed: never a fault of ours, never a
 * status or a shape that is not declared (the client checks each answer), never a word about how it is made inside.
 */
import * as fc from 'fast-check';
import { hashToken, newToken } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import {
  formOf,
  operationsIn,
  parameters,
  urlOf,
  valid,
  type Described,
  type Schema,
  type Wishes,
} from './support/inputs.js';
import { meantBy } from './support/meant.js';
import { oneOfEach, type OneOfEach } from './support/one-of-each.js';

const seed = 20_261_122;
const perOperation = 15;
const cpr = '010190-1234';
/** These end or change the session that the fuzzer itself needs, or belong to every spec file at once. */
const leftOut = ['closeSession', 'updateUser', 'disableUser', 'openSession', 'changePassword', 'closeMentorSession', 'endMentor'];

let app: TestApp;
let organisation: TestOrganisation;
let client: Client;
let mentor: Client;
let operations: readonly Described[];
let wishes: Wishes;
beforeAll(async () => {
  // One connection: an operation that asks for a second one inside its transaction waits for itself, and is a 503 here.
  app = await startApp({ databasePoolSize: 1 });
  organisation = await app.makeOrganisation();
  client = await organisation.signIn('everybody');
  operations = operationsIn(app.document).filter(({ id }) => !leftOut.includes(id));
  const rows = await oneOfEach(app.db, organisation, 'everybody');
  mentor = await enterAsMentor(rows);
  const id = fc.constantFrom(...Object.values(rows), '018f0000-0000-7000-8000-00000000dead');
  wishes = { id, optional: 'some', named: meantBy(rows) };
});

async function enterAsMentor(rows: OneOfEach): Promise<Client> {
  const token = newToken();
  const insert = 'insert into mentor_session (organisation_id, token_hash, mentor_id, created_at, expires_at) values ($1, $2, $3, $4, $5)';
  const expires = new Date(app.clock.now().getTime() + 86_400_000);
  await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(insert, [organisation.id, hashToken(token), rows.mentor, tx.now, expires]));
  return app.anonymous.as(token);
}
afterAll(() => app.close());

/** What a careless or hostile caller puts where something else belongs. */
const odd = fc.constantFrom<unknown>(
  null,
  true,
  [],
  {},
  [[]],
  -1,
  0,
  1e308,
  -1e308,
  9_007_199_254_740_991,
  2_147_483_648,
  0.1,
  '',
  ' ',
  '0',
  'null',
  'NaN',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\u200b',
  '%00',
  '%',
  '_',
  '\\',
  "'",
  "' or 1=1 --",
  '"; drop table company; --',
  '2026-02-30',
  '2025-02-29',
  '10000-01-01',
  '-0001-01-01',
  '2026-W54',
  '2026-01-01T24:00:00Z',
  'infinity',
  '00000000-0000-0000-0000-000000000000',
  'not-a-uuid',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=cmd|calc',
  'aaaa!'.repeat(400),
  'é'.repeat(5_000),
  '😀'.repeat(500),
  '{"a":1}',
  'a & b',
  '(((',
  '\r\nset-cookie: a=b',
);
const oddNames = [
  '__proto__',
  'constructor',
  'organisation_id',
  'organisationId',
  'role',
  'id',
  'version',
  '$where',
  '',
];

interface Sent {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/** Replaces one value somewhere in an input, or adds a member that nobody asked for. */
function spoil(sent: Sent, where: number, value: unknown, name: string): Sent {
  const copy = structuredClone(sent) as {
    path: Record<string, unknown>;
    query: Record<string, unknown>;
    body: unknown;
  };
  const places: (() => void)[] = [];
  const collect = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push(() => (holder[key] = value));
      if (holder[key] !== null && typeof holder[key] === 'object') collect(holder[key] as Record<string, unknown>);
    }
  };
  collect(copy.path);
  collect(copy.query);
  if (copy.body !== null && typeof copy.body === 'object') {
    const holder = copy.body as Record<string, unknown>;
    collect(holder);
    places.push(() =>
      Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true }),
    );
    places.push(() => (copy.body = value));
  }
  places.push(() => (copy.query[name] = value));
  places[where % places.length]?.();
  return copy;
}

const inputOf = (operation: Described): fc.Arbitrary<Sent> =>
  fc.record({
    path: parameters(operation, 'path', wishes),
    query: parameters(operation, 'query', wishes),
    body: operation.body ? valid(operation.body, wishes) : fc.constant(undefined),
  });

const spoiled = (operation: Described): fc.Arbitrary<Sent> =>
  fc
    .tuple(inputOf(operation), fc.array(fc.tuple(fc.nat(200), odd, fc.constantFrom(...oddNames)), { maxLength: 2 }))
    .map(([sent, spoils]) => spoils.reduce((now, [where, value, name]) => spoil(now, where, value, name), sent));

async function send(operation: Described, { path, query, body }: Sent): Promise<{ status: number; text: string }> {
  const multipart = operation.media?.startsWith('multipart') && body !== null && typeof body === 'object';
  const sent =
    operation.body === undefined
      ? undefined
      : multipart
        ? formOf(body as Record<string, unknown>)
        : JSON.stringify(body ?? null);
  const asker = operation.path.startsWith('/mentor-page') ? mentor : client;
  return asker.send(operation.method, urlOf(operation, path, query), sent);
}

const inside =
  /\bat .+\.[jt]s:\d|node_modules|\/libs\/|syntax error|violates|constraint|pg_|relation "|SELECT |INSERT |ECONN|undefined is not|Cannot read/;

function fault(operation: Described, { status, text }: { status: number; text: string }): string | undefined {
  if (status >= 500) return `${operation.id} answered ${status}: ${text}`;
  return status >= 400 && inside.test(text) ? `${operation.id} tells what is inside: ${text}` : undefined;
}

test('odd values anywhere are refused or taken, and never break anything', async () => {
  const found: string[] = [];
  const reached = new Map<string, Set<number>>();
  for (const operation of operations) {
    const statuses = new Set<number>();
    reached.set(operation.id, statuses);
    for (const sent of fc.sample(spoiled(operation), { seed, numRuns: perOperation })) {
      const answer = await send(operation, sent).catch((error: Error) => ({ status: 0, text: error.message }));
      statuses.add(answer.status);
      const wrong = answer.status === 0 ? answer.text : fault(operation, answer);
      if (wrong) found.push(`${wrong} to ${JSON.stringify(sent).slice(0, 400)}`);
    }
  }
  expect(found.slice(0, 20)).toEqual([]);
  const succeeded = [...reached.values()].filter((statuses) => [...statuses].some((status) => status < 300)).length;
  expect(succeeded).toBeGreaterThan(operations.length / 2);
}, 240_000);

test('a CPR number in any text is refused with 422, and not repeated', async () => {
  const found: string[] = [];
  for (const operation of operations.filter(({ media }) => media === 'application/json')) {
    const ids = fc.sample(parameters(operation, 'path', wishes), { seed, numRuns: 1 })[0] ?? {};
    for (const name of texts(operation.body ?? {})) {
      const answer = await send(operation, { path: ids, query: {}, body: { [name]: `Ring om ${cpr} i morgen` } });
      const refused =
        answer.status === 422 && answer.text.includes('"input.cpr"') && !answer.text.includes(cpr.slice(-4));
      if (!refused) found.push(`${operation.id}.${name}: ${answer.status} ${answer.text}`);
    }
  }
  expect(found).toEqual([]);
});

/** Free texts of a body: those without a form of their own. */
const texts = (schema: Schema): string[] =>
  Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    .filter(([, member]) => {
      const kinds = [member, ...((member.anyOf ?? []) as Schema[])];
      return kinds.some(({ type, format, pattern, enum: words }) => type === 'string' && !format && !pattern && !words);
    })
    .map(([name]) => name)
    .filter((name) => !/password|token|phone|pNumber|cvr|cursor/i.test(name));

test('bodies that are no JSON, too deep, too large or of another kind are refused', async () => {
  const found: string[] = [];
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const bodies: readonly (readonly [string, string])[] = [
    ['application/json', '{"a":'],
    ['application/json', ''],
    ['application/json', '[]'],
    ['application/json', 'null'],
    ['application/json', deep],
    ['application/json', JSON.stringify({ text: 'x'.repeat(1_000_000) })],
    ['application/json', `"${'x'.repeat(1_100_000)}"`],
    ['application/json', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
    ['application/json', '{"a":"\\ud800"}'],
    ['application/json; charset=utf-16', '{}'],
    ['text/plain', '{}'],
    ['application/xml', '<a/>'],
    ['application/x-www-form-urlencoded', 'a=b&a=c&a[b]=d'],
    ['multipart/form-data; boundary=x', '--x\r\nnonsense'],
    ['', '{}'],
  ];
  for (const operation of operations.filter(({ body }) => body)) {
    const ids = fc.sample(parameters(operation, 'path', wishes), { seed, numRuns: 1 })[0] ?? {};
    for (const [type, body] of bodies) {
      const answer = await client
        .send(operation.method, urlOf(operation, ids, {}), body, { 'content-type': type })
        .catch((error: Error) => ({ status: 0, text: error.message }));
      const wrong =
        answer.status === 0 ? answer.text : answer.status < 400 ? `${operation.id} took it` : fault(operation, answer);
      if (wrong) found.push(`${wrong} to ${type} ${body.slice(0, 40)}`);
    }
  }
  expect(found.slice(0, 20)).toEqual([]);
  expect(({} as Record<string, unknown>).admin).toBeUndefined();
}, 120_000);

test('methods and paths that do not exist are not found', async () => {
  const raw = (method: string, path: string) => fetch(`${app.url}${path}`, { method, redirect: 'manual' });
  for (const [method, path] of [
    ['PATCH', '/api/v1/session'],
    ['OPTIONS', '/api/v1/users'],
    ['GET', '/api/v1/users/%00'],
    ['GET', '/api/v1/%E0%A4%A'],
    ['GET', '/api/v1/../../etc/passwd'],
    ['GET', '/.env'],
    ['GET', '/.git/config'],
    ['GET', `/api/v1/users/${'x'.repeat(3_000)}`],
  ] as const) {
    const answer = await raw(method, path);
    expect([path.slice(0, 40), answer.status]).toEqual([path.slice(0, 40), expect.any(Number)]);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(inside);
  }
});
