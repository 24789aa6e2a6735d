/** Legal limits over HTTP: what the ratio rule leaves and why, stated months, additionality, durations, the VITAS sheet, the grant. */
import { capOf } from '../libs/limits/ratio.rules.js';
import { Db } from '#platform';
import { ReferenceQueries } from '#reference';
import { limitsOperations, type CompanyAdditionality, type DurationAdvice, type PlanAdvice, type VitasSheet, type WorkplaceLimits } from '#limits';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { makePlace, makeSlots, type TestPlace } from './support/pool.js';

const today = '2026-11-23';
let app: TestApp;
let organisation: TestOrganisation;
let client: Client;
let db: Db;

beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date(`${today}T10:00:00Z`));
  ({ db } = app);
  organisation = await app.makeOrganisation();
  client = await organisation.signIn('consultant');
});
afterAll(() => app.close());

let places = 0;
const somewhere = (): Promise<TestPlace> => makePlace(app, organisation, { name: `Prøvested ${(places += 1)}` });
const registered = (place: TestPlace, fte: number | null) => db.touch({ organisationId: organisation.id }, (tx) => tx.run('update workplace set employees_fte = $2, employees_on = $3 where id = $1', [place.workplaceId, fte, '2026-01-15']));
const limitsAt = async (place: TestPlace, on = ''): Promise<WorkplaceLimits> => {
  const { status, body } = await client.get<WorkplaceLimits>(`/workplaces/${place.workplaceId}/limits${on && `?on=${on}`}`);
  expect(status).toBe(200);
  return limitsOperations.readWorkplaceLimits.answer.parse(body) as WorkplaceLimits;
};
const state = (place: TestPlace, month: string, fte: number, version?: number, as = client) => as.put<{ id: string; version: number; code?: string }>(`/workplaces/${place.workplaceId}/employees`, { month, fte, ...(version && { version }) });
const placed = async (place: TestPlace, minutes: number, measure = 'WORK_PLACEMENT', { from = today, until = '2027-02-22' } = {}): Promise<string> =>
  db.touch({ organisationId: organisation.id }, async (tx) => {
    const id = tx.newId();
    await tx.run(
      `insert into placement (organisation_id, id, workplace_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       values (app_organisation(), $1, $2, 'SAG-1', $3, $4, daterange($5::date, $6::date), $6, $7)`,
      [id, place.workplaceId, measure, minutes, from, until, tx.now],
    );
    return id;
  });

test('unknown until somebody says how many employees there are; then the register, then the stated months', async () => {
  const place = await somewhere();
  expect(await limitsAt(place)).toMatchObject({ employees: null, cap: null, leftMinutes: null, people: null, rule: { version: '2020' } });
  await registered(place, 24);
  expect(await limitsAt(place)).toMatchObject({ employees: { fte: 24, registeredOn: '2026-01-15', months: [] }, cap: 4, usedMinutes: 0, leftMinutes: 4 * 2220, people: 4 });
  for (const [month, fte] of [['2026-10', 50], ['2026-09', 60], ['2026-08', 60], ['2026-07', 70], ['2026-06', 900]] as const) expect((await state(place, month, fte)).status).toBe(200);
  expect(await limitsAt(place)).toMatchObject({ employees: { fte: 60, registeredOn: null, months: { length: 4 } }, cap: 11 });
  expect(await limitsAt(place, '2026-07-15')).toMatchObject({ employees: { fte: 900, months: { length: 1 } }, cap: 95 });
});

test('what counts: hours of the day in the measures of the rule, none that is exempt; Integration Act placements count too', async () => {
  const place = await somewhere();
  await registered(place, 3);
  const ramped = await placed(place, 600);
  await placed(place, 300, 'INTEGRATION_PLACEMENT');
  await placed(place, 900, 'FLEXJOB');
  await placed(place, 900, 'WORK_PLACEMENT', { from: '2026-09-01', until: today });
  expect(await limitsAt(place)).toMatchObject({ cap: 1, usedMinutes: 900, leftMinutes: 1320, counted: { length: 2 } });
  await db.touch({ organisationId: organisation.id }, (tx) => tx.run(`insert into placement_hours values (app_organisation(), $1, '2026-12-21', 1200)`, [ramped]));
  expect(await limitsAt(place, '2026-12-21')).toMatchObject({ usedMinutes: 1500 });
  const utility = await placed(place, 2220, 'UTILITY_WORK');
  expect(await limitsAt(place)).toMatchObject({ usedMinutes: 3120, leftMinutes: -900, people: 0 });
  expect((await client.put(`/placements/${utility}/grant`, { number: null, exempt: true, version: 1 })).status).toBe(200);
  expect(await limitsAt(place)).toMatchObject({ usedMinutes: 900 });
});

test('the database caps as the rule does, at every size', async () => {
  const rule = (await app.nest.get(ReferenceQueries, { strict: false }).current()).ratioRule(today);
  const sizes = [0, 3, 4.9, 9.9, 10, 24, 49, 50, 50.1, 59, 59.9, 60, 120, 999.9, 100_000];
  const rows = await db.touch({ organisationId: organisation.id }, (tx) =>
    tx.rows<{ fte: number; cap: number }>(`select e::float8 as fte, ratio_cap(e, r.from_fte, r.per, r.at_least) as cap from unnest($1::numeric[]) e, ratio_rule r where r.valid @> $2::date`, [sizes, today]),
  );
  expect(rule).toBeDefined();
  expect(rows).toEqual(sizes.map((fte) => ({ fte, cap: rule && capOf(fte, rule) })));
});

test('people are counted at the hours agreed there', async () => {
  const place = await somewhere();
  await registered(place, 10);
  await makeSlots(app, organisation, place, 'fixed_slots', 2);
  const { minutesEach, people, leftMinutes } = await limitsAt(place);
  expect(minutesEach).toBeLessThan(2220);
  expect(people).toBe(Math.floor((leftMinutes ?? 0) / minutesEach));
});

test('a month is stated once, corrected with its version, and must be over', async () => {
  const place = await somewhere();
  expect((await state(place, '2026-11', 10)).status).toBe(422);
  expect((await state(place, '2026-13', 10)).status).toBe(422);
  const first = await state(place, '2026-10', 10);
  expect(first).toMatchObject({ status: 200, body: { version: 1, fte: 10, month: '2026-10-01' } });
  expect(await state(place, '2026-10', 11)).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
  expect(await state(place, '2026-10', 11.5, 1)).toMatchObject({ status: 200, body: { version: 2, fte: 11.5 } });
  expect((await state(place, '2026-10', 12, 1)).status).toBe(412);
  expect((await state(place, '2026-09', 12, undefined, await organisation.signIn('caseworker'))).status).toBe(403);
});

test('additionality is by company, and unknown until twelve whole months are stated', async () => {
  const place = await somewhere();
  const additionality = async () => (await client.get<CompanyAdditionality>(`/companies/${place.companyId}/additionality`)).body;
  expect(await additionality()).toMatchObject({ outcome: 'unknown', known: 0 });
  const months = ['2025-11', '2025-12', ...Array.from({ length: 9 }, (_, n) => `2026-0${n + 1}`)];
  for (const month of months) await state(place, month, 10);
  expect(await additionality()).toMatchObject({ outcome: 'unknown', known: 11 });
  await state(place, '2026-10', 9);
  expect(await additionality()).toMatchObject({ outcome: 'not_met', known: 12, latest: { fte: 9 }, stating: 1 });
  await state(place, '2026-10', 10.5, 1);
  expect(await additionality()).toMatchObject({ outcome: 'met' });
});

test.each([
  ['WORK_PLACEMENT', 'LAB6-02', '2026-12-21', 'within', 2],
  ['WORK_PLACEMENT', 'LAB6-02', '2027-02-22', 'too-long', 2],
  ['WORK_PLACEMENT', 'LAB6-03', '2027-02-22', 'within', 0],
  ['WORK_PLACEMENT', 'LAB6-03', '2027-05-24', 'with-assessment', 0],
  ['WORK_PLACEMENT', 'LAB6-03', '2027-06-24', 'special-need', 0],
  ['WAGE_SUBSIDY', 'LAB6-03', '2027-05-23', 'within', 1],
  ['UTILITY_WORK', 'LAB6-03', '2028-05-23', 'no-limit', 0],
  ['FLEXJOB', 'LAB6-09', '2028-05-23', 'none', 0],
])('%s for %s until %s: %s', async (measure, targetGroup, until, verdict, others) => {
  const { body } = await client.get<DurationAdvice>(`/measures/${measure}/duration?targetGroup=${targetGroup}&from=${today}&until=${until}`);
  expect(body).toMatchObject({ verdict, others: { length: others } });
});

test("a citizen's earlier days there shape the advice for those who may see the citizen only, and who saw them is noted", async () => {
  const place = await somewhere();
  const { id } = (await client.post<{ id: string }>('/citizens', { caseRef: 'SAG-PLAN', pseudonym: 'Ida', targetGroup: 'LAB6-03' })).body;
  const before = await placed(place, 600, 'WORK_PLACEMENT', { from: '2026-10-01', until: '2026-11-01' });
  await db.touch({ organisationId: organisation.id }, async (tx) => {
    const course = tx.newId();
    await tx.run('insert into course (organisation_id, id, citizen_id, opened_on, created_at) values (app_organisation(), $1, $2, $3, $4)', [course, id, '2026-10-01', tx.now]);
    await tx.run("update placement set citizen_ref = 'SAG-PLAN', course_id = $2 where id = $1", [before, course]);
  });
  const plan = `/workplaces/${place.workplaceId}/plan-advice?measureType=WORK_PLACEMENT&targetGroup=LAB6-03&from=${today}&until=2026-12-07`;
  const earlier = async (as: Client, of = '&citizenRef=SAG-PLAN') => (await as.get<PlanAdvice>(`${plan}${of}`)).body.earlier;
  const colleague = await organisation.signIn('colleague');
  expect(await earlier(client)).toEqual({ together: 31, apart: 0, since: '2026-10-01' });
  for (const [as, of] of [[client, ''], [colleague, undefined], [await organisation.signIn('administrator'), undefined]] as const) expect(await earlier(as, of)).toEqual({ together: 0, apart: 0, since: null });
  const seen = await db.touch({ organisationId: organisation.id }, (tx) => tx.rows<{ by: string }>("select user_id as by from citizen_seen where citizen_id = $1 and fields = 'placement'", [id]));
  expect(seen.map(({ by }) => by)).toEqual([organisation.users.consultant?.id]);
});

test("a citizen's other stay on some of the same days is told beforehand to those who may see the citizen, and with the yes", async () => {
  const [there, here] = [await somewhere(), await somewhere()];
  const { id: citizenId } = (await client.post<{ id: string }>('/citizens', { caseRef: 'SAG-TO', pseudonym: 'Bo', targetGroup: 'LAB6-03' })).body;
  const stay = await placed(there, 600, 'WORK_PLACEMENT', { from: today, until: '2026-12-07' });
  const course = await db.touch({ organisationId: organisation.id }, async (tx) => {
    const id = tx.newId();
    await tx.run('insert into course (organisation_id, id, citizen_id, opened_on, created_at) values (app_organisation(), $1, $2, $3, $4)', [id, citizenId, today, tx.now]);
    await tx.run("update placement set citizen_ref = 'SAG-TO', course_id = $2 where id = $1", [stay, id]);
    return id;
  });
  const { name: companyName } = (await client.get<{ name: string }>(`/companies/${there.companyId}`)).body;
  const told = async (as: Client, from: string) =>
    (await as.get<PlanAdvice>(`/workplaces/${here.workplaceId}/plan-advice?measureType=WORK_PLACEMENT&from=${from}&until=2027-01-04&citizenRef=SAG-TO`)).body.elsewhere;
  expect(await told(client, '2026-12-06')).toEqual([{ companyName, from: today, until: '2026-12-07' }]);
  expect(await told(client, '2026-12-07')).toEqual([]);
  expect(await told(await organisation.signIn('colleague'), '2026-12-06')).toEqual([]);

  const warned = async (from: string): Promise<unknown> => {
    const { body: opening } = await client.post<{ id: string }>('/openings', { workplaceId: here.workplaceId, tasks: 'pakke ordrer', places: 1 });
    const asked = { citizenRef: 'SAG-TO', targetGroup: 'LAB6-03', reason: 'vil gerne pakke', from, until: '2027-01-04' };
    const { body: reservation } = await client.post<{ id: string }>(`/openings/${opening.id}/reservations`, asked);
    const { status, body } = await client.post<{ courseId: string; warnings: string[] }>(`/reservations/${reservation.id}/acceptance`);
    return [status, body.courseId, body.warnings];
  };
  expect(await warned('2026-12-07')).toEqual([201, course, []]);
  expect(await warned('2026-12-06')).toEqual([201, course, ['placement.citizen-elsewhere']]);
});

test('a duration that ends before it starts is refused in words', async () => {
  expect(await client.get(`/measures/WORK_PLACEMENT/duration?from=${today}&until=${today}`)).toMatchObject({ status: 422, body: { code: 'duration.end-before-start' } });
});

describe('the VITAS sheet', () => {
  test('of a placement: what the application asks for, its hours as a ramp, and what the rules say', async () => {
    const place = await somewhere();
    const id = await placed(place, 600);
    await placed(place, 600, 'WORK_PLACEMENT', { from: '2026-10-01', until: '2026-11-01' });
    await db.touch({ organisationId: organisation.id }, (tx) => tx.run(`insert into placement_hours values (app_organisation(), $1, '2027-01-04', 900)`, [id]));
    const { status, body } = await client.get<VitasSheet>(`/placements/${id}/vitas-sheet`);
    expect(status).toBe(200);
    expect(limitsOperations.readPlacementSheet.answer.parse(body)).toMatchObject({
      of: 'placement',
      citizenRef: null,
      purpose: null,
      needsGrant: true,
      grantStanding: 'missing',
      earlier: { together: 31, apart: 0, since: '2026-10-01' },
      checked: true,
      hours: { highest: 900, steps: [{ from: today, minutesPerWeek: 600 }, { from: '2027-01-04', minutesPerWeek: 900 }] },
      grant: null,
      duration: { verdict: 'with-assessment' },
    });
  });

  test('the grant is written back with its number and period, once for each version', async () => {
    const id = await placed(await somewhere(), 600);
    const grant = (body: object) => client.put<{ version: number; code?: string }>(`/placements/${id}/grant`, { number: 'V-77', from: today, until: '2027-02-22', version: 1, ...body });
    expect((await grant({ until: today })).status).toBe(422);
    expect(await grant({})).toMatchObject({ status: 200, body: { number: 'V-77', version: 2 } });
    expect(await grant({ number: 'V-78' })).toMatchObject({ status: 412 });
    const sheet = async () => (await client.get<VitasSheet>(`/placements/${id}/vitas-sheet`)).body;
    expect(await sheet()).toMatchObject({ grant: { number: 'V-77', from: today, until: '2027-02-22', exempt: false }, grantStanding: 'covers' });
    expect((await grant({ from: '2026-11-24', version: 2 })).status).toBe(200);
    expect((await sheet()).grantStanding).toBe('short');
    expect(await grant({ number: null, version: 3 })).toMatchObject({ status: 200, body: { number: null, from: null, until: null } });
  });
});

describe('when the organisation keeps the rule', () => {
  test('advice unless it says so; then nothing begins beyond it, and what does not count itself may', async () => {
    const place = await somewhere();
    await registered(place, 3);
    await placed(place, 2000);
    await placed(place, 600);
    await db.touch({ organisationId: organisation.id }, (tx) => tx.run('update organisation set ratio_blocks = true where organisation_id = app_organisation()'));
    await expect(placed(place, 300)).rejects.toMatchObject({ constraint: 'ratio_rule_holds' });
    await placed(place, 300, 'INTEGRATION_PLACEMENT');
    await placed(await somewhere(), 2220);
    await db.touch({ organisationId: organisation.id }, (tx) => tx.run('update organisation set ratio_blocks = false where organisation_id = app_organisation()'));
    await placed(place, 300);
  });
});
