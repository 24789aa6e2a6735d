/** What a course withstands: moves and pauses in the count of its weeks, an untrained mentor, two who say different things at once. */
import { formatter } from '#dictionary';
import { addDays, type Tx } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, makeMentor, makePlace, makeSlots, type Reserved } from './support/pool.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface Course {
  readonly segments: readonly { readonly id: string; readonly state: string; readonly startedOn: string | null }[];
  readonly training: readonly { readonly placementId: string; readonly missing: readonly object[]; readonly blocked: boolean; readonly agreementId: string | null }[];
  readonly thirteenWeeks: { readonly current: { readonly from: string; readonly days: number } | null; readonly reachedOn: string | null; readonly expectedOn: string | null };
}

interface Begun {
  readonly organisation: TestOrganisation;
  readonly consultant: Client;
  readonly courseId: string;
  readonly placementId: string;
  readonly from: string;
  /** Another free slot of the same agreement. */
  readonly other: string;
}

async function accepted(days: number): Promise<Begun> {
  const organisation = await app.makeOrganisation();
  const consultant = await organisation.signIn();
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mentor@proeve.example', 3);
  const [openingId = '', other = ''] = await makeSlots(app, organisation, place, 'fixed_slots', 2);
  const from = app.clock.today();
  const reserved = await consultant.post<Reserved>(`/openings/${openingId}/reservations`, forCitizen({ from, until: addDays(from, days) }));
  const { body } = await consultant.post<{ id: string; courseId: string }>(`/reservations/${reserved.body.id}/acceptance`);
  return { organisation, consultant, courseId: body.courseId, placementId: body.id, from, other };
}

const at = ({ courseId, placementId }: Begun): string => `/courses/${courseId}/placements/${placementId}`;
const agree = (course: Begun, client = course.consultant, more: object = {}) =>
  client.post(`${at(course)}/terms`, {
    purpose: 'Prøve bageriet',
    agreedWithCitizenOn: course.from,
    agreedWithCompanyOn: course.from,
    hours: { outcome: 'refused', reason: 'Ingen lønkroner i år' },
    ...more,
  });
const courseOf = async ({ courseId }: Begun, client: Client): Promise<Course> => (await client.get<Course>(`/courses/${courseId}`)).body;

test('nobody came before it was agreed with both: the sentence says which day to write, or the dates are corrected', async () => {
  const course = await accepted(91);
  app.clock.advance(2 * 86_400_000);
  const [consultant, today] = [await course.organisation.signIn(), app.clock.today()];
  const start = (startedOn: string) => consultant.put(`${at(course)}/start`, { startedOn });
  expect((await agree(course, consultant, { agreedWithCompanyOn: today })).status).toBe(201);
  expect(await start(addDays(today, -1))).toMatchObject({ status: 409, body: { code: 'placement.start-before-terms', title: expect.stringContaining(formatter('da').formatDate(today)) as unknown } });
  expect((await agree(course, consultant)).status).toBe(201);
  expect(await start(course.from)).toMatchObject({ status: 200, body: { startedOn: course.from, warnings: ['placement.grant-missing'] } });
});

test('a move to another place goes on with the same weeks; a pause stops the count, and a long one ends it', async () => {
  const course = await accepted(70);
  await agree(course);
  await course.consultant.put(`${at(course)}/start`);
  const moved = await course.consultant.post<{ id: string }>(`/placements/${course.placementId}/move`, { slotId: course.other, from: addDays(course.from, 35), version: 3 });
  expect(moved.status).toBe(201);
  const pause = { from: addDays(course.from, 42), until: addDays(course.from, 49), reason: 'Ferie' };
  expect((await course.consultant.post(`/placements/${moved.body.id}/pauses`, { ...pause, version: 1 })).status).toBe(201);
  app.clock.advance(69 * 86_400_000);
  const consultant = await course.organisation.signIn();
  const { segments, thirteenWeeks } = await courseOf(course, consultant);
  expect(segments.map(({ startedOn }) => startedOn)).toEqual([course.from, addDays(course.from, 35)]);
  expect(thirteenWeeks.current).toMatchObject({ from: course.from, days: 63 });
  await app.db.touch({ organisationId: course.organisation.id }, (tx) => tx.run('update organisation set course_gap_days = 6'));
  expect((await courseOf(course, consultant)).thirteenWeeks.current).toMatchObject({ from: pause.until, days: 21 });
});

test('where the organisation says so, nobody starts with an untrained mentor', async () => {
  const course = await accepted(28);
  await agree(course);
  const gate = (on: boolean) => app.db.touch({ organisationId: course.organisation.id }, (tx) => tx.run('update organisation set mentor_training_gates_start = $1', [on]));
  await gate(true);
  expect(await course.consultant.put(`${at(course)}/start`)).toMatchObject({ status: 409, body: { code: 'training.gates-start' } });
  await gate(false);
  expect((await course.consultant.put(`${at(course)}/start`)).status).toBe(200);
});

test('nor without any mentor under an agreement that asks for one; whoever is named afterwards is the mentor', async () => {
  const course = await accepted(28);
  await agree(course);
  const { organisation, consultant } = course;
  const sql = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.db.touch({ organisationId: organisation.id }, work);
  const { workplaceId } = await sql(async (tx) => {
    await tx.run('update organisation set mentor_training_gates_start = true');
    await tx.run('update mentor set active_from = $1::date - 9, active_until = $1::date', [course.from]);
    return tx.one<{ workplaceId: string }>('select workplace_id as "workplaceId" from placement where id = $1', [course.placementId]);
  });
  const [{ agreementId, ...gate } = { agreementId: null }] = (await courseOf(course, consultant)).training;
  expect(gate).toEqual({ placementId: course.placementId, missing: [{ role: 'mentor', id: null, name: null }], blocked: true, overLimit: null });
  expect((await consultant.get(`//forloeb/${course.courseId}`)).text).toContain(`<a href="/aftaler/${agreementId}/trin/mentor">Aftalen har ingen mentor. Navngiv en på aftalen.</a>`);
  expect(await consultant.put(`${at(course)}/start`)).toMatchObject({ status: 409, body: { code: 'training.no-mentor' } });
  const named = await consultant.post<{ id: string }>(`/workplaces/${workplaceId}/mentors`, { name: 'Ny Mentor', accepts: 1 });
  expect(await consultant.put(`${at(course)}/start`)).toMatchObject({ status: 409, body: { code: 'training.gates-start' } });
  await sql((tx) => tx.run('update mentor set trained_on = $2 where id = $1', [named.body.id, course.from]));
  // Full by now: it is said, before and after, and the citizen who came has come. Whoever has room comes first.
  await sql((tx) => tx.run('update mentor set accepts = 0 where id = $1', [named.body.id]));
  expect((await courseOf(course, consultant)).training).toMatchObject([{ missing: [], blocked: false, overLimit: 'placement.mentor-full' }]);
  expect((await consultant.get(`//forloeb/${course.courseId}`)).text).toContain('har så mange, som mentoren har sagt ja til');
  const roomy = await consultant.post<{ id: string }>(`/workplaces/${workplaceId}/mentors`, { name: 'Rolig Mentor', accepts: 1 });
  await sql((tx) => tx.run('update mentor set trained_on = $2 where id = $1', [roomy.body.id, course.from]));
  expect((await courseOf(course, consultant)).training).toEqual([]);
  await sql((tx) => tx.run('update mentor set accepts = 0 where id = $1', [roomy.body.id]));
  expect(await consultant.put(`${at(course)}/start`)).toMatchObject({ status: 200, body: { warnings: ['placement.mentor-full', 'placement.grant-missing'] } });
  expect((await courseOf(course, consultant)).segments).toMatchObject([{ mentorId: named.body.id }]);
});

test('an end before the citizen came is a slip of the pen; who leaves on the first day has been there one day', async () => {
  const course = await accepted(28);
  await agree(course);
  expect((await course.consultant.put(`${at(course)}/start`)).status).toBe(200);
  const end = (body: object) => course.consultant.post(`/placements/${course.placementId}/end`, { reason: 'Gik hjem', ...body });
  expect(await end({ on: '2020-01-01' })).toMatchObject({ status: 409, body: { code: 'placement.end-before-start' } });
  expect(await end({})).toMatchObject({ status: 201, body: { cancelled: false, until: addDays(course.from, 1) } });
  expect((await courseOf(course, course.consultant)).thirteenWeeks.current).toMatchObject({ days: 1 });
});

test('one says that the citizen came, another that nobody did: exactly one of them is right', async () => {
  const course = await accepted(28);
  await agree(course);
  const answers = await Promise.all([
    course.consultant.put(`${at(course)}/start`),
    course.consultant.put(`${at(course)}/no-show`, { reason: 'Kom ikke' }),
    course.consultant.put(`${at(course)}/start`),
  ]);
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(2);
  const [segment] = (await courseOf(course, course.consultant)).segments;
  expect(['running', 'no-show']).toContain(segment?.state);
  expect(segment?.startedOn === null).toBe(segment?.state === 'no-show');
});

test('a start that nobody noted in time can be noted when it is over, and counts', async () => {
  const course = await accepted(28);
  app.clock.advance(40 * 86_400_000);
  const consultant = await course.organisation.signIn();
  expect((await courseOf(course, consultant)).thirteenWeeks).toMatchObject({ current: null, expectedOn: null });
  expect((await agree(course, consultant)).status).toBe(201);
  expect((await consultant.put(`${at(course)}/start`, { startedOn: addDays(course.from, 28) })).body).toMatchObject({ code: 'placement.start-after-end' });
  expect((await consultant.put(`${at(course)}/start`, { startedOn: course.from })).status).toBe(200);
  expect((await agree(course, consultant)).body).toMatchObject({ code: 'placement.over' });
  expect((await consultant.put(`${at(course)}/no-show`, { reason: 'Kom ikke' })).body).toMatchObject({ code: 'placement.started' });
  expect((await courseOf(course, consultant)).segments[0]).toMatchObject({ state: 'ended', startedOn: course.from });
});
