/** The mentor's link: mailed by real SMTP, opened on a phone without an account, answered once. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import {
  deliverOutbox,
  forCitizen,
  ledger,
  makeMentor,
  makePlace,
  makeSlots,
  share,
  type Reserved,
} from './support/pool.js';

interface Page {
  state: string;
  request: Record<string, unknown> | null;
  code: string;
}

const received: { to: string[]; raw: string }[] = [];
let refuseMail = false;
let smtp: SMTPServer;
let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => done(refuseMail ? new Error('not now') : null),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          received.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
          done();
        });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  app = await startApp({
    smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    publicUrl: 'https://indgang.example',
  });
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((done) => smtp.close(done));
});

/** Quoted-printable, as far as these mails use it. */
const plain = (raw: string): string =>
  Buffer.from(
    raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
const lastToken = (): string =>
  /indgang\.example\/svar\/([\w-]{43})/.exec(plain(received.at(-1)?.raw ?? ''))?.[1] ?? '';

/** A reservation whose mentor has been asked; answers the token from the mail. */
async function asked(
  more: { mentor?: string; queue?: number } = {},
): Promise<{ token: string; reservation: string; opening: string; queued: string[] }> {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, more.mentor ?? 'mia@proeve.example');
  const opening = await share(consultant, place, { tasks: 'dække bord', minutesPerWeek: 750 });
  const made = await consultant.post<Reserved>(
    `/openings/${opening}/reservations`,
    forCitizen({ from: '2027-03-01', until: '2027-05-31' }),
  );
  const queued: string[] = [];
  for (let n = 0; n < (more.queue ?? 0); n += 1)
    queued.push(
      (
        await consultant.post<Reserved>(
          `/openings/${opening}/reservations`,
          forCitizen({ from: '2027-03-01', until: '2027-05-31' }),
        )
      ).body.id,
    );
  await deliverOutbox(app, organisation);
  return { token: lastToken(), reservation: made.body.id, opening, queued };
}
const open = (token: string) => app.anonymous.get<Page>(`/mentor-requests/${token}`);
const answer = (token: string, body: object) => app.anonymous.post<Page>(`/mentor-requests/${token}/answer`, body);
const stateOf = async (id: string) =>
  (await consultant.get<{ state: string; callbackAt: string | null; mentorAsked: boolean }>(`/reservations/${id}`))
    .body;

test('the mail has a link, the page shows the request and nothing about the citizen, and yes makes the placement', async () => {
  const { token, reservation, opening } = await asked();
  const mail = plain(received.at(-1)?.raw ?? '');
  expect(received.at(-1)?.to).toEqual(['mia@proeve.example']);
  expect(mail).toContain('Hej Mia Prøvementor');
  expect(mail).toContain('1. mar. 2027');
  expect(mail).toContain('12,5');
  expect(mail).not.toMatch(/SAG-|LAB6/);
  const page = await open(token);
  expect(page.body).toMatchObject({
    state: 'open',
    request: {
      tasks: 'dække bord',
      from: '2027-03-01',
      until: '2027-05-31',
      minutesPerWeek: 750,
      contactName: 'Prøve consultant',
      mentorName: 'Mia Prøvementor',
    },
  });
  expect(page.text).not.toMatch(/SAG-|LAB6|brød/);
  expect((await open(token)).body.state).toBe('open');
  expect((await answer(token, { answer: 'accept' })).status).toBe(200);
  expect(await stateOf(reservation)).toMatchObject({ state: 'accepted', mentorAsked: true });
  expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 1, accepted: 1, first: 0 });
  expect((await open(token)).body).toEqual({ state: 'used', request: null });
  expect((await answer(token, { answer: 'decline', reason: 'alligevel ikke' })).body).toMatchObject({
    code: 'mentor-link.used',
  });
  await deliverOutbox(app, organisation);
  expect(plain(received.at(-1)?.raw ?? '')).toContain('har sagt ja til din borger');
});

test('a match-driven agreement that was made ready is born with the yes by the link, in its transaction', async () => {
  const { token, reservation } = await asked();
  const agreement = { contactUserId: organisation.users.colleague?.id, followUpWeeks: 2, followUpPlan: 'Besøg hver anden uge' };
  const plan = (by: Client, body: object) => by.put(`/reservations/${reservation}/agreement`, body);
  expect((await plan(consultant, { ...agreement, contactUserId: reservation })).status).toBe(422);
  expect((await plan(await organisation.signIn('colleague'), agreement)).status).toBe(403);
  expect((await plan(consultant, agreement)).status).toBe(204);
  expect(await stateOf(reservation)).toMatchObject({ state: 'first', agreement });
  expect((await answer(token, { answer: 'accept' })).status).toBe(200);
  const born = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows(
      `select a.model, a.contact_user_id, a.follow_up_weeks, a.activated_at is not null as "inForce", a.created_at = p.created_at as together
         from agreement a join placement p on p.organisation_id = a.organisation_id and p.reservation_id = a.born_of_reservation_id
        where a.born_of_reservation_id = $1`,
      [reservation],
    ),
  );
  expect(born).toEqual([{ model: 'match_driven', contact_user_id: agreement.contactUserId, follow_up_weeks: 2, inForce: true, together: true }]);
  expect(await plan(consultant, agreement)).toMatchObject({ status: 409, body: { code: 'reservation.ended' } });
});

test('"not now" needs a reason, and lets the next in the queue move up', async () => {
  const { token, reservation, queued } = await asked({ queue: 1 });
  expect((await answer(token, { answer: 'decline' })).status).toBe(422);
  expect((await answer(token, { answer: 'decline', reason: 'vi har travlt i marts' })).status).toBe(200);
  expect(await stateOf(reservation)).toMatchObject({ state: 'declined' });
  expect(await stateOf(queued[0] ?? '')).toMatchObject({ state: 'first' });
  const before = received.length;
  await deliverOutbox(app, organisation);
  const texts = received.slice(before).map(({ raw }) => plain(raw));
  expect(texts.some((text) => text.includes('vi har travlt i marts'))).toBe(true);
  expect(texts.some((text) => text.includes('nu er pladsen reserveret til din borger'))).toBe(true);
  expect(texts.some((text) => text.includes('/svar/'))).toBe(true);
});

test('"call me" tells the one who reserved and leaves the link open', async () => {
  const { token, reservation } = await asked();
  expect((await answer(token, { answer: 'call' })).status).toBe(200);
  expect((await stateOf(reservation)).callbackAt).not.toBeNull();
  expect((await answer(token, { answer: 'call' })).status).toBe(200);
  const told = await app.db.read({ organisationId: organisation.id }, (tx) => tx.rows("select from outbox where topic = 'mail.call-back' and subject_id = $1", [reservation]));
  expect(told).toHaveLength(1);
  await deliverOutbox(app, organisation);
  expect(plain(received.at(-1)?.raw ?? '')).toMatch(/Ring til Mia Prøvementor, 12\s34\s56\s78/);
  expect((await consultant.get<{ cards: { kind: string; id: string }[] }>('/my-day')).body.cards).toContainEqual(
    expect.objectContaining({ kind: 'call-back', id: reservation }),
  );
  expect((await answer(token, { answer: 'accept' })).status).toBe(200);
});

test('two answers at once by one link: one counts', async () => {
  const { token, reservation } = await asked();
  const answers = await Promise.all([
    answer(token, { answer: 'accept' }),
    answer(token, { answer: 'decline', reason: 'nej' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(['accepted', 'declined']).toContain((await stateOf(reservation)).state);
});

test('a link for a request that is over says so', async () => {
  const { token, reservation } = await asked();
  await consultant.post(`/reservations/${reservation}/withdrawal`, {});
  expect((await open(token)).body).toEqual({ state: 'ended', request: null });
  expect((await answer(token, { answer: 'accept' })).body.code).toBe('mentor-link.ended');
});

test('an expired link can be renewed once, to the same address, and the new one works', async () => {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mia@proeve.example');
  const opening = await share(consultant, place, { expiresOn: '2030-01-01' });
  await consultant.post(`/openings/${opening}/reservations`, forCitizen());
  await deliverOutbox(app, organisation);
  const token = lastToken();
  expect((await app.anonymous.post<Page>(`/mentor-requests/${token}/renewal`)).body.code).toBe(
    'mentor-link.not-expired',
  );
  app.clock.advance(30 * 86_400_000);
  try {
    expect((await open(token)).body).toEqual({ state: 'expired', request: null });
    expect((await answer(token, { answer: 'accept' })).body.code).toBe('mentor-link.expired');
    expect((await app.anonymous.post(`/mentor-requests/${token}/renewal`)).status).toBe(204);
    expect((await open(token)).body.state).toBe('renewed');
    expect((await app.anonymous.post<Page>(`/mentor-requests/${token}/renewal`)).status).toBe(409);
    await deliverOutbox(app, organisation);
    expect(received.at(-1)?.to).toEqual(['mia@proeve.example']);
    expect(lastToken()).not.toBe(token);
    expect((await open(lastToken())).body.state).toBe('open');
  } finally {
    app.clock.advance(-30 * 86_400_000);
  }
});

test.each(['a'.repeat(43), 'kort-token-her', '0'.repeat(100)])(
  'an unknown link gets one and the same answer (%s)',
  async (token) => {
    const page = await open(token);
    expect([page.status, page.body.code]).toEqual([404, 'mentor-link.unknown']);
    expect((await answer(token, { answer: 'accept' })).body.code).toBe('mentor-link.unknown');
    expect((await app.anonymous.post<Page>(`/mentor-requests/${token}/renewal`)).body.code).toBe('mentor-link.unknown');
  },
);

test('the token is nowhere in the database', async () => {
  const { token } = await asked();
  const rows = await app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows<{ text: string }>(
      'select l::text as text from mentor_link l union all select o::text from outbox o union all select j::text from journal_entry j union all select d::text from demo_mail d',
    ),
  );
  expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
});

test('under a standing agreement nobody starts without a mentor; staff can write the answer down', async () => {
  const place = await makePlace(app, organisation);
  const [slot = ''] = await makeSlots(app, organisation, place, 'standing');
  const made = await consultant.post<Reserved>(`/openings/${slot}/reservations`, forCitizen());
  const before = received.length;
  await deliverOutbox(app, organisation);
  expect(received).toHaveLength(before);
  const accept = (said: object = {}) => consultant.post<{ code: string; warnings: string[]; mentorId: string }>(`/reservations/${made.body.id}/acceptance`, said);
  expect((await accept()).body.code).toBe('agreement.mentor-needed');
  const mentor = await makeMentor(app, organisation, place, null, 0);
  expect(await accept()).toMatchObject({ status: 409, body: { code: 'placement.mentor-full' } });
  expect((await accept({ overLimitReason: 'Aftalt med mentoren på et møde' })).body).toMatchObject({ mentorId: mentor, warnings: ['placement.mentor-full'] });
  const colleague = await organisation.signIn('colleague');
  expect((await colleague.post(`/reservations/${made.body.id}/decline`, { reason: 'nej' })).body).toMatchObject({
    code: 'reservation.ended',
  });
});

test('a mail server that says no costs nothing but time: the same mail goes out once when it says yes', async () => {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'bo@proeve.example');
  const opening = await share(consultant, place);
  refuseMail = true;
  const made = await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen());
  expect(made.status).toBe(201);
  await expect(deliverOutbox(app, organisation)).rejects.toThrow();
  refuseMail = false;
  await app.db.touch({ organisationId: organisation.id }, (tx) =>
    tx.run(`update outbox set sent_at = null where topic = 'mail.mentor-request' and subject_id = $1`, [made.body.id]),
  );
  await deliverOutbox(app, organisation);
  await app.db.touch({ organisationId: organisation.id }, (tx) =>
    tx.run(`update outbox set sent_at = null where topic = 'mail.mentor-request' and subject_id = $1`, [made.body.id]),
  );
  await deliverOutbox(app, organisation);
  expect(received.filter(({ to }) => to.includes('bo@proeve.example'))).toHaveLength(1);
  expect((await open(lastToken())).body.state).toBe('open');
});
