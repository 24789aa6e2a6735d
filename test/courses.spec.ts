/** A citizen's course over HTTP, from the company's yes to the closed course. */
import { furnishOrganisation } from '#companies';
import { furnishStaircase, RaiseCourseTasks } from '#courses';
import { addDays, isoWeek, systemActor, weekKey } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, ledger, makeMentor, makePlace, makeSlots, type Reserved } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  await app.db.write(systemActor(organisation.id), async (tx) => {
    await furnishOrganisation(tx);
    await furnishStaircase(tx);
  });
  consultant = await organisation.signIn();
});
afterAll(() => app.close());

/** Days go by; sessions do not last that long. */
async function later(days: number): Promise<void> {
  app.clock.advance(days * 86_400_000);
  consultant = await organisation.signIn();
}

interface Course {
  readonly nextFollowUpOn: string | null;
  readonly overdue: boolean;
  readonly ownerUserId: string | null;
  readonly closedOn: string | null;
  readonly version: number;
  readonly segments: readonly { readonly id: string; readonly state: string; readonly startedOn: string | null; readonly termsId: string | null }[];
  readonly terms: readonly { readonly id: string; readonly inForce: boolean; readonly criteria: readonly { readonly id: string; readonly metOn: string | null }[] }[];
  readonly thirteenWeeks: { readonly current: { readonly days: number } | null; readonly reachedOn: string | null; readonly expectedOn: string | null };
}

interface Begun {
  readonly openingId: string;
  readonly courseId: string;
  readonly placementId: string;
  readonly from: string;
  readonly until: string;
  readonly path: string;
}

/** A place with a mentor, a reservation for a citizen of its own, and the company's yes. */
async function accepted(weeks = 13, more: object = {}): Promise<Begun> {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mentor@proeve.example');
  const [openingId = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
  const from = app.clock.today();
  const reserved = await consultant.post<Reserved>(`/openings/${openingId}/reservations`, forCitizen({ from, until: addDays(from, weeks * 7), ...more }));
  expect(reserved.status).toBe(201);
  const yes = await consultant.post<{ id: string; courseId: string; until: string }>(`/reservations/${reserved.body.id}/acceptance`);
  expect(yes.status).toBe(201);
  const { id, courseId, until } = yes.body;
  return { openingId, courseId, placementId: id, from, until, path: `/courses/${courseId}/placements/${id}` };
}

const agreedNow = (more: object = {}): object => ({
  purpose: 'Finde ud af, om bageriet er det rette',
  agreedWithCitizenOn: app.clock.today(),
  agreedWithCompanyOn: app.clock.today(),
  hours: { outcome: 'agreed', minutes: 120, from: app.clock.today() },
  ...more,
});

const courseOf = async ({ courseId }: { courseId: string }): Promise<Course> => (await consultant.get<Course>(`/courses/${courseId}`)).body;

test('from the yes to the closed course', async () => {
  const course = await accepted();
  expect(await courseOf(course)).toMatchObject({ segments: [{ state: 'awaiting', termsId: null }], nextFollowUpOn: addDays(course.from, 14), thirteenWeeks: { current: null, expectedOn: null } });
  expect(await consultant.put(`${course.path}/start`)).toMatchObject({ status: 409, body: { code: 'placement.terms-needed' } });
  const notYet = { outcome: 'not_yet', criteria: [{ criterion: 'Møder fast tre dage om ugen', reviewOn: addDays(course.from, 28) }] };
  expect((await consultant.post(`${course.path}/terms`, agreedNow({ hours: notYet }))).status).toBe(201);
  const started = await consultant.put<{ ownerUserId: string }>(`${course.path}/start`);
  expect(started).toMatchObject({ status: 200, body: { startedOn: course.from, ownerUserId: organisation.users.consultant?.id } });
  expect(await consultant.put(`${course.path}/start`)).toMatchObject({ status: 409, body: { code: 'placement.started' } });
  const running = await courseOf(course);
  expect(running).toMatchObject({ segments: [{ state: 'running' }], thirteenWeeks: { current: { days: 1 }, reachedOn: null, expectedOn: addDays(course.from, 90) } });

  expect(await consultant.put(`/courses/${course.courseId}/closing`, { outcome: 'ordinary_hours', cv: { updatedOn: course.from }, version: running.version })).toMatchObject({
    status: 409,
    body: { code: 'course.placement-running' },
  });
  await later(28);
  const criterion = running.terms[0]?.criteria[0]?.id;
  const look = (said: object) => consultant.put(`/courses/${course.courseId}/criteria/${criterion}`, said);
  expect((await look({ reviewOn: addDays(app.clock.today(), 14), criterion: 'Møder fast fire dage om ugen', version: 1 })).status).toBe(200);
  expect(await look({ metOn: app.clock.today(), version: 1 })).toMatchObject({ status: 412 });
  expect(await look({ metOn: addDays(app.clock.today(), 1), version: 2 })).toMatchObject({ status: 422, body: { faults: [{ field: 'metOn' }] } });
  expect(await look({ metOn: app.clock.today(), version: 2 })).toMatchObject({
    status: 200,
    body: { criterion: 'Møder fast fire dage om ugen', version: 3, earlier: [{ number: 2, metOn: null }, { number: 1, criterion: 'Møder fast tre dage om ugen', reviewOn: addDays(course.from, 28) }] },
  });
  await later(63);
  const ended = await courseOf(course);
  expect(ended).toMatchObject({ segments: [{ state: 'ended' }], overdue: true, thirteenWeeks: { reachedOn: addDays(course.from, 90) } });
  const close = (cv: object, version = ended.version) => consultant.put(`/courses/${course.courseId}/closing`, { outcome: 'ordinary_hours', outcomeNote: 'Seks timer om ugen', cv, version });
  expect(await close({ updatedOn: course.from })).toMatchObject({ status: 409, body: { code: 'course.cv-before-end' } });
  expect(await close({})).toMatchObject({ status: 422 });
  expect(await close({ waivedReason: 'Har fået fast arbejde' }, ended.version - 1)).toMatchObject({ status: 412 });
  expect((await close({ updatedOn: app.clock.today() })).status).toBe(204);
  expect(await courseOf(course)).toMatchObject({ closedOn: app.clock.today(), nextFollowUpOn: null, overdue: false });
  const late = await consultant.post(`/courses/${course.courseId}/follow-ups`, { heldOn: app.clock.today(), how: 'call', paidHours: 'yes', nextStep: 'Ingen' });
  expect(late).toMatchObject({ status: 409, body: { code: 'course.closed' } });
}, 30_000);

test('the start block is whole or refused, in the API and by the database', async () => {
  const course = await accepted();
  const tomorrow = addDays(app.clock.today(), 1);
  const yesterday = addDays(app.clock.today(), -1);
  const refused: [object, string][] = [
    [{ hours: { outcome: 'not_yet', criteria: [] } }, 'hours.criteria'],
    [{ hours: { outcome: 'not_yet', criteria: [{ criterion: 'Møder', reviewOn: yesterday }] } }, 'hours.criteria.0.reviewOn'],
    [{ hours: { outcome: 'refused' } }, 'hours.reason'],
    [{ hours: { outcome: 'agreed', minutes: 120 } }, 'hours.from'],
    [{ purpose: ' ' }, 'purpose'],
    [{ agreedWithCitizenOn: tomorrow }, 'agreedWithCitizenOn'],
    [{ agreedWithCompanyOn: '2026-02-30' }, 'agreedWithCompanyOn'],
    [{ agreedWithCompanyOn: '2006-02-20' }, 'agreedWithCompanyOn'],
    [{ hours: { outcome: 'agreed', minutes: 120, from: '2206-02-20' } }, 'hours.from'],
  ];
  for (const [more, field] of refused) {
    const answer = await consultant.post<{ faults: { field: string }[] }>(`${course.path}/terms`, agreedNow(more));
    expect([answer.status, answer.body.faults.map((fault) => fault.field)]).toEqual([422, [field]]);
  }
  const started = app.db.write(systemActor(organisation.id), (tx) => tx.run('update placement set started_on = $2 where id = $1', [course.placementId, course.from]));
  await expect(started).rejects.toMatchObject({ constraint: 'placement_start_needs_terms' });
  const bare = app.db.write(systemActor(organisation.id), (tx) =>
    tx.run(
      `insert into start_terms (organisation_id, id, course_id, purpose, agreed_with_citizen_on, agreed_with_company_on, hours_outcome, created_at)
       values (app_organisation(), $1, $2, 'x', $3, $3, 'not_yet', $4)`,
      [tx.newId(), course.courseId, tx.today, tx.now],
    ),
  );
  await expect(bare).rejects.toMatchObject({ constraint: 'start_terms_not_yet_has_criteria' });
  expect(await courseOf(course)).toMatchObject({ terms: [] });
});

test('a grant that leaves out days is warned of with the start and on the course; paid hours need none', async () => {
  const course = await accepted();
  const { body } = await consultant.get<{ version: number }>(`/placements/${course.placementId}`);
  const grant = { number: 'V-1', from: course.from, until: addDays(course.until, -1), version: body.version };
  expect((await consultant.put(`/placements/${course.placementId}/grant`, grant)).status).toBe(200);
  const segment = async () => (await courseOf(course)).segments[0];
  expect(await segment()).toMatchObject({ grantNumber: 'V-1', grantFrom: grant.from, grantUntil: grant.until, grantStanding: 'short' });
  expect((await consultant.post(`${course.path}/terms`, agreedNow())).status).toBe(201);
  expect(await consultant.put(`${course.path}/start`)).toMatchObject({ status: 200, body: { warnings: ['placement.grant-short'] } });

  const paid = await accepted(4, { measureType: 'ORDINARY_HOURS' });
  expect((await courseOf(paid)).segments).toMatchObject([{ grantNumber: null, grantStanding: 'not-needed' }]);
  expect((await consultant.get(`/placements/${paid.placementId}/vitas-sheet`)).body).toMatchObject({ needsGrant: false, grantStanding: 'not-needed' });
  expect((await consultant.post(`${paid.path}/terms`, agreedNow())).status).toBe(201);
  expect(await consultant.put(`${paid.path}/start`)).toMatchObject({ status: 200, body: { warnings: [] } });
});

test('a no-show frees the place and gives it to the next in the queue', async () => {
  const course = await accepted();
  const next = await consultant.post<Reserved>(`/openings/${course.openingId}/reservations`, forCitizen({ from: course.until, until: addDays(course.until, 28) }));
  expect(next.status).toBe(201);
  expect((await consultant.put(`${course.path}/no-show`, { reason: 'Kom ikke, og kunne ikke træffes' })).status).toBe(204);
  expect(await courseOf(course)).toMatchObject({ segments: [{ state: 'no-show', startedOn: null }], nextFollowUpOn: addDays(app.clock.today(), 1) });
  expect(await ledger(app, organisation, course.openingId)).toMatchObject({ accepted: 1, first: 1 });
  const again = await consultant.put(`${course.path}/no-show`, { reason: 'Igen' });
  expect(again).toMatchObject({ status: 409, body: { code: 'placement.over' } });
  const free = await app.db.read({ organisationId: organisation.id }, (tx) => tx.one<{ from: string }>('select free_from as "from" from opening where id = $1', [course.openingId]));
  expect(free.from <= app.clock.today()).toBe(true);
});

test('ordinary hours by ISO week: never week 54, none before the course began, and its first week is whole', async () => {
  const course = await accepted();
  const write = (week: string, minutes: number) => consultant.put<{ faults?: { field: string }[] }>(`/courses/${course.courseId}/hours/${week}`, { minutes });
  const inWeeks = (weeks: number): string => weekKey(isoWeek(addDays(course.from, weeks * 7)));
  expect(await write('2020-W54', 60)).toMatchObject({ status: 422, body: { faults: [{ field: 'week' }] } });
  expect(await write('2021-W53', 60)).toMatchObject({ status: 422, body: { faults: [{ field: 'week', code: 'fault.week' }] } });
  expect(await write('2020-W53', 60)).toMatchObject({ status: 422, body: { faults: [{ field: 'week', code: 'fault.week.before-course' }] } });
  expect(await write(inWeeks(-1), 60)).toMatchObject({ status: 422, body: { faults: [{ field: 'week', code: 'fault.week.before-course' }] } });
  expect((await write(inWeeks(-1), 0)).status).toBe(200);
  expect(await write(inWeeks(1), 60)).toMatchObject({ status: 422, body: { faults: [{ field: 'week', code: 'fault.week.ahead' }] } });
  expect((await write(inWeeks(0), 180)).status).toBe(200);
  await later(7);
  expect((await write(inWeeks(1), 0)).status).toBe(200);
  expect((await write(inWeeks(0), 120)).status).toBe(200);
  const { body } = await consultant.get<{ weeks: object[]; spells: object[] }>(`/courses/${course.courseId}/hours`);
  expect(body.weeks).toHaveLength(3);
  expect(body.spells).toMatchObject([{ weeks: 1, minutesPerWeek: 120, end: 'lost' }]);
});

test('follow-ups: there is always a next one, and what is overdue becomes a task once', async () => {
  const course = await accepted();
  const follow = (more: object) => consultant.post<{ nextOn: string; faults?: { field: string }[] }>(`/courses/${course.courseId}/follow-ups`, { heldOn: app.clock.today(), how: 'visit', paidHours: 'yes', nextStep: 'Øve kassen', ...more });
  expect(await follow({ nextOn: addDays(app.clock.today(), -1) })).toMatchObject({ status: 422, body: { faults: [{ field: 'nextOn' }] } });
  expect(await follow({ nextOn: addDays(app.clock.today(), 200) })).toMatchObject({ status: 422, body: { faults: [{ field: 'nextOn' }] } });
  expect(await follow({ heldOn: addDays(app.clock.today(), 1) })).toMatchObject({ status: 422, body: { faults: [{ field: 'heldOn' }] } });
  const held = await follow({ absentReason: 'Var til tandlæge' });
  expect(held.status).toBe(201);
  expect(await courseOf(course)).toMatchObject({ nextFollowUpOn: held.body.nextOn });
  const listed = await consultant.get(`/courses/${course.courseId}/follow-ups`);
  expect(listed.body).toMatchObject({ items: [{ citizenPresent: false, absentReason: 'Var til tandlæge', nextOn: held.body.nextOn }] });

  await later(15);
  const overdue = await consultant.get<{ items: { id: string; overdue: boolean }[] }>('/courses?overdue=true&mine=true');
  expect(overdue.body.items.find(({ id }) => id === course.courseId)).toMatchObject({ overdue: true });
  const rounds = app.nest.get(RaiseCourseTasks, { strict: false });
  const tasks = () =>
    app.db.read({ organisationId: organisation.id }, (tx) => tx.rows<{ done: boolean }>(`select done_at is not null as done from task where kind = 'follow-up' and subject_id = $1`, [course.courseId]));
  await rounds.run(systemActor(organisation.id));
  await Promise.all([rounds.run(systemActor(organisation.id)), rounds.run(systemActor(organisation.id))]);
  expect(await tasks()).toEqual([{ done: false }]);
  expect((await follow({})).status).toBe(201);
  expect(await tasks()).toEqual([{ done: true }]);
  const unset = app.db.write(systemActor(organisation.id), (tx) => tx.run('update course set next_follow_up_on = null where id = $1', [course.courseId]));
  await expect(unset).rejects.toMatchObject({ constraint: 'course_open_has_next_follow_up' });
});

test('the work agreement: four topics, versions, signed or accepted on behalf', async () => {
  const course = await accepted();
  const text = {
    placementId: course.placementId,
    pen: 'citizen',
    goal: 'At arbejde i et bageri',
    purpose: 'Prøve kræfter med de tidlige morgener',
    tasks: 'Pakke brød, stille varer frem',
    attendance: 'Mandag, onsdag og fredag kl. 7-12',
    mentorTasks: 'Viser til rette og tager en snak hver fredag',
    milestones: [{ milestone: 'To løntimer om ugen', dueOn: addDays(course.from, 42), paidHours: true }, { milestone: 'Kender ovnen', paidHours: false }],
  };
  const path = `/courses/${course.courseId}/work-agreements`;
  const { mentorTasks: _, ...threeTopics } = text;
  expect(await consultant.post(path, threeTopics)).toMatchObject({ status: 422, body: { faults: [{ field: 'mentorTasks' }] } });
  expect(await consultant.post(path, { ...text, milestones: text.milestones.slice(1) })).toMatchObject({ status: 422, body: { faults: [{ field: 'milestones' }] } });
  const mistyped = { ...text, milestones: [{ milestone: 'To løntimer om ugen', dueOn: '2020-12-10', paidHours: true }] };
  expect(await consultant.post(path, mistyped)).toMatchObject({ status: 422, body: { faults: [{ field: 'milestones.0.dueOn', code: 'fault.milestone.before-agreement' }] } });
  const first = await consultant.post<{ id: string; number: number }>(path, text);
  expect(first).toMatchObject({ status: 201, body: { number: 1 } });
  const sign = (id: string, more: object) => consultant.post(`${path}/${id}/signatures`, { party: 'citizen', signedOn: app.clock.today(), ...more });
  expect((await sign(first.body.id, {})).status).toBe(201);
  expect(await sign(first.body.id, {})).toMatchObject({ status: 409, body: { code: 'work-agreement.signed' } });
  expect((await sign(first.body.id, { party: 'company', onBehalfReason: 'Mentor har sagt ja i telefonen' })).status).toBe(201);
  const second = await consultant.post<{ id: string; number: number }>(path, { ...text, tasks: 'Også betjene kassen' });
  expect(second.body.number).toBe(2);
  expect(await sign(first.body.id, { party: 'organisation' })).toMatchObject({ status: 409, body: { code: 'work-agreement.superseded' } });
  expect(await sign(second.body.id, { signedOn: addDays(app.clock.today(), 1) })).toMatchObject({ status: 422 });
  const { body } = await consultant.get<{ items: { number: number; tasks: string; signatures: object[]; milestones: object[] }[] }>(path);
  expect(body.items.map(({ number }) => number)).toEqual([2, 1]);
  expect(body.items[1]).toMatchObject({ tasks: text.tasks, milestones: [{ paidHours: true }, { dueOn: null }], signatures: [{ party: 'citizen', onBehalfReason: null }, { party: 'company' }] });
  const changed = app.db.write(systemActor(organisation.id), (tx) => tx.run(`update work_agreement set goal = 'x' where id = $1`, [first.body.id]));
  await expect(changed).rejects.toMatchObject({ code: '42501' });
});

test("the staircase: the organisation's own steps, and the citizen's way up and down", async () => {
  const course = await accepted();
  const administrator = await organisation.signIn('administrator');
  const top = await administrator.post<{ id: string; version: number }>('/staircase', { nameDa: 'Eget firma', nameEn: 'Own company', position: 50 });
  expect(top.status).toBe(201);
  const path = `/courses/${course.courseId}/staircase`;
  const { body: empty } = await consultant.get<{ steps: { id: string; nameDa: string }[]; taken: object[] }>(path);
  expect([empty.steps.at(-1)?.nameDa, empty.taken]).toEqual(['Eget firma', []]);
  const [first, second] = empty.steps;
  const place = (stepId: string | undefined, more: object = {}) => consultant.post(path, { stepId, ...more });
  expect((await place(second?.id, { nextGoal: 'Jeg vil prøve kassen' })).status).toBe(201);
  expect((await place(first?.id)).status).toBe(201);
  expect(await place(first?.id, { fromOn: addDays(app.clock.today(), 1) })).toMatchObject({ status: 422 });
  expect(await place(first?.id, { fromOn: addDays(course.from, -1) })).toMatchObject({ status: 422, body: { faults: [{ field: 'fromOn', code: 'fault.step.before-course' }] } });
  await administrator.put(`/staircase/${top.body.id}`, { nameDa: 'Eget firma', nameEn: 'Own company', position: 50, retiredOn: app.clock.today(), version: top.body.version });
  expect(await place(top.body.id)).toMatchObject({ status: 422, body: { faults: [{ field: 'stepId' }] } });
  const { body } = await consultant.get<{ steps: object[]; taken: { stepId: string }[] }>(path);
  expect(body.steps).toHaveLength(empty.steps.length - 1);
  expect(body.taken.map(({ stepId }) => stepId)).toEqual([second?.id, first?.id]);
});

test('whoever is not attached to the citizen sees no course; what is seen is written down', async () => {
  const course = await accepted();
  const colleague = await organisation.signIn('colleague');
  const manager = await organisation.signIn('manager');
  for (const stranger of [colleague, manager]) {
    for (const part of ['', '/timeline', '/hours', '/follow-ups', '/work-agreements', '/staircase']) expect((await stranger.get(`/courses/${course.courseId}${part}`)).status).toBe(404);
    expect((await stranger.put(`${course.path}/start`)).status).toBe(404);
    expect((await stranger.get<{ items: object[] }>('/courses')).body.items).toEqual([]);
  }
  await courseOf(course);
  const seen = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows<{ who: string; fields: string }>(
      `select s.user_id as who, s.fields from citizen_seen s join course k on k.citizen_id = s.citizen_id where k.id = $1`,
      [course.courseId],
    ),
  );
  expect(seen).toEqual([{ who: organisation.users.consultant?.id, fields: 'course' }]);
});
