/** Mentors of several workplaces, with days away: what they can carry, who is told, which places it touches. */
import { addDays, systemActor, type Tx } from '#platform';
import { WarnOfFullMentors } from '../libs/mentors/warn-of-full-mentors.js';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, mailbox, makeMentor, makePlace, makeSlots, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let today: string;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn();
  today = app.clock.today();
});
afterAll(() => app.close());

const sql = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.db.touch({ organisationId: organisation.id }, work);
const place = (): Promise<TestPlace> => makePlace(app, organisation);
const headroom = async (workplaceId: string, on: string): Promise<number> =>
  (await consultant.get<{ headroom: number }>(`/workplaces/${workplaceId}/mentors?on=${on}`)).body.headroom;
const trainee = (at: TestPlace, mentorId: string, from: string, until: string, slotId?: string): Promise<number> =>
  sql((tx) =>
    tx.run(
      `insert into placement (organisation_id, id, workplace_id, mentor_id, slot_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
       values (app_organisation(), $1, $2, $3, $4, 'PRØVE', 'x', 600, daterange($5::date, $6::date), $6::date, $7)`,
      [tx.newId(), at.workplaceId, mentorId, slotId ?? null, from, until, tx.now],
    ),
  );
const tasks = (mentorId: string): Promise<{ kind: string; done: boolean; facts: Record<string, unknown> }[]> =>
  sql((tx) => tx.rows('select kind, done_at is not null as done, facts from task where subject_id = $1 order by id', [mentorId]));

test('a pause lowers the headroom from its first day to the day before the mentor is back', async () => {
  const at = await place();
  const mentorId = await makeMentor(app, organisation, at, null, 2);
  const [from, until] = [addDays(today, 7), addDays(today, 14)];
  const paused = await consultant.post<{ id: string; version: number }>(`/mentors/${mentorId}/pauses`, { kind: 'holiday', from, until });
  expect(paused).toMatchObject({ status: 201, body: { kind: 'holiday', from, until, note: null } });
  const days = [today, addDays(from, -1), from, addDays(until, -1), until];
  expect(await Promise.all(days.map((day) => headroom(at.workplaceId, day)))).toEqual([2, 2, 0, 0, 2]);
  const back = await consultant.put(`/mentor-pauses/${paused.body.id}/end`, { until: addDays(from, 3), version: paused.body.version });
  expect(back).toMatchObject({ status: 200, body: { until: addDays(from, 3) } });
  expect(await headroom(at.workplaceId, addDays(from, 3))).toBe(2);
  const stale = await consultant.put(`/mentor-pauses/${paused.body.id}/end`, { until: addDays(from, 2), version: paused.body.version });
  expect(stale.status).toBe(412);
});

test.each([
  ['back before away', { from: '2027-02-10', until: '2027-02-10' }, 'fault.mentor.pause-dates'],
  ['over already', { from: '2020-02-10', until: '2020-02-12' }, 'fault.mentor.pause-over'],
  ['a day that does not exist', { from: '2027-02-30' }, undefined],
])('a pause that cannot be: %s', async (_, days, code) => {
  const mentorId = await makeMentor(app, organisation, await place(), null);
  const answer = await consultant.post<{ faults: { code: string }[] }>(`/mentors/${mentorId}/pauses`, { kind: 'other', ...days });
  expect(answer.status).toBe(422);
  if (code) expect(answer.body.faults.map((fault) => fault.code)).toEqual([code]);
  expect(await sql((tx) => tx.rows('select from mentor_pause where mentor_id = $1', [mentorId]))).toEqual([]);
});

test('two pauses do not overlap, also when asked for at once', async () => {
  const mentorId = await makeMentor(app, organisation, await place(), null);
  const ask = () => consultant.post<{ code?: string }>(`/mentors/${mentorId}/pauses`, { kind: 'overload', from: today });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('mentor.pause-overlaps');
});

test('a mentor of two workplaces gives the same room at both, and a trainee at one takes of it', async () => {
  const [one, two] = [await place(), await place()];
  const mentorId = await makeMentor(app, organisation, one, null, 2);
  const named = await consultant.post<{ id: string; version: number }>(`/mentors/${mentorId}/workplaces`, { workplaceId: two.workplaceId, until: addDays(today, 60) });
  expect(named.status).toBe(201);
  await trainee(two, mentorId, today, addDays(today, 30));
  expect([await headroom(one.workplaceId, today), await headroom(two.workplaceId, today)]).toEqual([1, 1]);
  expect([await headroom(one.workplaceId, addDays(today, 30)), await headroom(two.workplaceId, addDays(today, 60))]).toEqual([2, 0]);
  const again = await consultant.post(`/mentors/${mentorId}/workplaces`, { workplaceId: two.workplaceId });
  expect(again).toMatchObject({ status: 409, body: { code: 'mentor.already-there' } });
  const ended = await consultant.put(`/mentor-workplaces/${named.body.id}/end`, { until: addDays(today, 10), version: named.body.version });
  expect(ended.status).toBe(200);
  const list = await consultant.get<{ items: { id: string }[] }>(`/workplaces/${two.workplaceId}/mentors`);
  expect(list.body.items.map(({ id }) => id)).toEqual([mentorId]);
});

test('a pause tells the consultant once, by task and mail, with the places it touches', async () => {
  const at = await place();
  const mentorId = await makeMentor(app, organisation, at, null, 1);
  // Two at once among four places: one is there, so that one more could be filled, not three.
  const [slot] = await makeSlots(app, organisation, at, 'fixed_slots', 4);
  await sql((tx) => tx.run('update agreement set total_cap = 2 where id = (select agreement_id from slot where id = $1)', [slot]));
  await sql((tx) => tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = $2', [mentorId, slot]));
  await trainee(at, mentorId, today, addDays(today, 30), slot);
  await consultant.post(`/mentors/${mentorId}/pauses`, { kind: 'overload', from: today });
  expect(await tasks(mentorId)).toMatchObject([{ kind: 'mentor-away', done: false, facts: { slots: 2, from: today } }]);
  await deliverOutbox(app, organisation);
  const mails = (await mailbox(app, organisation)).filter(({ to }) => to === organisation.users.consultant?.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Mentoren Mia Prøvementor hos Ørbæk Prøvebageri er væk');
  expect(mails[0]?.text).toContain('indtil videre');
  const page = await consultant.get<{ states: string[]; pauses: { id: string; version: number; slots: { slotId: string; why: string }[] }[] }>(`/mentors/${mentorId}`);
  expect(page.body.states).toEqual(['untrained', 'full', 'away']);
  expect(page.body.pauses[0]?.slots.map(({ why }) => why).sort()).toEqual(['trainee', 'unfillable']);
  const [pause] = page.body.pauses;
  await consultant.put(`/mentor-pauses/${pause?.id}/end`, { until: today, version: pause?.version });
  expect(await tasks(mentorId)).toMatchObject([{ done: true }]);
});

test('a mentor who is full while a place stands free is told of once for what filled the mentor', async () => {
  const at = await place();
  const mentorId = await makeMentor(app, organisation, at, null, 1);
  const [slot] = await makeSlots(app, organisation, at, 'fixed_slots', 2);
  await trainee(at, mentorId, today, addDays(today, 30), slot);
  const round = app.nest.get(WarnOfFullMentors, { strict: false });
  const actor = systemActor(organisation.id);
  await Promise.all([round.run(actor), round.run(actor)]);
  await round.run(actor);
  expect(await tasks(mentorId)).toMatchObject([{ kind: 'mentor-full', facts: { slots: 1 } }]);
});

test('the list is narrowed by how mentors stand, by municipality and by text', async () => {
  const elsewhere = await makePlace(app, organisation, { municipality: '0461', name: 'Fjernt Værksted' });
  const mentorId = await makeMentor(app, organisation, elsewhere, null, 3);
  const ids = async (query: string): Promise<string[]> => (await consultant.get<{ items: { id: string }[] }>(`/mentors?${query}`)).body.items.map(({ id }) => id);
  expect(await ids('municipalityCode=0461')).toEqual([mentorId]);
  expect(await ids('text=fjernt%20vaerk')).toEqual([mentorId]);
  expect(await ids('municipalityCode=0461&state=untrained')).toEqual([mentorId]);
  expect(await ids('municipalityCode=0461&state=ready')).toEqual([]);
  const version = (await consultant.get<{ mentor: { version: number } }>(`/mentors/${mentorId}`)).body.mentor.version;
  const facts = { trainedOn: today, experience: 'Ti år i værkstedet', strengths: 'Rolig', suits: 'Den, der gerne vil arbejde med hænderne', weekdays: [5, 1, 3, 1] };
  const changed = await consultant.patch(`/mentors/${mentorId}`, { ...facts, version });
  expect(changed).toMatchObject({ status: 200, body: { ...facts, weekdays: [1, 3, 5], trainedUntil: null } });
  expect(await ids('municipalityCode=0461&state=ready')).toEqual([mentorId]);
  const refused = await consultant.patch(`/mentors/${mentorId}`, { suits: 'Ligesom 010203-1234', version: version + 1 });
  expect(refused.status).toBe(422);
  const pages = await consultant.get<{ items: unknown[]; next: string }>('/mentors?limit=1');
  expect(pages.body.items).toHaveLength(1);
  expect((await consultant.get(`/mentors?limit=1&cursor=${pages.body.next}`)).status).toBe(200);
});

test('one workplace and all at once say the same', async () => {
  const differing = await sql((tx) =>
    tx.rows(
      `select w.id, days.on_day, one.n, each.headroom
         from workplace w cross join (values ($1::date), ($1::date + 10), ($1::date + 45)) days (on_day)
        cross join lateral (select mentor_headroom(w.id, days.on_day) as n) one
         left join lateral (select h.headroom from mentor_headrooms(days.on_day) h where h.workplace_id = w.id) each on true
        where coalesce(each.headroom, 0) <> one.n and (each.headroom is not null or one.n > 0)`,
      [today],
    ),
  );
  expect(differing).toEqual([]);
});
