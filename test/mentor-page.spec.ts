/** The mentor's own page over HTTP: the link, the session and what it opens, requests, limits, training, what is stored. */
import { addDays } from '#platform';
import { operationsIn, urlOf } from './support/inputs.js';
import { MentorWorld } from './support/mentor-world.js';
import { makeSlots } from './support/pool.js';

interface Coded {
  readonly code: string;
}
interface OwnPage {
  requests: { reservationId: string; tasks: string }[];
  trainees: { placementId: string; pseudonym: string | null; until: string; pulse: { state: string } }[];
}

let world: MentorWorld;
beforeAll(async () => {
  world = await MentorWorld.open();
});
afterAll(() => world.app.close());

const open = (token: string) => world.app.anonymous.post<Coded & { token: string; name: string }>('/mentor-page/session', { token });

describe('the link', () => {
  test('is mailed to a mentor; an unknown address gets the same answer and no mail', async () => {
    const { email } = await world.mentor();
    await world.sql((tx) => tx.run(`update organisation set contact_phone = '+4500110000'`));
    const [known, unknown] = [await world.ask(email.toUpperCase()), await world.ask('ingen.kender@proeve.example')];
    expect([known.status, known.text]).toEqual([204, '']);
    expect([unknown.status, unknown.text]).toEqual([204, '']);
    const mails = await world.mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('Ørbæk Prøvebageri');
    expect(mails[0]?.text).toContain('\n00\u00a011\u00a000\u00a000');
    expect(await world.mailsTo('ingen.kender@proeve.example')).toEqual([]);
  });

  test('opens a session once; used twice or late it says so, and a new one can be had', async () => {
    const { email } = await world.mentor();
    const token = await world.link(email);
    const first = await open(token);
    expect([first.status, first.body.name]).toEqual([201, 'Mia Prøvementor']);
    expect(first.headers.get('set-cookie')).toMatch(/^mid=.{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax/);
    expect((await open(token)).body.code).toBe('mentor-page-link.used');
    const late = await world.link(email);
    world.app.clock.advance(10 * 60_000);
    try {
      expect(await open(late)).toMatchObject({ status: 410, body: { code: 'mentor-page-link.expired' } });
      expect((await world.app.anonymous.post('/mentor-page/links/renewal', { token: late })).status).toBe(204);
      expect((await world.mailsTo(email)).length).toBe(3);
    } finally {
      world.app.clock.advance(-10 * 60_000);
    }
    for (const odd of ['a'.repeat(43), 'kort']) expect(await open(odd)).toMatchObject({ status: 404, body: { code: 'mentor-page-link.unknown' } });
    expect((await world.app.anonymous.post<Coded>('/mentor-page/links/renewal', { token: 'x'.repeat(43) })).body.code).toBe('mentor-page-link.unknown');
  });

  test('of two who press the button at once, one comes in', async () => {
    const token = await world.link((await world.mentor()).email);
    expect((await Promise.all([open(token), open(token)])).map(({ status }) => status).sort()).toEqual([201, 410]);
  });

  test('is not sent more than five times an hour to one address', async () => {
    const { email } = await world.mentor();
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push((await world.ask(email)).status);
    expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
  });

  test('and the session leave no token in the database', async () => {
    const { email } = await world.mentor();
    const token = await world.link(email);
    const session = (await open(token)).body.token;
    const texts = await world.sql((tx) => tx.rows<{ text: string }>('select l::text as text from mentor_page_link l union all select s::text from mentor_session s union all select o::text from outbox o union all select j::text from journal_entry j'));
    expect(texts.filter(({ text }) => text.includes(token) || text.includes(session))).toEqual([]);
  });
});

describe('the session', () => {
  test('lasts eight hours, or until it is ended', async () => {
    const { email } = await world.mentor();
    const [one, other] = [await world.enter(email), await world.enter(email)];
    expect((await one.get('/mentor-page')).status).toBe(200);
    expect((await one.delete('/mentor-page/session')).status).toBe(204);
    expect((await one.get('/mentor-page')).status).toBe(401);
    world.app.clock.advance(8 * 3_600_000);
    try {
      expect((await other.get('/mentor-page')).status).toBe(401);
    } finally {
      world.app.clock.advance(-8 * 3_600_000);
    }
  });

  test('is over for one who is a mentor no more, two weeks after', async () => {
    const { email, id } = await world.mentor();
    const mentor = await world.enter(email);
    const ended = (on: string) => world.sql((tx) => tx.run('update mentor set active_from = $2::date - 100, active_until = $2::date where id = $1', [id, on]));
    await ended(addDays(world.app.clock.today(), -13));
    expect((await mentor.get('/mentor-page')).status).toBe(200);
    await ended(addDays(world.app.clock.today(), -14));
    expect((await mentor.get('/mentor-page')).status).toBe(401);
  });

  test('opens what is the mentor\'s and nothing else, and no user\'s session opens that', async () => {
    const mentor = await world.enter((await world.mentor()).email);
    const everybody = await world.organisation.signIn('everybody');
    const odd = '018f0000-0000-7000-8000-00000000dead';
    const own = new Set(['closeMentorSession', 'readMentorPage', 'answerOwnRequest', 'answerPulse', 'readOwnLimits', 'changeOwnLimits', 'beginOwnPause', 'endOwnPause', 'readOwnTraining', 'answerOwnInvitation', 'readOwnCalendar', 'readOwnCertificate', 'readOwnAgreements', 'pauseOwnAgreement', 'endOwnAgreementPause', 'signUpForSession', 'exportOwnData']);
    const wrong: string[] = [];
    for (const operation of operationsIn(world.app.document)) {
      const ids = Object.fromEntries(operation.parameters.filter((each) => each.in === 'path').map(({ name }) => [name, odd]));
      const ask = (token: string) => world.app.anonymous.send<Coded>(operation.method, urlOf(operation, ids, {}), operation.method === 'GET' ? undefined : {}, { authorization: `Bearer ${token}` });
      const nobody = await world.app.anonymous.send<Coded>(operation.method, urlOf(operation, ids, {}), operation.method === 'GET' ? undefined : {});
      const isPublic = nobody.body.code !== 'sign-in.needed';
      if (isPublic) continue;
      const asUser = own.has(operation.id) ? (await ask(everybody.token ?? '')).status : 401;
      if (asUser !== 401) wrong.push(`a user at ${operation.id}: ${asUser}`);
      if (operation.id === 'closeMentorSession') continue;
      const { status } = await ask(mentor.token);
      if ((status === 401) === own.has(operation.id)) wrong.push(`a mentor at ${operation.id}: ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('of another organisation, or another mentor, finds nothing of this one\'s', async () => {
    const [one, other] = [await world.mentor(), await world.mentor()];
    const [placement, reservation] = [await world.trainee(one), await world.request(one.place)];
    const neighbour = await MentorWorld.open(world.app);
    const strangers = [await world.enter(other.email), await neighbour.enter((await neighbour.mentor()).email)];
    const pause = await (await world.enter(one.email)).post<{ id: string }>('/mentor-page/pauses', { kind: 'holiday', from: addDays(world.app.clock.today(), 5) });
    for (const stranger of strangers) {
      const { body } = await stranger.get<OwnPage>('/mentor-page');
      expect([body.requests, body.trainees]).toEqual([[], []]);
      const tries = [
        await stranger.put(`/mentor-page/trainees/${placement}/pulse`, { mood: 'good', daysAttended: 0, callMe: false }),
        await stranger.put(`/mentor-page/requests/${reservation}/answer`, { answer: 'accept' }),
        await stranger.put(`/mentor-page/pauses/${pause.body.id}/end`, { until: addDays(world.app.clock.today(), 6), version: 1 }),
      ];
      expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });
});

describe('the page', () => {
  test('answers a request with the verb of the link, and the link is then used up', async () => {
    const { email, place } = await world.mentor();
    const reservation = await world.request(place);
    const mentor = await world.enter(email);
    expect((await mentor.get<OwnPage>('/mentor-page')).body.requests).toMatchObject([{ reservationId: reservation, tasks: 'pakke brød' }]);
    const answer = (body: object) => mentor.put<Coded>(`/mentor-page/requests/${reservation}/answer`, body);
    expect((await answer({ answer: 'decline' })).status).toBe(422);
    expect((await answer({ answer: 'call' })).status).toBe(200);
    expect((await answer({ answer: 'accept' })).status).toBe(200);
    expect((await answer({ answer: 'accept' })).body.code).toBe('mentor-link.used');
    expect((await world.consultant.get<{ state: string }>(`/reservations/${reservation}`)).body.state).toBe('accepted');
    expect((await mentor.get<OwnPage>('/mentor-page')).body).toMatchObject({ requests: [], trainees: [{ pseudonym: null }] });
    const token = /\/svar\/([\w-]{43})/.exec((await world.mailsTo(email)).map(({ text }) => text).join(' '))?.[1] ?? '';
    expect((await world.app.anonymous.get<{ state: string }>(`/mentor-requests/${token}`)).body.state).toBe('used');
  });

  test('a request that was withdrawn says so', async () => {
    const { email, place } = await world.mentor();
    const [reservation, mentor] = [await world.request(place), await world.enter(email)];
    await world.consultant.post(`/reservations/${reservation}/withdrawal`, {});
    expect((await mentor.put<Coded>(`/mentor-page/requests/${reservation}/answer`, { answer: 'accept' })).body.code).toBe('mentor-link.ended');
  });

  test('shows own trainees by pseudonym until 14 days after the end, never the case reference, and notes who looked', async () => {
    const mentor = await world.mentor();
    const today = world.app.clock.today();
    const shown = await world.trainee(mentor, { until: addDays(today, -13) });
    await world.trainee(mentor, { until: addDays(today, -14) });
    const answer = await (await world.enter(mentor.email)).get<OwnPage>('/mentor-page');
    expect(answer.body.trainees).toMatchObject([{ placementId: shown, pseudonym: 'Alma', pulse: { state: 'none' } }]);
    expect(answer.text).not.toMatch(/SAG-|LAB6|virksomhedspraktik/);
    const seen = await world.sql((tx) => tx.rows('select actor_kind from citizen_seen s join course k on k.citizen_id = s.citizen_id join placement p on p.course_id = k.id where p.id = $1', [shown]));
    expect(seen).toEqual([{ actor_kind: 'mentor' }]);
  });

  test('changes the mentor\'s limits by the verbs of staff: stale edits, wrong days and overlapping pauses are refused', async () => {
    const { email, id } = await world.mentor();
    const mentor = await world.enter(email);
    const before = (await mentor.get<{ accepts: number; version: number }>('/mentor-page/limits')).body;
    const changed = await mentor.put<{ accepts: number; weekdays: number[] }>('/mentor-page/limits', { accepts: 3, weekdays: [5, 1], version: before.version });
    expect(changed.body).toMatchObject({ accepts: 3, weekdays: [1, 5] });
    expect((await mentor.put('/mentor-page/limits', { accepts: 2, weekdays: [1], version: before.version })).status).toBe(412);
    expect((await mentor.put('/mentor-page/limits', { accepts: 21, weekdays: [8], version: 2 })).status).toBe(422);
    const today = world.app.clock.today();
    const rest = (from: number, until: number | null) => mentor.post<Coded & { id: string; version: number }>('/mentor-page/pauses', { kind: 'holiday', from: addDays(today, from), until: until === null ? null : addDays(today, until) });
    expect(await rest(5, 5)).toMatchObject({ status: 422 });
    const made = await rest(0, 10);
    expect(made.status).toBe(201);
    expect((await rest(9, null)).body.code).toBe('mentor.pause-overlaps');
    expect((await world.consultant.get<{ mentor: { away: boolean } }>(`/mentors/${id}`)).body.mentor.away).toBe(true);
    expect((await mentor.put(`/mentor-page/pauses/${made.body.id}/end`, { until: today, version: made.body.version })).status).toBe(200);
    expect((await mentor.get<{ away: boolean }>('/mentor-page/limits')).body.away).toBe(false);
  });

  test('takes the answer to an invitation, and gives the appointment as a file', async () => {
    const { email, id } = await world.mentor();
    const course = (await world.consultant.post<{ id: string }>('/training-courses', { kind: 'first', name: 'Mentorkursus', validMonths: 24 })).body.id;
    const session = (await world.consultant.post<{ id: string }>(`/training-courses/${course}/sessions`, { day: addDays(world.app.clock.today(), 10), from: '14:00', to: '16:00', seats: 1, place: 'Rådhuset, sal 2' })).body.id;
    await world.consultant.post(`/training-sessions/${session}/invitations`, { mentorIds: [id] });
    const mentor = await world.enter(email);
    const { body } = await mentor.get<{ sessions: { enrolmentId: string; state: string; from: string }[] }>('/mentor-page/training');
    expect(body.sessions).toMatchObject([{ state: 'invited', from: '14:00' }]);
    const enrolment = body.sessions[0]?.enrolmentId ?? '';
    expect((await mentor.put<{ state: string }>(`/mentor-page/training/${enrolment}/answer`, { answer: 'yes' })).body.state).toBe('seated');
    const file = await mentor.get(`/mentor-page/training/${enrolment}/calendar`);
    expect(file.text).toMatch(/BEGIN:VCALENDAR[\s\S]+LOCATION:Rådhuset\\, sal 2/);
    const stranger = await world.enter((await world.mentor()).email);
    expect((await stranger.put(`/mentor-page/training/${enrolment}/answer`, { answer: 'no' })).status).toBe(404);
    expect((await stranger.get(`/mentor-page/training/${enrolment}/calendar`)).status).toBe(404);
  });

  test('signs up for a session without being asked: a seat, or the waiting list, off again, and never twice', async () => {
    const course = (await world.consultant.post<{ id: string }>('/training-courses', { kind: 'network', name: 'Netværksmøde' })).body.id;
    const set = async () => (await world.consultant.post<{ id: string; version: number }>(`/training-courses/${course}/sessions`, { day: addDays(world.app.clock.today(), 12), from: '09:00', to: '11:00', seats: 1, videoUrl: 'https://moede.example/netvaerk' })).body;
    const session = await set();
    const [one, other] = [await world.enter((await world.mentor()).email), await world.enter((await world.mentor()).email)];
    const training = async (mentor: typeof one) => (await mentor.get<{ open: { sessionId: string; freeSeats: number; waiting: number; video: boolean }[]; sessions: { enrolmentId: string; state: string }[] }>('/mentor-page/training')).body;
    const openTo = async (mentor: typeof one) => (await training(mentor)).open.find(({ sessionId }) => sessionId === session.id);
    expect(await openTo(one)).toMatchObject({ freeSeats: 1, waiting: 0, video: true });
    const signUp = (mentor: typeof one, id = session.id) => mentor.post<Coded & { enrolmentId: string; state: string; position: number | null }>(`/mentor-page/training-sessions/${id}/enrolment`, {});
    const answers = await Promise.all([signUp(one), signUp(other), signUp(one)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers[0].body.enrolmentId).toBe(answers[2].body.enrolmentId);
    const states = [answers[0].body.state, answers[1].body.state].sort();
    expect(states).toEqual(['seated', 'waiting']);
    expect(await openTo(one)).toBeUndefined();
    const [seated, waiting] = answers[0].body.state === 'seated' ? [one, other] : [other, one];
    const enrolment = (await training(seated)).sessions[0]?.enrolmentId;
    expect((await seated.put(`/mentor-page/training/${enrolment}/answer`, { answer: 'no' })).status).toBe(200);
    expect((await training(waiting)).sessions).toMatchObject([{ state: 'seated' }]);
    const cancelled = await set();
    await world.consultant.put(`/training-sessions/${cancelled.id}/cancellation`, { reason: 'Underviseren er syg', version: cancelled.version });
    expect(await signUp(one, cancelled.id)).toMatchObject({ status: 409, body: { code: 'training.session-cancelled' } });
  });

  test('pauses the whole agreement for the company, and is back; another company\'s is as none, a cluster\'s is not one mentor\'s', async () => {
    const mentor = await world.mentor();
    const [slot = ''] = await makeSlots(world.app, world.organisation, mentor.place, 'fixed_slots');
    const agreement = await world.sql(async (tx) => {
      await tx.run('insert into agreement_mentor (organisation_id, agreement_id, mentor_id) select organisation_id, agreement_id, $1 from slot where id = $2', [mentor.id, slot]);
      return (await tx.one<{ id: string }>('select agreement_id as id from slot where id = $1', [slot])).id;
    });
    const client = await world.enter(mentor.email);
    const today = world.app.clock.today();
    const close = (more: object = {}, by = client) => by.post<Coded & { id: string }>(`/mentor-page/agreements/${agreement}/pauses`, { from: today, until: addDays(today, 14), reason: 'Vi bygger om', ...more });
    expect((await close({ until: today })).status).toBe(422);
    expect((await close({ from: '2027-02-30' })).status).toBe(422);
    expect((await close({}, await world.enter((await world.mentor()).email))).status).toBe(404);
    const made = await close();
    expect(made.status).toBe(201);
    expect((await close()).body.code).toBe('agreement.pause-overlap');
    const inPool = async (): Promise<boolean> => (await world.sql((tx) => tx.one<{ on: boolean }>('select free_from <= $2::date and withdrawn_at is null as "on" from opening where slot_id = $1', [slot, today]))).on;
    expect(await inPool()).toBe(false);
    expect((await client.get<{ items: unknown[] }>('/mentor-page/agreements')).body.items).toMatchObject([{ id: agreement, mayPause: true, pauses: [{ byCompany: true, reason: 'Vi bygger om' }] }]);
    expect((await world.mailsTo(world.organisation.users.consultant?.email ?? '')).map(({ subject }) => subject)).toContain('På pause: Prøveaftale');
    expect((await client.put(`/mentor-page/agreement-pauses/${made.body.id}/end`, { on: today })).status).toBe(204);
    expect(await inPool()).toBe(true);
    expect((await client.put<Coded>(`/mentor-page/agreement-pauses/${made.body.id}/end`, { on: today })).body.code).toBe('agreement.pause-over');
    const byStaff = await world.consultant.post<{ pauses: { id: string }[] }>(`/agreements/${agreement}/pauses`, { from: today, until: addDays(today, 9), reason: 'Ferie' });
    expect((await client.put(`/mentor-page/agreement-pauses/${byStaff.body.pauses[0]?.id}/end`, { on: today })).status).toBe(404);
  });

  test('is written to in the language that was chosen, Danish unless', async () => {
    const { email } = await world.mentor();
    const mentor = await world.enter(email);
    const { version, language } = (await mentor.get<{ version: number; language: string }>('/mentor-page/limits')).body;
    expect(language).toBe('da');
    expect((await mentor.put('/mentor-page/limits', { accepts: 1, weekdays: [1], language: 'en', version })).status).toBe(200);
    await world.ask(email);
    expect((await world.mailsTo(email)).map(({ subject }) => subject.slice(0, 9))).toEqual(['Dit link ', 'Your link']);
  });

  test('gives the mentor everything that is kept, without a citizen in it', async () => {
    const mentor = await world.mentor();
    await world.trainee(mentor);
    const client = await world.enter(mentor.email);
    const { body, text } = await client.get<{ mentor: { email: string }; trainees: unknown[]; sessions: unknown[]; journal: { action: string }[] }>('/mentor-page/stored');
    expect(body).toMatchObject({ mentor: { email: mentor.email, company: 'Ørbæk Prøvebageri' }, trainees: [{ minutesPerWeek: 720 }] });
    expect(body.sessions).toHaveLength(1);
    expect(body.journal.map(({ action }) => action)).toEqual(['mentor.page-opened', 'mentor.link-asked']);
    expect(text).not.toMatch(/SAG-|Alma/);
    expect((await client.get<{ items: unknown[] }>('/mentor-page/agreements')).body.items).toEqual([]);
  });
});
