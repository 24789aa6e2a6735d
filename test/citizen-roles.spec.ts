/** Who is around a citizen: exactly one primary contact on every day, stand-ins among those attached, caseloads in numbers. */
import fc from 'fast-check';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';

interface Around {
  split: string;
  missing: string[];
  primary: { userId: string; userName: string; role: string; until: string | null } | null;
  comingPrimary: { userId: string; userName: string; from: string } | null;
  primaryStandIn: { userName: string } | null;
  items: { id: string; userName: string; role: string; isPrimary: boolean; from: string; until: string | null; standsInForName: string | null }[];
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let manager: Client;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  colleague = await organisation.signIn('colleague');
  manager = await organisation.signIn('manager');
});
afterAll(() => app.close());

let count = 0;
const newCitizen = async (): Promise<string> =>
  (await consultant.post<{ id: string }>('/citizens', { caseRef: `ROLLE-${(count += 1)}`, pseudonym: 'Bo', targetGroup: 'LAB6-03' })).body.id;
const id = (who: string): string => organisation.users[who]?.id ?? '';
const later = (days: number): string => app.clock.dayOf(new Date(app.clock.now().getTime() + days * 86_400_000));
const around = async (citizen: string, by = consultant): Promise<Around> => (await by.get<Around>(`/citizens/${citizen}/roles`)).body;
const attach = (citizen: string, who: string, role: string, more: object = {}) => consultant.post<{ id: string }>(`/citizens/${citizen}/roles`, { userId: id(who), role, ...more });
const shown = ({ comingPrimary, primary }: Around): string => (comingPrimary ?? primary)?.userId ?? id('consultant');
const handOver = async (citizen: string, who: string, more: object = {}) => consultant.post(`/citizens/${citizen}/handover`, { userId: id(who), insteadOf: shown(await around(citizen)), formerStays: true, ...more });

describe('the three splits', () => {
  test.each([
    ['all apart', [['caseworker', 'caseworker'], ['colleague', 'support_mentor']], 'apart'],
    ['consultant and mentor in one', [['caseworker', 'caseworker'], ['consultant', 'support_mentor']], 'mentor_with_consultant'],
    ['all in one', [['consultant', 'caseworker'], ['consultant', 'support_mentor']], 'all_in_one'],
    ['nobody is mentor', [['caseworker', 'caseworker']], 'incomplete'],
  ] as const)('%s', async (_name, roles, split) => {
    const citizen = await newCitizen();
    for (const [who, role] of roles) expect((await attach(citizen, who, role)).status).toBe(201);
    expect(await around(citizen)).toMatchObject({ split, primary: { userName: 'Prøve consultant', role: 'consultant' } });
  });

  test('the same role twice, a day that is past, somebody who is administrator only', async () => {
    const citizen = await newCitizen();
    expect(await attach(citizen, 'consultant', 'consultant')).toMatchObject({ status: 409, body: { code: 'citizen.already-attached' } });
    expect(await attach(citizen, 'caseworker', 'caseworker', { from: later(-1) })).toMatchObject({ status: 422 });
    expect(await attach(citizen, 'administrator', 'caseworker')).toMatchObject({ status: 422 });
  });
});

describe('a handover', () => {
  test('from a day on: both see the citizen, the primary contact changes that day, and never are there two or none', async () => {
    const citizen = await newCitizen();
    expect(await handOver(citizen, 'colleague', { from: later(7) })).toMatchObject({ status: 201, body: { role: 'consultant', from: later(7) } });
    expect(await around(citizen)).toMatchObject({ primary: { userName: 'Prøve consultant', until: later(7) } });
    expect((await colleague.get(`/citizens/${citizen}`)).status).toBe(404);
    expect(await handOver(citizen, 'caseworker', { from: later(3) })).toMatchObject({ status: 409, body: { code: 'citizen.handover-planned', from: later(7) } });
    app.clock.advance(7 * 86_400_000);
    const then = await organisation.signIn('colleague');
    expect(await around(citizen, then)).toMatchObject({ primary: { userName: 'Prøve colleague', until: null } });
    expect((await (await organisation.signIn('consultant')).get(`/citizens/${citizen}`)).status).toBe(200);
    app.clock.advance(-7 * 86_400_000);
  });

  test('on the day itself, to one attached already, and back again; one who leaves sees no more', async () => {
    const citizen = await newCitizen();
    await attach(citizen, 'colleague', 'caseworker');
    expect(await handOver(citizen, 'colleague')).toMatchObject({ status: 201, body: { role: 'caseworker' } });
    expect(await handOver(citizen, 'colleague')).toMatchObject({ status: 409, body: { code: 'citizen.already-primary' } });
    expect((await around(citizen)).items.filter(({ isPrimary }) => isPrimary)).toMatchObject([{ userName: 'Prøve colleague' }]);
    expect((await handOver(citizen, 'consultant', { formerStays: false })).status).toBe(201);
    expect((await colleague.get(`/citizens/${citizen}`)).status).toBe(404);
    expect((await around(citizen)).primary).toMatchObject({ userName: 'Prøve consultant' });
  });

  test('that is planned is said as such, blocks an earlier one only until it is taken back, and leaves nobody attached who does not get the citizen', async () => {
    const citizen = await newCitizen();
    const before = (await around(citizen)).items;
    const back = () => consultant.post<{ code?: string }>(`/citizens/${citizen}/handover/withdrawal`);
    expect((await back()).body.code).toBe('citizen.no-handover');
    for (const formerStays of [true, false]) {
      expect((await handOver(citizen, 'colleague', { from: later(8), formerStays })).status).toBe(201);
      const { comingPrimary, items } = await around(citizen);
      expect(comingPrimary).toMatchObject({ userName: 'Prøve colleague', from: later(8) });
      const coming = items.find(({ isPrimary, from }) => isPrimary && from === later(8))?.id;
      expect(await consultant.post(`/citizens/${citizen}/roles/${coming}/end`)).toMatchObject({ status: 409, body: { code: 'citizen.handover-planned' } });
      expect(await handOver(citizen, 'consultant', { from: later(8) })).toMatchObject({ status: 409, body: { code: 'citizen.handover-planned' } });
      expect((await back()).status).toBe(204);
      expect((await around(citizen)).items).toEqual(before);
    }
    const caseworker = (await attach(citizen, 'caseworker', 'caseworker')).body.id;
    await handOver(citizen, 'caseworker', { from: later(8) });
    await back();
    expect((await around(citizen)).items).toMatchObject([{ userName: 'Prøve consultant', isPrimary: true, until: null }, { id: caseworker, isPrimary: false, until: null }]);
    expect((await handOver(citizen, 'colleague')).status).toBe(201);
  });

  test('twenty at once leave one primary contact', async () => {
    const citizen = await newCitizen();
    const tries = await Promise.all(Array.from({ length: 20 }, (_, n) => handOver(citizen, n % 2 === 0 ? 'colleague' : 'caseworker', { insteadOf: id('consultant') })));
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
    const { primary } = await around(citizen);
    for (const each of tries.filter(({ status }) => status !== 201)) expect(each).toMatchObject({ status: 409, body: { code: 'citizen.primary-changed', title: expect.stringContaining(primary?.userName ?? '?') } });
    expect((await around(citizen)).items.filter(({ isPrimary, until }) => isPrimary && until === null)).toHaveLength(1);
  });

  test('a manager who looks may hand over, as when somebody has left', async () => {
    const citizen = await newCitizen();
    const body = { userId: id('colleague'), insteadOf: id('consultant'), formerStays: false };
    expect((await manager.post(`/citizens/${citizen}/handover`, body)).status).toBe(404);
    await manager.post('/citizens/looks', { caseRef: `ROLLE-${count}`, reason: 'Kollegaen er fratrådt' });
    expect((await manager.post(`/citizens/${citizen}/handover`, body)).status).toBe(201);
    expect((await colleague.get(`/citizens/${citizen}`)).status).toBe(200);
  });
});

describe('leaving a role', () => {
  test('the primary contact hands over instead; another just leaves, once', async () => {
    const citizen = await newCitizen();
    const own = (await around(citizen)).items[0]?.id;
    const end = (role: string | undefined, body: object = {}) => consultant.post(`/citizens/${citizen}/roles/${role}/end`, body);
    expect(await end(own)).toMatchObject({ status: 409, body: { code: 'citizen.primary-left' } });
    const role = (await attach(citizen, 'colleague', 'support_mentor')).body.id;
    expect(await end(role, { until: later(-1) })).toMatchObject({ status: 422 });
    expect((await end(role, { until: later(5) })).status).toBe(204);
    expect(await end(role, { until: later(6) })).toMatchObject({ status: 409, body: { code: 'citizen.role-over' } });
    expect((await end('018f0000-0000-7000-8000-00000000dead')).status).toBe(404);
  });

  test('the citizen leaves and comes back: no gap, and nobody attached meanwhile', async () => {
    const citizen = await newCitizen();
    const open = await consultant.post<{ from: string }>(`/citizens/${citizen}/away`, { reason: 'Flyttet til en anden kommune' });
    expect(open.status).toBe(201);
    expect((await consultant.get(`/citizens/${citizen}`)).status).toBe(404);
    expect(await consultant.post('/citizens', { caseRef: `ROLLE-${count}`, pseudonym: 'Bo', targetGroup: 'LAB6-03' })).toMatchObject({ body: { code: 'citizen.exists-away' } });
    await manager.post('/citizens/looks', { caseRef: `ROLLE-${count}`, reason: 'Borgeren er tilbage' });
    expect((await manager.post(`/citizens/${citizen}/return`, { userId: id('consultant'), role: 'consultant' })).status).toBe(201);
    expect(await manager.post(`/citizens/${citizen}/return`, { userId: id('consultant'), role: 'consultant' })).toMatchObject({ body: { code: 'citizen.not-away' } });
    expect((await around(citizen)).primary).toMatchObject({ userName: 'Prøve consultant' });
  });
});

describe('a leaving dated ahead', () => {
  test('is said with its day; until then roles change as ever, and it can be moved and taken back', async () => {
    const citizen = await newCitizen();
    const away = (days: number) => consultant.post(`/citizens/${citizen}/away`, { reason: 'Flytter', from: later(days) });
    await away(20);
    expect((await consultant.get(`/citizens/${citizen}`)).body).toMatchObject({ isHere: true, awayFrom: later(20) });
    expect((await away(10)).status).toBe(201);
    expect(await attach(citizen, 'caseworker', 'caseworker', { from: later(10) })).toMatchObject({ status: 409, body: { code: 'citizen.leaving', from: later(10) } });
    expect((await attach(citizen, 'caseworker', 'caseworker')).status).toBe(201);
    expect(await handOver(citizen, 'colleague', { from: later(10) })).toMatchObject({ status: 409, body: { code: 'citizen.leaving' } });
    expect((await handOver(citizen, 'colleague')).status).toBe(201);
    expect((await around(citizen)).items.every(({ until }) => until === later(10))).toBe(true);
    expect((await away(30)).status).toBe(201);
    for (const status of [204, 409]) expect((await consultant.post(`/citizens/${citizen}/away/withdrawal`)).status).toBe(status);
    expect((await around(citizen)).items).toMatchObject([{ userName: 'Prøve colleague', isPrimary: true, until: null }, { userName: 'Prøve caseworker', until: null }, { userName: 'Prøve consultant', isPrimary: false, until: null }]);
  });
});

describe('a stand-in', () => {
  test('is one of those attached, for a time; the primary contact stays who it is', async () => {
    const citizen = await newCitizen();
    const role = (await around(citizen)).items[0]?.id;
    const stand = (who: string, more: object = {}) => consultant.post(`/citizens/${citizen}/stand-ins`, { roleId: role, userId: id(who), from: later(0), lastDay: later(6), ...more });
    expect(await stand('colleague')).toMatchObject({ status: 409, body: { code: 'citizen.stand-in-not-attached' } });
    const colleagues = (await attach(citizen, 'colleague', 'support_mentor')).body.id;
    expect(await stand('colleague', { lastDay: later(-1) })).toMatchObject({ status: 422 });
    expect(await stand('colleague', { lastDay: later(200) })).toMatchObject({ status: 422 });
    expect((await stand('colleague')).status).toBe(201);
    expect(await stand('colleague', { from: later(6), lastDay: later(8) })).toMatchObject({ status: 409, body: { code: 'citizen.stand-in-taken' } });
    expect(await stand('consultant', { from: later(10), lastDay: later(12) })).toMatchObject({ status: 409, body: { code: 'citizen.stand-in-not-attached' } });
    expect(await around(citizen)).toMatchObject({ primary: { userName: 'Prøve consultant' }, primaryStandIn: { userName: 'Prøve colleague' } });
    expect(await consultant.post(`/citizens/${citizen}/roles/${colleagues}/end`)).toMatchObject({ status: 409, body: { code: 'citizen.stands-in' } });
  });

  test('not by the database either, who is not attached', async () => {
    const citizen = await newCitizen();
    const forged = app.db.touch({ organisationId: organisation.id }, (tx) =>
      tx.run(
        `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, stands_in_for, created_at)
         select app_organisation(), $1, r.citizen_id, $2, r.role, false, daterange($3::date, $3::date + 5), r.id, now() from citizen_role r where r.citizen_id = $4`,
        [tx.newId(), id('caseworker'), tx.today, citizen],
      ),
    );
    await expect(forged).rejects.toMatchObject({ constraint: 'citizen_stand_in_is_attached' });
  });
});

describe('random histories', () => {
  const people = ['consultant', 'colleague', 'caseworker'] as const;
  const roles = ['consultant', 'caseworker', 'support_mentor'] as const;
  const step = fc.record({
    what: fc.constantFrom('attach', 'handover', 'stand-in', 'end', 'away', 'return', 'wait', 'take back'),
    who: fc.constantFrom(...people),
    role: fc.constantFrom(...roles),
    days: fc.integer({ min: 0, max: 20 }),
    more: fc.boolean(),
  });
  type Step = { what: string; who: (typeof people)[number]; role: (typeof roles)[number]; days: number; more: boolean };

  test('of handing over, attaching, standing in, leaving and coming back: exactly one primary contact on every day, and only those attached stand in', async () => {
    let anybody = await signedIn();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const citizen = await newCitizen();
        let passed = 0;
        for (const each of steps) {
          const gone = await take(citizen, each, anybody);
          if (gone > 0) anybody = await signedIn();
          passed += gone;
        }
        await holds(citizen, passed);
        app.clock.advance(-passed * 86_400_000);
        if (passed > 0) anybody = await signedIn();
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 90_000);

  type Everybody = Readonly<Record<(typeof people)[number] | 'manager', Client>>;
  /** Anew whenever days went by: a session does not last that long. */
  async function signedIn(): Promise<Everybody> {
    const [one, two, three, lead] = await Promise.all([...people, 'manager'].map((who) => organisation.signIn(who)));
    return { consultant: one, colleague: two, caseworker: three, manager: lead } as Everybody;
  }

  /** Any answer is right but a fault of ours; answers the days that went by. */
  async function take(citizen: string, { what, who, role, days, more }: Step, anybody: Everybody): Promise<number> {
    if (what === 'wait') {
      app.clock.advance(Math.min(days, 5) * 86_400_000);
      return Math.min(days, 5);
    }
    const by = anybody[who];
    const seen = await around(citizen, by);
    const known = seen.items ?? [];
    const held = known[days % Math.max(1, known.length)]?.id ?? citizen;
    const requests: Readonly<Record<string, () => Promise<{ status: number }>>> = {
      attach: () => by.post(`/citizens/${citizen}/roles`, { userId: id(people[days % 3] ?? ''), role, from: later(days) }),
      handover: () => by.post(`/citizens/${citizen}/handover`, { userId: id(people[days % 3] ?? ''), insteadOf: shown(seen), ...(more && { role }), from: later(days % 7), formerStays: more }),
      'stand-in': () => by.post(`/citizens/${citizen}/stand-ins`, { roleId: held, userId: id(people[days % 3] ?? ''), from: later(days % 5), lastDay: later(days) }),
      end: () => by.post(`/citizens/${citizen}/roles/${held}/end`, { until: later(days % 9) }),
      away: () => by.post(`/citizens/${citizen}/away`, { reason: 'Flyttet', from: later(days % 4) }),
      'take back': () => by.post(`/citizens/${citizen}/${more ? 'handover' : 'away'}/withdrawal`),
      return: async () => {
        await anybody.manager.post('/citizens/looks', { caseRef: `ROLLE-${count}`, reason: 'Borgeren er tilbage' });
        return anybody.manager.post(`/citizens/${citizen}/return`, { userId: id(who), role });
      },
    };
    const answer = await requests[what]?.();
    expect([201, 204, 403, 404, 409, 422]).toContain(answer?.status);
    return 0;
  }

  /** Counted day by day from the rows, beside what the database's own constraints say. */
  async function holds(citizen: string, passed: number): Promise<void> {
    const start = later(-passed);
    const days = await app.db.read({ organisationId: organisation.id }, (tx) =>
      tx.rows<{ day: string; primaries: number; away: number; loose: number }>(
        `select d::date as day,
                (select count(*) from citizen_role r where r.citizen_id = $1 and r.is_primary and r.valid @> d::date) as primaries,
                (select count(*) from citizen_away a where a.citizen_id = $1 and a.during @> d::date) as away,
                (select count(*) from citizen_role s where s.citizen_id = $1 and s.stands_in_for is not null and s.valid @> d::date
                   and not exists (select from citizen_role o where o.citizen_id = $1 and o.user_id = s.user_id and o.stands_in_for is null and o.valid @> d::date)) as loose
           from generate_series($2::date, $2::date + 130, interval '1 day') d`,
        [citizen, start],
      ),
    );
    expect(days.filter(({ primaries, away }) => primaries + away !== 1)).toEqual([]);
    expect(days.filter(({ loose }) => loose > 0)).toEqual([]);
  }
});

describe('caseloads', () => {
  test('are numbers by role, weighted as the organisation says, with a warning from its own number', async () => {
    const other = await app.makeOrganisation('Jobcenter Byrde');
    const [by, lead] = [await other.signIn('consultant'), await other.signIn('manager')];
    for (const n of [1, 2, 3]) {
      const { id: citizen } = (await by.post<{ id: string }>('/citizens', { caseRef: `BYRDE-${n}`, pseudonym: 'Bo', targetGroup: 'LAB6-03' })).body;
      await by.post(`/citizens/${citizen}/roles`, { userId: other.users.consultant?.id, role: 'support_mentor' });
    }
    const read = () => lead.get<{ limits: { version: number; warning: number }; items: object[]; groups: object[] }>('/caseloads');
    const { limits, items, groups } = (await read()).body;
    expect(limits).toMatchObject({ warning: 40, consultantPercent: 100, caseworkerPercent: 100, mentorPercent: 50 });
    expect(items).toEqual([expect.objectContaining({ name: 'Prøve consultant', citizens: 3, primary: 3, consultant: 3, mentor: 3, caseload: 4.5, heavy: false })]);
    expect(groups).toEqual([{ code: 'LAB6-03', citizens: 3 }]);
    expect((await by.get('/caseloads')).status).toBe(403);
    const set = (version: number) => lead.put('/caseload-limits', { warning: 6, consultantPercent: 100, caseworkerPercent: 100, mentorPercent: 100, version });
    expect((await set(limits.version)).status).toBe(200);
    expect((await set(limits.version)).status).toBe(412);
    expect(await by.get('/caseloads/own')).toMatchObject({ body: { citizens: 3, caseload: 6, heavy: true, warning: 6 } });
  });
});
