/** Courses for mentors: seats and the waiting list, the link in the mail, who came, certificates. */
import { formatter } from '#dictionary';
import { addDays, systemActor } from '#platform';
import { FillFreeSeats } from '../libs/training/remind-of-sessions.js';
import { TrainingWorld } from './support/training.js';

let world: TrainingWorld;
beforeAll(async () => {
  world = await TrainingWorld.open();
});
afterAll(() => world.app.close());

const tokenIn = (text: string): string => /\/kursus\/([\w-]{20,})/.exec(text)?.[1] ?? '';

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
    const sent = path === 'sessions' ? { day: world.soon(), from: '14:00', to: '16:00', seats: 1, place: 'Sal 2', ...body } : body;
    const answer = await world.consultant.post<{ faults: { field: string }[] }>(path === 'sessions' ? `/training-courses/${world.courseId}/sessions` : path, sent);
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map((fault) => fault.field)).toEqual([field]);
  });

  test('a course no longer held takes no new date from that day', async () => {
    const { body } = await world.consultant.post<{ id: string; version: number }>('/training-courses', { kind: 'refresher', name: 'Genopfriskning', validMonths: 12 });
    expect((await world.consultant.patch(`/training-courses/${body.id}`, { retiredOn: world.soon(), version: body.version })).status).toBe(200);
    const answer = await world.consultant.post(`/training-courses/${body.id}/sessions`, { day: world.soon(), from: '14:00', to: '16:00', seats: 1, place: 'Sal 2' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'training.course-retired' } });
    expect((await world.consultant.patch(`/training-courses/${body.id}`, { name: 'x', version: body.version })).status).toBe(412);
  });
});

describe('seats and the waiting list', () => {
  test('the first yes has the seat, the next waits, and moves up by itself when it is given back', async () => {
    const session = await world.schedule();
    const [a, b, c] = [await world.mentor(), await world.mentor(), await world.mentor()];
    expect((await world.invite(session.id, [a, b, c])).body).toMatchObject({ invited: 3, already: 0 });
    expect((await world.invite(session.id, [a])).body).toMatchObject({ invited: 0, already: 1 });
    expect((await world.say(session.id, a, 'yes')).body).toMatchObject({ state: 'seated' });
    expect((await world.say(session.id, b, 'yes')).body).toMatchObject({ state: 'waiting', position: 1 });
    expect((await world.say(session.id, c, 'yes')).body).toMatchObject({ state: 'waiting', position: 2 });
    expect((await world.say(session.id, a, 'no')).body).toMatchObject({ state: 'declined' });
    expect(await world.of(session.id, b)).toMatchObject({ state: 'seated' });
    expect(await world.of(session.id, c)).toMatchObject({ state: 'waiting', position: 1 });
    expect((await world.mailsTo(b)).map(({ subject }) => subject.split(':')[0])).toContain('Der er blevet en plads til dig');
    const { session: now } = await world.read(session.id);
    const fewer = await world.consultant.patch(`/training-sessions/${session.id}`, { seats: 0, version: now.version });
    expect(fewer.status).toBe(422);
    expect((await world.consultant.patch(`/training-sessions/${session.id}`, { seats: 5, version: now.version })).status).toBe(200);
    expect((await world.read(session.id)).session).toMatchObject({ seats: 5, seated: 2, waiting: 0 });
    const below = await world.consultant.patch(`/training-sessions/${session.id}`, { seats: 1, version: now.version + 1 });
    expect(below).toMatchObject({ status: 409, body: { code: 'training.seats-taken' } });
  });

  test('however many say yes at once, each seat is given once', async () => {
    const session = await world.schedule({ seats: 2 });
    const mentors = await Promise.all(Array.from({ length: 6 }, () => world.mentor()));
    await world.invite(session.id, mentors);
    const answers = await Promise.all(mentors.map((id) => world.say(session.id, id, 'yes')));
    expect(answers.map(({ body }) => body.state).sort()).toEqual(['seated', 'seated', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect((await world.read(session.id)).session).toMatchObject({ seated: 2, waiting: 4 });
    const round = world.app.nest.get(FillFreeSeats, { strict: false });
    expect(await round.run(systemActor(world.organisation.id))).toBe(0);
  });
});

describe('the link in the mail', () => {
  test('shows that session alone, takes an answer until it begins, and gives the appointment as a file', async () => {
    const session = await world.schedule({ seats: 1, videoUrl: 'https://moede.example/1' });
    const id = await world.mentor();
    await world.invite(session.id, [id]);
    const [mail] = await world.mailsTo(id);
    const token = tokenIn(mail?.text ?? '');
    expect(await world.app.anonymous.get(`/training-invitations/${token}`)).toMatchObject({ status: 200, body: { state: 'invited', freeSeats: 1, session: { id: session.id } } });
    const kept = await world.sql((tx) => tx.rows<{ text: string }>('select l::text as text from training_link l union all select o::text from outbox o union all select j::text from journal_entry j'));
    expect(kept.some(({ text }) => text.includes(token))).toBe(false);
    const answer = (what: object) => world.app.anonymous.post<{ state?: string; code?: string }>(`/training-invitations/${token}/answer`, what);
    expect((await answer({ answer: 'yes' })).body).toEqual({ state: 'seated', position: null });
    expect((await answer({ answer: 'yes' })).body).toEqual({ state: 'seated', position: null });
    const file = await world.app.anonymous.get(`/training-invitations/${token}/calendar`);
    expect(file.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*STATUS:CONFIRMED\r\nEND:VEVENT/);
    expect((await answer({ answer: 'no', reason: 'Har ferie' })).body.state).toBe('declined');
    await world.at(session, 0.1, async () => expect(await answer({ answer: 'yes' })).toMatchObject({ status: 409, body: { code: 'training.session-begun' } }));
    expect((await world.mailsTo(id)).filter(({ subject }) => subject.startsWith('Du er tilmeldt'))).toHaveLength(0);
  });

  test.each(['', 'x', 'x'.repeat(43), '../etc', 'null'])('a link that is none (%j) opens nothing', async (token) => {
    const answer = await world.app.anonymous.get(`/training-invitations/${encodeURIComponent(token)}`);
    expect([401, 404]).toContain(answer.status);
  });

  test('everybody asked is told when it is moved or called off, and nobody can answer then', async () => {
    const session = await world.schedule();
    const id = await world.mentor();
    await world.invite(session.id, [id]);
    const [mail] = await world.mailsTo(id);
    await world.consultant.patch(`/training-sessions/${session.id}`, { from: '15:00', to: '17:00', version: session.version });
    expect((await world.consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'Underviseren er syg', version: session.version + 1 })).status).toBe(200);
    const subjects = (await world.mailsTo(id)).map(({ subject }) => subject.split(':')[0]);
    expect(subjects).toEqual(['Invitation', 'Aflyst']);
    const page = (await world.consultant.get(`//mentorer/${id}`)).text;
    expect([page.includes('>Aflyst<'), page.includes('>Inviteret<')]).toEqual([true, false]);
    const late = await world.app.anonymous.post(`/training-invitations/${tokenIn(mail?.text ?? '')}/answer`, { answer: 'yes' });
    expect(late).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
    expect(await world.invite(session.id, [id])).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
    const again = await world.consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'x', version: session.version + 2 });
    expect(again).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
  });
});

describe('who came', () => {
  const trained = (mentorId: string) => world.sql((tx) => tx.one<{ on: string | null; until: string | null }>('select trained_on as "on", trained_until as "until" from mentor where id = $1', [mentorId]));

  test('cannot be written before it begins, nor of one called off', async () => {
    const session = await world.schedule();
    const id = await world.mentor();
    await world.invite(session.id, [id]);
    const { id: enrolmentId } = await world.of(session.id, id);
    expect(await world.mark(session, enrolmentId, true)).toMatchObject({ status: 409, body: { code: 'training.session-not-begun' } });
    await world.consultant.put(`/training-sessions/${session.id}/cancellation`, { reason: 'Sne', version: session.version });
    await world.at(session, 0.1, async () => expect(await world.mark(session, enrolmentId, true)).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } }));
    expect(await trained(id)).toEqual({ on: null, until: null });
  });

  test('gives a certificate that counts its months, and a wrong mark takes it back to how it was', async () => {
    const session = await world.schedule();
    const id = await world.mentor();
    await world.sql((tx) => tx.run(`update mentor set trained_on = '2020-05-01' where id = $1`, [id]));
    await world.invite(session.id, [id]);
    await world.say(session.id, id, 'yes');
    const { id: enrolmentId } = await world.of(session.id, id);
    await world.at(session, 0.1, async () => {
      const came = await world.mark(session, enrolmentId, true);
      expect(came.body.items[0]).toMatchObject({ state: 'came', certificateId: expect.any(String) });
      const until = `${Number(world.soon().slice(0, 4)) + 2}${world.app.clock.today().slice(4)}`;
      expect(await trained(id)).toEqual({ on: world.app.clock.today(), until });
      // The day kept is the first that no longer counts; the certificate and the pages say the last that does.
      expect((await world.consultant.get(`//mentorer/${id}`)).text).toContain(`gælder til og med ${formatter('da').formatDate(addDays(until, -1))}`);
      expect((await world.mark(session, enrolmentId, true)).body.items[0]?.certificateId).toBe(came.body.items[0]?.certificateId);
      const paper = await world.consultant.get(`/training-certificates/${came.body.items[0]?.certificateId}`);
      expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
      expect((await world.mark(session, enrolmentId, false)).body.items[0]).toMatchObject({ state: 'absent', certificateId: null });
      expect(await trained(id)).toEqual({ on: '2020-05-01', until: null });
      expect((await world.consultant.get(`/training-certificates/${came.body.items[0]?.certificateId}`)).status).toBe(404);
    });
  });

  test('who came from the waiting list has been there too; a network meeting gives no certificate', async () => {
    const network = await world.consultant.post<{ id: string }>('/training-courses', { kind: 'network', name: 'Mentornetværk' });
    const session = await world.schedule({}, network.body.id);
    const [a, b] = [await world.mentor(), await world.mentor()];
    await world.invite(session.id, [a, b]);
    await world.say(session.id, a, 'yes');
    const { id: enrolmentId } = await world.of(session.id, b);
    await world.at(session, 0.1, async () => expect((await world.mark(session, enrolmentId, true)).status).toBe(200));
    expect(await world.of(session.id, b)).toMatchObject({ state: 'came', certificateId: null });
    expect(await trained(b)).toEqual({ on: null, until: null });
  });

  test('a mark taken back leaves what they had answered, and the seat or none', async () => {
    const session = await world.schedule();
    const [seated, waiting, declined, silent] = [await world.mentor(), await world.mentor(), await world.mentor(), await world.mentor()];
    await world.invite(session.id, [seated, waiting, declined, silent]);
    for (const [id, answer] of [[seated, 'yes'], [waiting, 'yes'], [declined, 'no']] as const) await world.say(session.id, id, answer);
    const how = async () => (await world.read(session.id)).enrolments.map(({ id, state, position }) => ({ id, state, position }));
    const before = await how();
    expect(before.map(({ state }) => state).sort()).toEqual(['declined', 'invited', 'seated', 'waiting']);
    await world.at(session, 0.1, async () => {
      for (const came of [true, null, false, null]) {
        for (const { id } of before) expect((await world.mark(session, id, came)).status).toBe(200);
        if (came !== null) expect((await world.read(session.id)).session).toMatchObject({ seated: 1, waiting: 0, invited: 0 });
      }
      expect(await how()).toEqual(before);
    });
  });
});
