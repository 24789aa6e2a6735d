import { CreateOrganisation, Sessions } from '#people';
import { startApp, wordOf, type TestApp, type TestOrganisation } from './support/app.js';

interface User {
  id: string;
  name: string;
  roles: string[];
  disabledAt: string | null;
  version: number;
}

let app: TestApp;
let organisation: TestOrganisation;
let count = 0;

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
});
afterAll(() => app.close());

const newAddress = (): string => `ny${(count += 1)}.${wordOf(organisation.id)}@proeve.example`;

describe('users', () => {
  test('new roles hold from the next request', async () => {
    const owner = await app.makeOrganisation();
    const [admin, manager] = [await owner.signIn('administrator'), await owner.signIn('manager')];
    expect((await manager.post('/teams', { name: 'Team Syd' })).status).toBe(403);
    const user = (await admin.get<User & Record<string, unknown>>(`/users/${owner.users.manager?.id}`)).body;
    const change = {
      name: user.name,
      phone: '+45 00 11 00 01',
      roles: ['manager', 'administrator'],
      teamId: null,
      language: 'en',
      version: user.version,
    };
    expect((await admin.put(`/users/${user.id}`, change)).body).toMatchObject({
      phone: '00110001',
      roles: ['administrator', 'manager'],
      version: 2,
    });
    expect((await manager.post('/teams', { name: 'Team Syd' })).status).toBe(201);
    const stale = await admin.put<{ current: User }>(`/users/${user.id}`, change);
    expect(stale).toMatchObject({ status: 412, body: { code: 'edit.stale', current: { version: 2 } } });
  });

  test('a disabled user is out at once, everywhere, and comes back with the same password', async () => {
    const owner = await app.makeOrganisation();
    const [admin, caseworker] = [await owner.signIn('administrator'), await owner.signIn('caseworker')];
    expect((await caseworker.get('/session')).status).toBe(200);
    const path = `/users/${owner.users.caseworker?.id}/disabling`;
    expect((await admin.put<User>(path)).body.disabledAt).toMatch(/^\d{4}-/);
    expect((await caseworker.get('/session')).status).toBe(401);
    await expect(owner.signIn('caseworker')).rejects.toThrow('401');
    expect((await admin.put(path)).status).toBe(200);
    expect((await admin.delete<User>(path)).body.disabledAt).toBeNull();
    await owner.signIn('caseworker');
  });

  test('somebody always remains who can let the others in', async () => {
    const owner = await app.makeOrganisation();
    const admin = await owner.signIn('administrator');
    await admin.put(`/users/${owner.users.everybody?.id}/disabling`);
    const own = (await admin.get<User & Record<string, unknown>>(`/users/${owner.users.administrator?.id}`)).body;
    expect((await admin.put(`/users/${own.id}/disabling`)).body).toMatchObject({ code: 'user.self' });
    const change = {
      name: own.name,
      phone: null,
      roles: ['manager'],
      teamId: null,
      language: 'da',
      version: own.version,
    };
    expect((await admin.put(`/users/${own.id}`, change)).body).toMatchObject({ code: 'user.last-administrator' });
  });

  test('two administrators who disable each other at once do not both succeed', async () => {
    const owner = await app.makeOrganisation();
    const [one, manager] = [await owner.signIn('administrator'), owner.users.manager?.id];
    await one.put(`/users/${owner.users.everybody?.id}/disabling`);
    const change = { name: 'To', phone: null, roles: ['administrator'], teamId: null, language: 'da', version: 1 };
    expect((await one.put(`/users/${manager}`, change)).status).toBe(200);
    const two = await owner.signIn('manager');
    const answers = await Promise.all([
      one.put(`/users/${manager}/disabling`),
      two.put(`/users/${owner.users.administrator?.id}/disabling`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('lists go on where they stopped, and find in any spelling', async () => {
    const owner = await app.makeOrganisation();
    const admin = await owner.signIn('administrator');
    for (const name of ['Øjvind Østergård', 'Asta Aa', 'Bo Ø'])
      await admin.post('/users', { email: newAddress(), name, roles: ['consultant'] });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: User[]; next: string | null } = (
        await admin.get<{ items: User[]; next: string | null }>(`/users?limit=3${next && `&cursor=${next}`}`)
      ).body;
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([9, 9]);
    const found = await admin.get<{ items: User[] }>(`/users?text=${encodeURIComponent('oestergaard')}`);
    expect(found.body.items.map(({ name }) => name)).toEqual(['Øjvind Østergård']);
    expect((await admin.get('/users?limit=101')).status).toBe(400);
    expect((await admin.get('/users?cursor=e30')).status).toBe(400);
  });
});

test('settings and teams are changed with their version, and the journal has before and after', async () => {
  const owner = await app.makeOrganisation();
  const admin = await owner.signIn('administrator');
  const settings = (await admin.get<Record<string, unknown>>('/organisation')).body;
  const { id, ...rest } = settings;
  const changed = await admin.put('/organisation', {
    ...rest,
    label: 'Beskæftigelse',
    holdHours: 24,
    municipalities: [],
  });
  expect(changed).toMatchObject({ status: 200, body: { label: 'Beskæftigelse', holdHours: 24, version: 2 } });
  expect(changed.headers.get('etag')).toBe('"2"');
  expect((await admin.put('/organisation', rest)).status).toBe(412);
  expect((await admin.put('/organisation', { ...rest, municipalities: ['0000'] }, { 'if-match': '"2"' })).status).toBe(
    422,
  );
  const { courseGapDays, refillEscalateDays, offerQuestionMonths, ratioBlocks, ratioCountsByChoice, ...asBefore } = rest;
  const older = await admin.put('/organisation', { ...asBefore, label: 'Beskæftigelse', holdHours: 24, municipalities: [], version: 2 });
  expect(older).toMatchObject({ status: 200, body: { courseGapDays, refillEscalateDays, offerQuestionMonths, ratioBlocks, ratioCountsByChoice, version: 3 } });
  const [entry] = await app.db.read({ organisationId: owner.id }, (tx) =>
    tx.rows<{ before: object; after: object }>(
      `select before, after from journal_entry where action = 'organisation.updated' and subject_id = $1 order by id`,
      [id],
    ),
  );
  expect(entry).toMatchObject({
    before: { label: 'Jobcenter', holdHours: 48 },
    after: { label: 'Beskæftigelse', holdHours: 24 },
  });
  const team = (await admin.post<{ id: string; version: number }>('/teams', { name: 'Team Øst' })).body;
  expect(
    (await admin.put(`/teams/${team.id}`, { name: 'Team Vest', targetGroup: null, version: 1 })).body,
  ).toMatchObject({ name: 'Team Vest', version: 2 });
  expect((await admin.post('/teams', { name: 'Team Vest' })).body).toMatchObject({ code: 'team.exists' });
});

test('sessions end after an hour without use and after eight hours in any case', async () => {
  const client = await organisation.signIn('consultant');
  const after = async (minutes: number): Promise<number> => {
    app.clock.advance(minutes * 60_000);
    app.nest.get(Sessions).forget();
    return (await client.get('/session')).status;
  };
  expect(await after(59)).toBe(200);
  expect(await after(59)).toBe(200);
  for (let n = 0; n < 6; n += 1) expect(await after(58)).toBe(200);
  expect(await after(20)).toBe(401);
  const idle = await organisation.signIn('consultant');
  app.clock.advance(61 * 60_000);
  expect((await idle.get('/session')).status).toBe(401);
});

test('a new organisation is all there or not at all, and its administrator is invited', async () => {
  const create = app.nest.get(CreateOrganisation);
  const name = `Jobcenter ${wordOf(organisation.id)}`;
  const wanted = { name, label: 'Jobcenter', municipalities: [] };
  await expect(create.run(wanted, () => Promise.reject(new Error('no sectors')))).rejects.toThrow('no sectors');
  const named = () =>
    app.db.system((tx) =>
      tx.rows<{ id: string }>('select organisation_id as id from organisation where name = $1', [name]),
    );
  expect(await named()).toEqual([]);
  const made = await create.run(wanted, () => Promise.resolve());
  expect(await named()).toEqual([{ id: made.id }]);
  const userId = await create.inviteAdministrator(made, { email: newAddress(), name: 'Første Administrator' });
  const [mail] = await app.db.read({ organisationId: made.id }, (tx) =>
    tx.rows<{ topic: string }>('select topic from outbox where subject_id = $1', [userId]),
  );
  expect(mail?.topic).toBe('mail.invitation');
});
