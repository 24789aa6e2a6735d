/** The weekly pulse: one a trainee and week, a follow-up the same day, silence, and who reads what. */
import { addDays, systemActor } from '#platform';
import { RemindOfSilence } from '#mentor-page';
import { MentorWorld, type MentorClient } from './support/mentor-world.js';
import { forCitizen, share, type Reserved } from './support/pool.js';

interface Coded {
  readonly code: string;
}

let world: MentorWorld;
beforeAll(async () => {
  world = await MentorWorld.open();
});
afterAll(() => world.app.close());

const say = (mentor: MentorClient, placement: string, more: object = {}) =>
  mentor.put<Coded & { mood: string; version: number }>(`/mentor-page/trainees/${placement}/pulse`, { mood: 'good', daysAttended: 2, callMe: false, ...more });
const tasksOf = (placement: string) =>
  world.sql((tx) => tx.rows<{ kind: string; user_id: string; due_on: string; occasion: string }>('select kind, user_id, due_on, occasion from task where subject_id = $1 order by raised_at, id', [placement]));

test('is one a week, can be put right the same day and not the next, and counts no more days than there were', async () => {
  const person = await world.mentor();
  const placement = await world.trainee(person);
  await world.at(1, 3, async () => {
    const mentor = await world.enter(person.email);
    expect((await say(mentor, placement, { daysAttended: 4 })).status).toBe(422);
    expect(await say(mentor, placement, { daysAttended: 3 })).toMatchObject({ status: 200, body: { mood: 'good', version: 1 } });
    expect(await say(mentor, placement, { mood: 'okay' })).toMatchObject({ status: 200, body: { mood: 'okay', version: 2 } });
  });
  await world.at(1, 4, async () => expect((await say(await world.enter(person.email), placement)).body.code).toBe('pulse.closed'));
  const rows = await world.sql((tx) => tx.rows('select mood from pulse where placement_id = $1', [placement]));
  expect(rows).toEqual([{ mood: 'okay' }]);
});

test('from two devices at once is one answer', async () => {
  const person = await world.mentor();
  const placement = await world.trainee(person);
  await world.at(1, 5, async () => {
    const mentor = await world.enter(person.email);
    await Promise.all([say(mentor, placement, { callMe: true }), say(mentor, placement, { callMe: true })]);
  });
  expect(await world.sql((tx) => tx.rows('select 1 from pulse where placement_id = $1', [placement]))).toHaveLength(1);
  expect(await tasksOf(placement)).toHaveLength(1);
});

test('is not asked for before the first day', async () => {
  const person = await world.mentor();
  const placement = await world.trainee(person, { from: addDays(world.app.clock.today(), 30) });
  expect((await say(await world.enter(person.email), placement, { daysAttended: 0 })).body.code).toBe('pulse.not-there');
});

test('under a match-driven agreement the mentor sees and rings its fixed contact, after a move within the company too', async () => {
  const { consultant, organisation } = world;
  const contact = organisation.users.colleague;
  const mentor = await world.mentor();
  const { body: other } = await consultant.post<{ id: string }>(`/companies/${mentor.place.companyId}/workplaces`, { street: 'Prøvevej 2', postalCode: '5800' });
  await consultant.post(`/mentors/${mentor.id}/workplaces`, { workplaceId: other.id });
  const opening = await share(consultant, mentor.place);
  const { body: reserved } = await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen({ from: world.app.clock.today() }));
  const agreement = { contactUserId: contact?.id, followUpWeeks: 1, followUpPlan: 'Besøg hver uge' };
  const { body: first } = await consultant.post<{ id: string; courseId: string; from: string; agreementId: string }>(`/reservations/${reserved.id}/acceptance`, { agreement });
  const moved = await consultant.post<{ id: string }>(`/placements/${first.id}/move`, { workplaceId: other.id, from: first.from, version: 1 });
  expect(moved.status).toBe(201);
  const { body: match } = await consultant.get<{ version: number }>(`/agreements/${first.agreementId}`);
  const end = { endsOn: addDays(first.from, 7), reason: 'Slut', version: match.version };
  expect(await consultant.put(`/agreements/${first.agreementId}/end`, end)).toMatchObject({ status: 409, body: { code: 'agreement.has-placements' } });
  const { body: course } = await consultant.get<{ segments: { model: string }[] }>(`/courses/${first.courseId}`);
  expect(course.segments.map(({ model }) => model)).toEqual(['match_driven', 'match_driven']);
  const page = await world.enter(mentor.email);
  const { body } = await page.get<{ trainees: { contactName: string }[] }>('/mentor-page');
  expect(body.trainees).toMatchObject([{ contactName: contact?.name }]);
  expect((await say(page, moved.body.id, { callMe: true, daysAttended: 1 })).status).toBe(200);
  expect(await tasksOf(moved.body.id)).toMatchObject([{ kind: 'pulse-call', user_id: contact?.id }]);
  const before = world.app.clock.now();
  const later = (days: number): void => world.app.clock.set(new Date(before.getTime() + days * 86_400_000));
  later(7);
  expect((await say(await world.enter(mentor.email), moved.body.id, { mood: 'hard', daysAttended: 0 })).status).toBe(200);
  const back = await (await organisation.signIn()).post<{ id: string }>(`/placements/${moved.body.id}/move`, { workplaceId: mentor.place.workplaceId, from: addDays(first.from, 9), mentorId: mentor.id, version: 1 });
  later(14);
  expect((await say(await world.enter(mentor.email), back.body.id, { mood: 'hard', daysAttended: 0 })).status).toBe(200);
  expect(await tasksOf(back.body.id)).toMatchObject([{ kind: 'pulse-low' }]);
  world.app.clock.set(before);
});

test('"ring to me" is a task and a mail to the owner the same day, once a week', async () => {
  const person = await world.mentor();
  const placement = await world.trainee(person);
  const owner = world.organisation.users.consultant;
  await world.at(1, 5, async () => {
    const mentor = await world.enter(person.email);
    await say(mentor, placement, { callMe: true });
    await say(mentor, placement, { callMe: true, mood: 'okay' });
    expect(await tasksOf(placement)).toMatchObject([{ kind: 'pulse-call', user_id: owner?.id, due_on: world.app.clock.today() }]);
  });
  const mails = (await world.mailsTo(owner?.email ?? '')).filter(({ subject }) => subject.includes('beder dig ringe'));
  expect(mails.at(-1)?.text).toMatch(/12\s34\s56\s78/);
});

test('two hard weeks in a row are a follow-up; one, or two with a good one between, are not', async () => {
  const person = await world.mentor();
  const placement = await world.trainee(person);
  const inWeek = (week: number, mood: string) => world.at(week, 5, async () => say(await world.enter(person.email), placement, { mood }));
  await inWeek(1, 'hard');
  await inWeek(2, 'good');
  await inWeek(3, 'hard');
  expect(await tasksOf(placement)).toEqual([]);
  await inWeek(4, 'hard');
  expect(await tasksOf(placement)).toMatchObject([{ kind: 'pulse-low' }]);
});

test('the fixed contact and the owner read the answers, a colleague none, managers figures', async () => {
  const person = await world.mentor();
  const placement = await world.trainee(person);
  await world.at(0, 7, async () => {
    await say(await world.enter(person.email), placement, { mood: 'hard', daysAttended: 5 });
    const read = async (who: string, query: string) => (await (await world.organisation.signIn(who)).get<{ items: { mood: string }[] }>(`/pulses?${query}`)).body.items;
    expect(await read('consultant', `placementId=${placement}`)).toMatchObject([{ mood: 'hard', daysAttended: 5, mentorName: 'Mia Prøvementor' }]);
    expect(await read('consultant', `companyId=${person.place.companyId}`)).toHaveLength(1);
    expect(await read('colleague', `placementId=${placement}`)).toEqual([]);
    expect(await read('manager', `placementId=${placement}`)).toEqual([]);
    const figures = await (await world.organisation.signIn('manager')).get<{ items: { answered: number; hard: number; trainees: number }[] }>('/pulse-figures');
    expect(figures.body.items).toHaveLength(13);
    expect(figures.body.items[0]).toMatchObject({ answered: expect.any(Number), hard: expect.any(Number) });
    expect(figures.body.items[0]?.hard).toBeGreaterThan(0);
    expect((await (await world.organisation.signIn('consultant')).get('/pulse-figures')).status).toBe(403);
  });
});

test('two weeks of silence are one gentle mail, once for each silence, and none to a mentor on holiday', async () => {
  const own = await MentorWorld.open(world.app);
  const [quiet, away] = [await own.mentor(), await own.mentor()];
  const placement = await own.trainee(quiet);
  await own.trainee(quiet);
  await own.trainee(away);
  const today = own.app.clock.today();
  await (await own.enter(away.email)).post('/mentor-page/pauses', { kind: 'holiday', from: today, until: addDays(today, 90) });
  const round = (): Promise<number> => own.app.nest.get(RemindOfSilence, { strict: false }).run(systemActor(own.organisation.id));
  const reminders = async (email: string) => (await own.mailsTo(email)).filter(({ subject }) => subject.startsWith('Hvordan går det')).length;
  await Promise.all([round(), round()]);
  await round();
  expect([await reminders(quiet.email), await reminders(away.email)]).toEqual([1, 0]);
  await own.at(1, 5, async () => {
    await say(await own.enter(quiet.email), placement);
    await round();
  });
  expect(await reminders(quiet.email)).toBe(1);
  await own.at(3, 5, round);
  expect(await reminders(quiet.email)).toBe(2);
});
