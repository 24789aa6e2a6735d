/**
 * Who may do what, asked of the running server: every operation as every role and as nobody. The answer is checked in
 * (permissions.matrix.json): a new operation needs a row there, and a changed one shows in review.
 */
import { startApp, type Client, type TestApp } from './support/app.js';
import { expectCheckedIn } from './support/checked-in.js';
import { operationsIn, urlOf, type Described } from './support/inputs.js';

const roles = ['consultant', 'caseworker', 'manager', 'administrator'] as const;
const random = '018f0000-0000-7000-8000-00000000dead';

let app: TestApp;
const clients = new Map<string, () => Promise<Client>>();
beforeAll(async () => {
  app = await startApp();
  const organisation = await app.makeOrganisation();
  clients.set('anonymous', () => Promise.resolve(app.anonymous));
  for (const role of roles) {
    const kept = await organisation.signIn(role);
    clients.set(role, () => Promise.resolve(kept));
  }
  clients.set('signing out', () => organisation.signIn());
});
afterAll(() => app.close());

/** The guard speaks before any input is read, so an empty request shows it without doing anything. */
async function mayDo(who: string, operation: Described): Promise<boolean> {
  const needsOwnSession = operation.id === 'closeSession' && who !== 'anonymous';
  const client = await clients.get(needsOwnSession ? 'signing out' : who)?.();
  if (!client) throw new Error(`nobody is ${who}`);
  const ids = Object.fromEntries(
    operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => [name, random]),
  );
  const { status, body } = await client.send<{ code?: string }>(
    operation.method,
    urlOf(operation, ids, {}),
    operation.method === 'GET' ? undefined : {},
  );
  if (status === 401) return body.code !== 'sign-in.needed';
  if (status === 403 && body.code === 'permission.missing') return false;
  return true;
}

test('every operation is open to exactly those the matrix says', async () => {
  const rows: string[] = [];
  for (const operation of operationsIn(app.document).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const may: string[] = [];
    for (const who of ['anonymous', ...roles]) if (await mayDo(who, operation)) may.push(who);
    rows.push(`  ${JSON.stringify(operation.id)}: ${JSON.stringify(may)}`);
  }
  expectCheckedIn('permissions.matrix.json', `{\n${rows.join(',\n')}\n}\n`);
}, 60_000);

test("a forged, shortened or stale token is nobody's", async () => {
  const organisation = await app.makeOrganisation();
  const client = await organisation.signIn();
  await client.delete('/session');
  expect((await client.get('/session')).body).toMatchObject({ code: 'sign-in.needed' });
  for (const token of ['x'.repeat(43), '', 'null', '../../etc', "' or 1=1 --"]) {
    const answer = await app.anonymous.get('/session', { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
  }
});

test('an unsafe request from another site is refused before it does anything', async () => {
  const organisation = await app.makeOrganisation();
  const answer = await app.anonymous.post('/session', {
    email: organisation.users.manager?.email,
    password: 'en lang adgangskode til prøver',
  });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const withCookie = (headers: Record<string, string>) => app.anonymous.delete('/session', { cookie, ...headers });
  expect(await withCookie({ 'sec-fetch-site': 'cross-site' })).toMatchObject({
    status: 403,
    body: { code: 'request.cross-site' },
  });
  expect(await withCookie({ origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  expect(await withCookie({ origin: 'null' })).toMatchObject({ status: 403 });
  expect((await app.anonymous.get('/session', { cookie })).status).toBe(200);
  expect((await withCookie({ 'sec-fetch-site': 'same-origin' })).status).toBe(204);
});
