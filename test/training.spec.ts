/** Courses for mentors: seats and the waiting list, links, attendance, certificates, rounds, and what training holds back. */
import { addDays, systemActor, type Tx } from '#platform';
import { requireTraining, trainingGate } from '#training';
import { RaiseTrainingTasks } from '../libs/training/raise-training-tasks.js';
import { FillFreeSeats, RemindOfSessions, WarnOfExpiry } from '../libs/training/remind-of-sessions.js';
import { startApp, wordOf, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, mailbox, makeMentor, makePlace, makeSlots, type TestPlace } from './support/pool.js';

interface Session {
  id: string;
  seats: number;
  seated: number;
  waiting: number;
  state: string;
  version: number;
  startsAt: string;
}
interface Enrolment {
  id: string;
  mentorId: string | null;
  state: string;
  position: number | null;
  certificateId: string | null;
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let courseId: string;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn();
  courseId = (await consultant.post<{ id: string }>('/training-courses', { kind: 'first', name: 'Mentorkursus', validMonths: 24 })).body.id;
});
afterAll(() => app.close());

const sql = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.db.touch({ organisationId: organisation.id }, work);
const soon = (): string => addDays(app.clock.today(), 10);
let mails = 0;
/** A mentor whose mail is not another's. */
const mentor = async (place?: TestPlace): Promise<string> => {
  const id = await makeMentor(app, organisation, place ?? (await makePlace(app, organisation)), `mentor${wordOf(organisation.id)}@proeve.example`);
  mails += 1;
  await sql((tx) => tx.run('update mentor set email = $2 where id = $1', [id, `m.${wordOf(id)}.${'abcdefghij'[mails % 10]}@proeve.example`]));
  return id;
};
const schedule = async (change: object = {}, course = courseId): Promise<Session> => {
  const answer = await consultant.post<Session>(`/training-courses/${course}/sessions`, { day: soon(), from: '14:00', to: '16:00', seats: 1, place: 'Rådhuset, sal 2', ...change });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
  return answer.body;
};
const read = async (id: string): Promise<{ session: Session; enrolments: Enrolment[] }> => (await consultant.get<{ session: Session; enrolments: Enrolment[] }>(`/training-sessions/${id}`)).body;
const invite = (id: string, mentorIds: readonly string[]) => consultant.post<{ invited: number; already: number }>(`/training-sessions/${id}/invitations`, { mentorIds });
const of = async (sessionId: string, mentorId: string): Promise<Enrolment> => {
  const found = (await read(sessionId)).enrolments.find((each) => each.mentorId === mentorId);
  if (!found) throw new Error('not asked');
  return found;
};
const say = async (sessionId: string, mentorId: string, answer: 'yes' | 'no') => consultant.put<Enrolment>(`/training-enrolments/${(await of(sessionId, mentorId)).id}/answer`, { answer });
const addressOf = (mentorId: string): Promise<string> => sql(async (tx) => (await tx.one<{ email: string }>('select email from mentor where id = $1', [mentorId])).email);
const mailsTo = async (mentorId: string) => {
  await deliverOutbox(app, organisation);
  const email = await addressOf(mentorId);
  return (await mailbox(app, organisation)).filter(({ to }) => to === email);
};
const tokenIn = (text: string): string => /\/kursus\/([\w-]{20,})/.exec(text)?.[1] ?? '';
/** The clock stands after the session's beginning while `work` runs. */
async function after<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const ms = new Date(session.startsAt).getTime() + 60_000 - app.clock.now().getTime();
  app.clock.advance(ms);
  // Staff sign in anew: ten days later the session is over.
  const before = consultant;
  consultant = await organisation.signIn();
  try {
    return await work();
  } finally {
    app.clock.advance(-ms);
    consultant = before;
  }
}

describe('courses and sessions', () => {
  test.each([
    ['a course without months', '/training-courses', { kind: 'first', name: 'x' }, 'validMonths'],
    ['a network meeting with months', '/training-courses', { kind: 'network', name: 'x', validMonths: 3 }, 'validMonths'],
    ['a session that ends before it begins', 'sessions', { from: '16:00', to: '14:00' }, 'to'],
    ['a session nowhere', 'sessions', { place: null }, 'place'],
    ['a session in the past', 'sessions', { day: '2020-01-01' }, 'day'],
    ['a day that does not exist', 'sessions', { day: '2027-02-30' }, 'day'],
    ['a time that does not exist', 'sessions', { from: '25:00' }, 'from'],
    ['a link that is no address', 'sessions', { videoUrl: 'javascript:alert(1)' }, 'videoUrl'],
  ])('refuses %s', async (_, path, body, field) => {
    const sent = path === 'sessions' ? { day: soon(), from: '14:00', to: '16:00', seats: 1, place: 'Sal 2', ...body } : body;
    const answer = await consultant.post<{ faults: { field: string }[] }>(path === 'sessions' ? `/training-courses/${courseId}/sessions` : path, sent);
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map((fault) => fault.field)).toEqual([field]);
  });

  test('a course no longer held takes no new date from that day', async () => {
    const { body } = await consultant.post<{ id: string; version: number }>('/training-courses', { kind: 'refresher', name: 'Genopfriskning', validMonths: 12 });
    expect((await consultant.patch(`/training-courses/${body.id}`, { retiredOn: soon(), version: body.version })).status).toBe(200);
    const answer = await consultant.post(`/training-courses/${body.id}/sessions`, { day: soon(), from: '14:00', to: '16:00', seats: 1, place: 'Sal 2' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'training.course-retired' } });
    expect((await consultant.patch(`/training-courses/${body.id}`, { name: 'x', version: body.version })).status).toBe(412);
  });
});

describe('seats and the waiting list', () => {
  test('the first yes has the seat, the next waits, and moves up by itself when it is given back', async () => {
    const session = await schedule();
    const [a, b, c] = [await mentor(), await mentor(), await mentor()];
    expect((await invite(session.id, [a, b, c])).body).toMatchObject({ invited: 3, already: 0 });
    expect((await invite(session.id, [a])).body).toMatchObject({ invited: 0, already: 1 });
    expect((await say(session.id, a, 'yes')).body).toMatchObject({ state: 'seated' });
    expect((await say(session.id, b, 'yes')).body).toMatchObject({ state: 'waiting', position: 1 });
    expect((await say(session.id, c, 'yes')).body).toMatchObject({ state: 'waiting', position: 2 });
    expect((await say(session.id, a, 'no')).body).toMatchObject({ state: 'declined' });
    expect(await of(session.id, b)).toMatchObject({ state: 'seated' });
    expect(await of(session.id, c)).toMatchObject({ state: 'waiting', position: 1 });
    expect((await mailsTo(b)).map(({ subject }) => subject.split(':')[0])).toContain('Der er blevet en plads til dig');
    const { session: now } = await read(session.id);
    const fewer = await consultant.patch(`/training-sessions/${session.id}`, { seats: 0, version: now.version });
    expect(fewer.status).toBe(422);
    expect((await consultant.patch(`/training-sessions/${session.id}`, { seats: 5, version: now.version })).status).toBe(200);
    expect((await read(session.id)).session).toMatchObject({ seats: 5, seated: 2, waiting: 0 });
    const below = await consultant.patch(`/training-sessions/${session.id}`, { seats: 1, version: now.version + 1 });
    expect(below).toMatchObject({ status: 409, body: { code: 'training.seats-taken' } });
  });

  test('however many say yes at once, each seat is given once', async () => {
    const session = await schedule({ seats: 2 });
    const mentors = await Promise.all(Array.from({ length: 6 }, () => mentor()));
    await invite(session.id, mentors);
    const answers = await Promise.all(mentors.map((id) => say(session.id, id, 'yes')));
    expect(answers.map(({ body }) => body.state).sort()).toEqual(['seated', 'seated', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect((await read(session.id)).session).toMatchObject({ seated: 2, waiting: 4 });
    const round = app.nest.get(FillFreeSeats, { strict: false });
    expect(await round.run(systemActor(organisation.id))).toBe(0);
  });
});

describe('the link in the mail', () => {
  test('shows that session alone, takes an answer until it begins, and gives the appointment as a file', async () => {
    const session = await schedule({ seats: 1, videoUrl: 'https://moede.example/1' });
    const id = await mentor();
    await invite(session.id, [id]);
    const [mail] = await mailsTo(id);
    const token = tokenIn(mail?.text ?? '');
    expect(await app.anonymous.get(`/training-invitations/${token}`)).toMatchObject({ status: 200, body: { state: 'invited', freeSeats: 1, session: { id: session.id } } });
    const kept = await sql((tx) => tx.rows<{ text: string }>('select l::text as text from training_link l union all select o::text from outbox o union all select j::text from journal_entry j'));
    expect(kept.some(({ text }) => text.includes(token))).toBe(false);
    const answer = (what: object) => app.anonymous.post<{ state?: string; code?: string }>(`/training-invitations/${token}/answer`, what);
    expect((await answer({ answer: 'yes' })).body).toEqual({ state: 'seated', position: null });
    expect((await answer({ answer: 'yes' })).body).toEqual({ state: 'seated', position: null });
    const file = await app.anonymous.get(`/training-invitations/${token}/calendar`);
    expect(file.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*STATUS:CONFIRMED\r\nEND:VEVENT/);
    expect((await answer({ answer: 'no', reason: 'Har ferie' })).body.state).toBe('declined');
    await after(session, async () => expect(await answer({ answer: 'yes' })).toMatchObject({ status: 409, body: { code: 'training.session-begun' } }));
    expect((await mailsTo(id)).filter(({ subject }) => subject.startsWith('Du er tilmeldt'))).toHaveLength(0);
  });

  test.each(['', 'x', 'x'.repeat(43), '../etc', 'null'])('a link that is none (%j) opens nothing', async (token) => {
    const answer = await app.anonymous.get(`/training-invitations/${encodeURIComponent(token)}`);
    expect([401, 404]).toContain(answer.status);
  });

  test('everybody asked is told when it is moved or called off, and nobody can answer then', async () => {
    const session = await schedule();
    const id = await mentor();
    await invite(session.id, [id]);
    const [mail] = await mailsTo(id);
    await consultant.patch(`/training-sessions/${session.id}`, { from: '15:00', to: '17:00', version: session.version });
    expect((await consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'Underviseren er syg', version: session.version + 1 })).status).toBe(200);
    const subjects = (await mailsTo(id)).map(({ subject }) => subject.split(':')[0]);
    expect(subjects).toEqual(['Invitation', 'Aflyst']);
    const late = await app.anonymous.post(`/training-invitations/${tokenIn(mail?.text ?? '')}/answer`, { answer: 'yes' });
    expect(late).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
    expect(await invite(session.id, [id])).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
    const again = await consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'x', version: session.version + 2 });
    expect(again).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
  });
});

describe('who came', () => {
  const mark = (session: Session, enrolmentId: string, came: boolean | null) => consultant.put<{ items: Enrolment[] }>(`/training-sessions/${session.id}/attendance`, { marks: [{ enrolmentId, came }] });
  const trained = (mentorId: string) => sql((tx) => tx.one<{ on: string | null; until: string | null }>('select trained_on as "on", trained_until as "until" from mentor where id = $1', [mentorId]));

  test('cannot be written before it begins, nor of one called off', async () => {
    const session = await schedule();
    const id = await mentor();
    await invite(session.id, [id]);
    const { id: enrolmentId } = await of(session.id, id);
    expect(await mark(session, enrolmentId, true)).toMatchObject({ status: 409, body: { code: 'training.session-not-begun' } });
    await consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'Sne', version: session.version });
    await after(session, async () => expect(await mark(session, enrolmentId, true)).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } }));
    expect(await trained(id)).toEqual({ on: null, until: null });
  });

  test('gives a certificate that counts its months, and a wrong mark takes it back to how it was', async () => {
    const session = await schedule();
    const id = await mentor();
    await sql((tx) => tx.run(`update mentor set trained_on = '2020-05-01' where id = $1`, [id]));
    await invite(session.id, [id]);
    await say(session.id, id, 'yes');
    const { id: enrolmentId } = await of(session.id, id);
    await after(session, async () => {
      const came = await mark(session, enrolmentId, true);
      expect(came.body.items[0]).toMatchObject({ state: 'came', certificateId: expect.any(String) });
      const until = `${Number(soon().slice(0, 4)) + 2}${app.clock.today().slice(4)}`;
      expect(await trained(id)).toEqual({ on: app.clock.today(), until });
      expect((await mark(session, enrolmentId, true)).body.items[0]?.certificateId).toBe(came.body.items[0]?.certificateId);
      const paper = await consultant.get(`/training-certificates/${came.body.items[0]?.certificateId}`);
      expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
      expect((await mark(session, enrolmentId, false)).body.items[0]).toMatchObject({ state: 'absent', certificateId: null });
      expect(await trained(id)).toEqual({ on: '2020-05-01', until: null });
      expect((await consultant.get(`/training-certificates/${came.body.items[0]?.certificateId}`)).status).toBe(404);
    });
  });

  test('who came from the waiting list has been there too; a network meeting gives no certificate', async () => {
    const network = await consultant.post<{ id: string }>('/training-courses', { kind: 'network', name: 'Mentornetværk' });
    const session = await schedule({}, network.body.id);
    const [a, b] = [await mentor(), await mentor()];
    await invite(session.id, [a, b]);
    await say(session.id, a, 'yes');
    const { id: enrolmentId } = await of(session.id, b);
    await after(session, async () => expect((await mark(session, enrolmentId, true)).status).toBe(200));
    expect(await of(session.id, b)).toMatchObject({ state: 'came', certificateId: null });
    expect(await trained(b)).toEqual({ on: null, until: null });
  });
});

describe('rounds, once for each occasion', () => {
  const twice = async (round: { run(actor: ReturnType<typeof systemActor>): Promise<number> }): Promise<number> => {
    const counts = await Promise.all([round.run(systemActor(organisation.id)), round.run(systemActor(organisation.id))]);
    return counts.reduce((sum, n) => sum + n, 0) + (await round.run(systemActor(organisation.id)));
  };

  test('a reminder goes out once, two days ahead, and anew when the session is moved', async () => {
    const session = await schedule();
    const id = await mentor();
    await invite(session.id, [id]);
    await say(session.id, id, 'yes');
    const round = app.nest.get(RemindOfSessions, { strict: false });
    expect(await twice(round)).toBe(0);
    const ms = new Date(session.startsAt).getTime() - 40 * 3_600_000 - app.clock.now().getTime();
    app.clock.advance(ms);
    expect(await twice(round)).toBeGreaterThanOrEqual(1);
    const reminded = (await mailsTo(id)).filter(({ subject }) => subject.startsWith('Husk'));
    app.clock.advance(-ms);
    expect(reminded).toHaveLength(1);
    expect(await twice(round)).toBe(0);
  });

  test('a certificate that lapses within 60 days is one task, unless a newer one is there', async () => {
    const [session, id] = [await schedule(), await mentor()];
    await invite(session.id, [id]);
    await say(session.id, id, 'yes');
    const { id: enrolmentId } = await of(session.id, id);
    await after(session, () => consultant.put(`/training-sessions/${session.id}/attendance`, { marks: [{ enrolmentId, came: true }] }));
    await sql((tx) => tx.run('update training_certificate set issued_on = $2::date - 700, expires_on = $2::date + 60 where mentor_id = $1', [id, app.clock.today()]));
    const round = app.nest.get(WarnOfExpiry, { strict: false });
    expect(await twice(round)).toBe(1);
    const tasks = await sql((tx) => tx.rows<{ kind: string; due: string }>('select kind, due_on as due from task where subject_id = $1', [id]));
    expect(tasks).toEqual([{ kind: 'certificate-expires', due: addDays(app.clock.today(), 60) }]);
  });

  test('who should be trained by the model is one task under each agreement, done by the course', async () => {
    const place = await makePlace(app, organisation);
    const [slot] = await makeSlots(app, organisation, place, 'fixed_slots');
    const [callable] = await makeSlots(app, organisation, place, 'standing');
    const id = await mentor(place);
    await sql((tx) => tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = any ($2::uuid[])', [id, [slot, callable]]));
    const needs = (await consultant.get<{ items: { mentorId: string; model: string; kind: string }[] }>('/training-needs')).body.items.filter((each) => each.mentorId === id);
    expect(needs).toMatchObject([{ model: 'fixed_slots', kind: 'first' }]);
    await twice(app.nest.get(RaiseTrainingTasks, { strict: false }));
    const open = () => sql((tx) => tx.rows<{ done: boolean; user: string }>('select done_at is not null as done, user_id as "user" from task where subject_id = $1 and kind = $2', [id, 'mentor-training']));
    expect(await open()).toEqual([{ done: false, user: organisation.users.consultant?.id }]);
    const session = await schedule();
    await invite(session.id, [id]);
    const { id: enrolmentId } = await of(session.id, id);
    await after(session, () => consultant.put(`/training-sessions/${session.id}/attendance`, { marks: [{ enrolmentId, came: true }] }));
    expect(await open()).toMatchObject([{ done: true }]);
  });
});

describe('what it holds back', () => {
  test('a start, where the organisation says so; never more than a warning elsewhere; model 3 never', async () => {
    const today = app.clock.today();
    const place = await makePlace(app, organisation);
    const [slot] = await makeSlots(app, organisation, place, 'standing');
    const id = await mentor(place);
    const placementId = await sql(async (tx) => {
      const made = tx.newId();
      await tx.run(
        `insert into placement (organisation_id, id, workplace_id, slot_id, mentor_id, citizen_ref, measure_type_code, minutes_per_week, period, planned_end, created_at)
         values (app_organisation(), $1, $2, $3, $4, 'PRØVE', 'x', 600, daterange($5::date, $5::date + 30), $5::date + 30, $6)`,
        [made, place.workplaceId, slot, id, today, tx.now],
      );
      return made;
    });
    const gate = () => sql((tx) => trainingGate(tx, { placementId, on: today }));
    expect(await gate()).toEqual({ missing: [{ role: 'mentor', id, name: 'Mia Prøvementor' }], blocked: false });
    await sql((tx) => tx.run('update organisation set mentor_training_gates_start = true'));
    expect(await gate()).toMatchObject({ blocked: true });
    await expect(sql((tx) => requireTraining(tx, { placementId, on: today }))).rejects.toMatchObject({ code: 'training.gates-start' });
    await sql((tx) => tx.run('update mentor set trained_on = $2, trained_until = $2::date + 1 where id = $1', [id, today]));
    expect(await gate()).toEqual({ missing: [], blocked: false });
    expect(await sql((tx) => trainingGate(tx, { placementId, on: addDays(today, 1) }))).toMatchObject({ blocked: true });
    await sql((tx) => tx.run('update organisation set mentor_training_gates_start = false'));
  });

  test('places lost today stand under one cause each, by workplace', async () => {
    const today = app.clock.today();
    const place = await makePlace(app, organisation, { municipality: '0482' });
    await makeSlots(app, organisation, place, 'fixed_slots', 3);
    const lost = async () => (await consultant.get<{ lost: number; items: Record<string, unknown>[] }>('/mentor-bottlenecks?municipalityCode=0482')).body;
    expect(await lost()).toMatchObject({ lost: 3, items: [{ free: 3, unnamed: 3 }] });
    const id = await makeMentor(app, organisation, place, null, 2);
    expect(await lost()).toMatchObject({ lost: 3, items: [{ unnamed: 0, full: 1, untrained: 2, mentors: [{ id, untrained: true }] }] });
    await sql((tx) => tx.run('update mentor set trained_on = $2 where id = $1', [id, today]));
    expect(await lost()).toMatchObject({ lost: 1, items: [{ full: 1, untrained: 0 }] });
    await consultant.post(`/mentors/${id}/pauses`, { kind: 'holiday', from: today });
    expect(await lost()).toMatchObject({ lost: 3, items: [{ full: 1, away: 2 }] });
    expect((await consultant.get<{ lost: number }>('/mentor-bottlenecks?municipalityCode=0101')).body.lost).toBe(0);
  });
});
