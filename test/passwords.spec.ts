import { PasswordLinks } from '#people';
import { startApp, wordOf, type Client, type TestApp, type TestOrganisation } from './support/app.js';

interface User {
  id: string;
  name: string;
  roles: string[];
  joined: boolean;
  version: number;
}

const good = 'cykler til arbejde i regnvejr';
let app: TestApp;
let organisation: TestOrganisation;
let administrator: Client;
let count = 0;

beforeAll(async () => {
  app = await startApp({ trustProxy: true });
  organisation = await app.makeOrganisation();
  administrator = await organisation.signIn('administrator');
});
afterAll(() => app.close());

const newAddress = (): string => `ny${(count += 1)}.${wordOf(organisation.id)}@proeve.example`;
const invite = async (email = newAddress()): Promise<User & { email: string }> =>
  (await administrator.post<User & { email: string }>('/users', { email, name: 'Ny Kollega', roles: ['consultant'] }))
    .body;

/** What the mail's writer does: a link for the user. */
const linkFor = (userId: string, purpose: 'invitation' | 'reset' = 'invitation'): Promise<string> =>
  app.db.touch({ organisationId: organisation.id }, (tx) => app.nest.get(PasswordLinks).issue(tx, userId, purpose));
const outboxOf = (userId: string): Promise<{ topic: string; payload: object }[]> =>
  app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows('select topic, payload from outbox where subject_id = $1 order by id', [userId]),
  );
/** Tries are counted within a minute (reset mails within an hour): begin with the whole of one ahead. */
/** A new hour (so a new minute) of tries, that does not end while they are made. */
const freshHour = (): void => {
  app.clock.hold();
  app.clock.advance(3_600_000 - (app.clock.now().getTime() % 3_600_000));
};
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('invitation', () => {
  test('an invited user sets a password by link and signs in; the link works once', async () => {
    const user = await invite();
    expect(user).toMatchObject({ name: 'Ny Kollega', roles: ['consultant'], joined: false, version: 1 });
    expect(await outboxOf(user.id)).toEqual([{ topic: 'mail.invitation', payload: {} }]);
    const token = await linkFor(user.id);
    expect((await app.anonymous.post('/password/link', { token, newPassword: good })).status).toBe(204);
    expect((await app.anonymous.post('/session', { email: user.email, password: good })).status).toBe(201);
    const again = await app.anonymous.post('/password/link', { token, newPassword: `${good} igen` });
    expect(again).toMatchObject({ status: 410, body: { code: 'password-link.void' } });
  });

  test('of twenty who use a link at once, one gets through', async () => {
    const token = await linkFor((await invite()).id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        app.anonymous.post('/password/link', { token, newPassword: `${good} ${n}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 19 }, () => 410)]);
  });

  test('a newer link voids the older, and an unknown one looks the same as an old one', async () => {
    const user = await invite();
    const older = await linkFor(user.id);
    await linkFor(user.id);
    const old = await app.anonymous.post('/password/link', { token: older, newPassword: good });
    const unknown = await app.anonymous.post('/password/link', { token: 'x'.repeat(43), newPassword: good });
    expect(old.status).toBe(410);
    expect(unknown.body).toEqual(old.body);
  });

  test('a link is good for two weeks, a reset for an hour', async () => {
    const user = await invite();
    const use = async (purpose: 'invitation' | 'reset', hours: number): Promise<number> => {
      const token = await linkFor(user.id, purpose);
      app.clock.advance(hours * 3_600_000);
      const { status } = await app.anonymous.post('/password/link', { token, newPassword: good });
      app.clock.advance(-hours * 3_600_000);
      return status;
    };
    expect(await use('invitation', 14 * 24 - 1)).toBe(204);
    expect(await use('invitation', 14 * 24 + 1)).toBe(410);
    expect(await use('reset', 1.1)).toBe(410);
  });

  test('an address is invited once in an organisation, and may be in another', async () => {
    const { email } = await invite();
    expect(
      await administrator.post('/users', { email: email.toUpperCase(), name: 'X', roles: ['manager'] }),
    ).toMatchObject({
      status: 409,
      body: { code: 'user.exists' },
    });
    const other = await (await app.makeOrganisation('Jobcenter Nabo')).signIn('administrator');
    expect((await other.post('/users', { email, name: 'X', roles: ['manager'] })).status).toBe(201);
  });

  test('the same Idempotency-Key gives the same answer and one user', async () => {
    const key = { 'idempotency-key': `invite-${newAddress()}` };
    const body = { email: newAddress(), name: 'Én Gang', roles: ['caseworker'] };
    const [first, second] = [
      await administrator.post('/users', body, key),
      await administrator.post('/users', body, key),
    ];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect((await administrator.post('/users', { ...body, name: 'Anden' }, key)).status).toBe(422);
  });

  test('an invitation is sent again until it is answered', async () => {
    const user = await invite();
    expect((await administrator.post(`/users/${user.id}/invitation`)).status).toBe(200);
    expect((await outboxOf(user.id)).map(({ topic }) => topic)).toEqual(['mail.invitation', 'mail.invitation']);
    await app.anonymous.post('/password/link', { token: await linkFor(user.id), newPassword: good });
    expect((await administrator.post(`/users/${user.id}/invitation`)).body).toMatchObject({ code: 'user.joined' });
  });

  test('passwords that guessing begins with are refused with the reason', async () => {
    const token = await linkFor((await invite()).id);
    for (const newPassword of ['Sommer2026!', 'aaaaaaaaaaaa', 'ny kollega']) {
      const answer = await app.anonymous.post('/password/link', { token, newPassword });
      expect(answer).toMatchObject({ status: 422, body: { faults: [{ field: 'newPassword' }] } });
      expect(answer.text).not.toContain(newPassword);
    }
    expect(
      (await app.anonymous.post('/password/link', { token, newPassword: '🚲'.repeat(3) + ' til søs æøå' })).status,
    ).toBe(204);
  });
});

describe('password', () => {
  test("changing it ends the user's other sessions and keeps this one", async () => {
    const owner = await app.makeOrganisation();
    const [here, there] = [await owner.signIn('manager'), await owner.signIn('manager')];
    const wrong = await here.put('/password', { currentPassword: 'forkert', newPassword: good });
    expect(wrong).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'currentPassword', code: 'fault.password.wrong' }] },
    });
    const changed = await here.put('/password', {
      currentPassword: 'en lang adgangskode til prøver',
      newPassword: good,
    });
    expect(changed.status).toBe(204);
    expect((await here.get('/session')).status).toBe(200);
    expect((await there.get('/session')).status).toBe(401);
  });

  test('a reset is answered alike for a known and an unknown address, and mailed to the known', async () => {
    const user = await invite();
    const known = await app.anonymous.post('/password/reset', { email: user.email });
    const unknown = await app.anonymous.post('/password/reset', { email: newAddress() });
    expect([known.status, known.text]).toEqual([204, '']);
    expect([unknown.status, unknown.text]).toEqual([204, '']);
    expect((await outboxOf(user.id)).map(({ topic }) => topic)).toEqual(['mail.invitation', 'mail.password-reset']);
  });

  test('nobody is mailed more than five times an hour', async () => {
    freshHour();
    const user = await invite();
    const ask = () => app.anonymous.post('/password/reset', { email: user.email }, from('203.0.113.7'));
    for (let n = 0; n < 5; n += 1) expect((await ask()).status).toBe(204);
    expect(await ask()).toMatchObject({ status: 429, body: { code: 'sign-in.wait' } });
  });
});

describe('guessing', () => {
  beforeEach(freshHour);

  const tryIt = (email: string, password: string, address: string) =>
    app.anonymous.post('/session', { email, password }, from(address));

  test('ten wrong passwords a minute, also all at once; the right one works after the wait', async () => {
    const owner = await app.makeOrganisation();
    const email = owner.users.consultant?.email ?? '';
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) => tryIt(email, `forkert ${n}`, `203.0.113.${n + 20}`)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    const waiting = answers.find(({ status }) => status === 429);
    expect(waiting?.body).toMatchObject({ code: 'sign-in.wait' });
    expect(Number(waiting?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tryIt(email, 'en lang adgangskode til prøver', '203.0.113.99')).status).toBe(429);
    app.clock.advance(61_000);
    expect((await tryIt(email, 'en lang adgangskode til prøver', '203.0.113.99')).status).toBe(201);
    app.clock.advance(-61_000);
  });

  test('an unknown address is counted and refused exactly as a known one', async () => {
    const email = newAddress();
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await tryIt(email, 'forkert', `198.51.100.${n}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  test('thirty tries a minute from one network address, whatever the names', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 33 }, async () => (await tryIt(newAddress(), 'forkert', '192.0.2.1')).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  });

  test('signing in rightly many times is no guessing', async () => {
    for (let n = 0; n < 12; n += 1) await organisation.signIn('colleague');
  });
});
