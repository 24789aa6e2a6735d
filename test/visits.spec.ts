/** Coffee meetings and taster visits: times by link, the place held meanwhile, the outcome, and what is asked for when nobody says. */
import { systemActor } from '#platform';
import { RaiseVisitTasks } from '#visits';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, forCitizen, ledger, mailbox, makeMentor, makePlace, makeSlots, share, type TestPlace } from './support/pool.js';

interface Visit {
  id: string;
  state: string;
  reservationId: string | null;
  heldUntil: string | null;
  startsAt: string | null;
  times: { number: number; day: string }[];
  version: number;
  code?: string;
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let place: TestPlace;
beforeAll(async () => {
  app = await startApp({ publicUrl: 'https://indgang.example' });
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  colleague = await organisation.signIn('colleague');
  place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, 'mia@proeve.example');
});
afterAll(() => app.close());

let count = 0;
const newCitizen = async (): Promise<{ id: string; caseRef: string }> => {
  const caseRef = `KAFFE-${(count += 1)}`;
  const { body } = await consultant.post<{ id: string }>('/citizens', { caseRef, pseudonym: 'Ida', targetGroup: 'LAB6-03' });
  return { id: body.id, caseRef };
};
const later = (days: number): string => app.clock.dayOf(new Date(app.clock.now().getTime() + days * 86_400_000));
const times = [3, 4, 5].map((days) => ({ days, at: '10:00' }));
const propose = (citizenId: string, more: object = {}, by = consultant) =>
  by.post<Visit>(`/citizens/${citizenId}/visits`, {
    kind: 'coffee',
    times: times.map(({ days, at }) => ({ day: later(days), at })),
    contactName: 'Mia',
    contactEmail: 'mia@proeve.example',
    reason: 'kaffemøde først',
    ...more,
  });
const linkIn = async (): Promise<string> => {
  await deliverOutbox(app, organisation);
  return /indgang\.example\/moede\/([\w-]{43})/.exec((await mailbox(app, organisation)).findLast(({ text }) => text.includes('/moede/'))?.text ?? '')?.[1] ?? '';
};
const answer = (token: string, body: object) => app.anonymous.post<{ code?: string; chosen: number | null }>(`/visit-times/${token}`, body);

/** A coffee meeting on a new place, and the company's link to it. */
async function coffee(): Promise<{ opening: string; citizen: { id: string; caseRef: string }; visit: Visit; token: string }> {
  const opening = await share(consultant, place, { tasks: 'brygge kaffe' });
  const citizen = await newCitizen();
  const proposed = await propose(citizen.id, { openingId: opening });
  expect(proposed.status).toBe(201);
  return { opening, citizen, visit: proposed.body, token: await linkIn() };
}

describe('the soft hold', () => {
  test('keeps everybody else out but visibly in the queue, until two days after the meeting', async () => {
    const { opening, visit, token } = await coffee();
    expect(visit).toMatchObject({ state: 'proposed', heldUntil: expect.stringContaining(later(7)) });
    expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 1, first: 1 });
    expect(await colleague.post(`/openings/${opening}/reservations`, forCitizen({ queue: false }))).toMatchObject({ status: 409, body: { code: 'opening.taken' } });
    expect(await colleague.post(`/openings/${opening}/reservations`, forCitizen())).toMatchObject({ status: 201, body: { position: 1 } });
    expect((await answer(token, { number: 1 })).body).toEqual({ chosen: 1 });
    const { items } = (await consultant.get<{ items: Visit[] }>(`/citizens/${(visit as unknown as { citizenId: string }).citizenId}/visits`)).body;
    expect(items).toMatchObject([{ state: 'agreed', heldUntil: expect.stringContaining(later(5)) }]);
  });

  test('a second meeting of the citizen about the place is refused in words of its own', async () => {
    const { opening, citizen } = await coffee();
    expect(await propose(citizen.id, { openingId: opening })).toMatchObject({ status: 409, body: { code: 'visit.already-planned', title: expect.stringContaining('kaffemøde') } });
  });

  test('ten at once on one place: one holds it', async () => {
    const opening = await share(consultant, place, { tasks: 'stable kopper' });
    const citizens = await Promise.all(Array.from({ length: 10 }, newCitizen));
    const answers = await Promise.all(citizens.map(({ id }) => propose(id, { openingId: opening })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 1, first: 1, queued: 0 });
  });

  test('takes over a reservation the citizen has there already', async () => {
    const [opening = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
    const openingId = (await consultant.get<{ items: { id: string; slotId: string }[] }>('/pool?limit=100')).body.items.find(({ slotId, id }) => slotId === opening || id === opening)?.id;
    const citizen = await newCitizen();
    const reserved = await consultant.post<{ id: string }>(`/openings/${openingId}/reservations`, forCitizen({ citizenRef: citizen.caseRef }));
    expect(await propose(citizen.id, { openingId })).toMatchObject({ status: 201, body: { reservationId: reserved.body.id } });
  });

  test('lapses by itself when nobody says how it went, and the next moves up', async () => {
    const { opening } = await coffee();
    await colleague.post(`/openings/${opening}/reservations`, forCitizen());
    const { ExpireReservations } = await import('#openings');
    const { systemActor } = await import('#platform');
    app.clock.advance(8 * 86_400_000);
    await app.nest.get(ExpireReservations).run(systemActor(organisation.id));
    app.clock.advance(-8 * 86_400_000);
    expect(await ledger(app, organisation, opening)).toMatchObject({ taken: 1, first: 1, queued: 0 });
  });
});

describe("the company's link", () => {
  test('shows the times and no citizen, uses nothing up by being looked at, and answers once', async () => {
    const { token, citizen } = await coffee();
    for (let n = 0; n < 3; n += 1) {
      const page = await app.anonymous.get<{ state: string; request: { times: unknown[] } }>(`/visit-times/${token}`);
      expect(page).toMatchObject({ status: 200, body: { state: 'open' } });
      expect(page.body.request.times).toHaveLength(3);
      expect(page.text).not.toMatch(new RegExp(`Ida|${citizen.caseRef}|${citizen.id}`));
    }
    expect((await answer(token, { number: 2 })).status).toBe(200);
    expect(await answer(token, { number: 3 })).toMatchObject({ status: 409, body: { code: 'visit-link.agreed' } });
    await deliverOutbox(app, organisation);
    expect((await mailbox(app, organisation)).at(-1)).toMatchObject({ subject: 'Møde aftalt: Ørbæk Prøvebageri' });
    const file = await fetch(`${app.url}/moede/${token}/kalender.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(await file.text()).toMatch(/BEGIN:VEVENT[\s\S]*Kaffemøde/);
  });

  test('two answers at once: one counts', async () => {
    const { token } = await coffee();
    const both = await Promise.all([answer(token, { number: 1 }), answer(token, { number: 2 })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('none of the times: says so to whoever arranged it', async () => {
    const { token } = await coffee();
    expect((await answer(token, { note: 'Vi har inventar den uge' })).body).toEqual({ chosen: null });
    expect(await answer(token, { number: 1 })).toMatchObject({ status: 409, body: { code: 'visit-link.none-fits' } });
    await deliverOutbox(app, organisation);
    expect((await mailbox(app, organisation)).at(-1)?.text).toContain('Vi har inventar den uge');
  });

  test('unknown, late, expired and renewed each say so', async () => {
    expect(await answer('x'.repeat(43), { number: 1 })).toMatchObject({ status: 404, body: { code: 'visit-link.unknown' } });
    const { token } = await coffee();
    expect(await app.anonymous.post(`/visit-times/${token}/renewal`)).toMatchObject({ status: 409, body: { code: 'visit-link.not-expired' } });
    app.clock.advance(6 * 86_400_000);
    expect(await answer(token, { number: 1 })).toMatchObject({ status: 409, body: { code: 'visit-link.late' } });
    app.clock.advance(-6 * 86_400_000);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run("update visit_link set expires_at = $1 where expires_at > $1", [tx.now]));
    expect(await answer(token, { number: 1 })).toMatchObject({ status: 409, body: { code: 'visit-link.expired' } });
    expect((await app.anonymous.post(`/visit-times/${token}/renewal`)).status).toBe(202);
    expect(await answer(token, { number: 1 })).toMatchObject({ status: 409, body: { code: 'visit-link.renewed' } });
    expect((await answer(await linkIn(), { number: 1 })).status).toBe(200);
  });

  test('the page is light and has no scripts; a cancelled meeting says so there and by mail', async () => {
    const { token, visit } = await coffee();
    const page = await (await fetch(`${app.url}/moede/${token}`)).text();
    expect(page.length).toBeLessThan(20_000);
    expect(page).not.toContain('<script');
    expect((await consultant.post(`/visits/${visit.id}/cancellation`, { reason: 'Borgeren er syg', version: visit.version })).status).toBe(200);
    expect(await answer(token, { number: 1 })).toMatchObject({ status: 409, body: { code: 'visit-link.over' } });
    await deliverOutbox(app, organisation);
    const mail = (await mailbox(app, organisation)).at(-1);
    expect(mail).toMatchObject({ to: 'mia@proeve.example', subject: expect.stringContaining('aflyst') });
    expect(mail?.text).not.toContain('syg');
  });
});

describe('the outcome', () => {
  const held = async (): Promise<{ opening: string; visit: Visit }> => {
    const { opening, visit } = await coffee();
    const agreed = await consultant.post<Visit>(`/visits/${visit.id}/time`, { number: 1, version: visit.version });
    expect(agreed).toMatchObject({ status: 200, body: { state: 'agreed' } });
    return { opening, visit: agreed.body };
  };
  const outcome = (visit: Visit, body: object, by = consultant) => by.post<Visit>(`/visits/${visit.id}/outcome`, { version: visit.version, ...body });
  const afterwards = async <T>(work: (by: Client) => Promise<T>): Promise<T> => {
    app.clock.advance(4 * 86_400_000);
    const done = await work(await organisation.signIn('consultant'));
    app.clock.advance(-4 * 86_400_000);
    return done;
  };

  test('not before the meeting, not without a reason, not twice', async () => {
    const { visit } = await held();
    expect(await outcome(visit, { outcome: 'match' })).toMatchObject({ status: 409, body: { code: 'visit.not-held' } });
    await afterwards(async (by) => {
      expect((await outcome(visit, { outcome: 'no_match' }, by)).status).toBe(422);
      const done = await outcome(visit, { outcome: 'no_match', reason: 'Kemien var der ikke' }, by);
      expect(done).toMatchObject({ status: 200, body: { state: 'done', heldUntil: null } });
      expect(await outcome(visit, { outcome: 'match' }, by)).toMatchObject({ status: 412 });
      expect(await outcome(done.body, { outcome: 'match' }, by)).toMatchObject({ status: 409, body: { code: 'visit.over' } });
    });
  });

  test('a match goes on to the placement', async () => {
    const { opening, visit } = await held();
    await afterwards(async (by) => {
      expect(await outcome(visit, { outcome: 'match' }, by)).toMatchObject({ status: 200 });
      const accepted = await by.post(`/reservations/${visit.reservationId}/acceptance`, {});
      expect(accepted.status).toBe(201);
    });
    expect(await ledger(app, organisation, opening)).toMatchObject({ accepted: 1 });
  });

  test('another place: this one is let go, that one reserved', async () => {
    const other = await share(consultant, place, { tasks: 'vaske op' });
    const { opening, visit } = await held();
    await afterwards(async (by) => {
      expect((await outcome(visit, { outcome: 'other_slot', reason: 'Hellere køkkenet' }, by)).status).toBe(422);
      expect(await outcome(visit, { outcome: 'other_slot', reason: 'Hellere køkkenet', openingId: other }, by)).toMatchObject({ status: 200, body: { nextOpeningId: other } });
    });
    expect([await ledger(app, organisation, opening), await ledger(app, organisation, other)]).toMatchObject([{ taken: 0 }, { taken: 1, first: 1 }]);
  });
});

describe('what nobody has seen to', () => {
  interface Task {
    kind: string;
    subjectId: string;
    dueOn: string;
    text: string;
    doneAt: string | null;
  }
  const tasks = async (visit: Visit, by: Client) => (await by.get<{ items: Task[] }>('/tasks?view=open&limit=100')).body.items.filter(({ subjectId }) => subjectId === visit.id);
  const round = () => app.nest.get(RaiseVisitTasks, { strict: false }).run(systemActor(organisation.id));
  const onDay = async (days: number, work: (by: Client) => Promise<void>): Promise<void> => {
    app.clock.advance(days * 86_400_000);
    await work(await organisation.signIn('consultant'));
    app.clock.advance(-days * 86_400_000);
  };

  test('a visit that has been is asked about the day after, once, until its outcome is written', async () => {
    const { visit } = await coffee();
    const agreed = await consultant.post<Visit>(`/visits/${visit.id}/time`, { number: 1, version: visit.version });
    const day = later(3);
    await onDay(3, async (by) => {
      await round();
      expect(await tasks(visit, by)).toEqual([]);
    });
    await onDay(4, async (by) => {
      await Promise.all([round(), round()]);
      expect(await round()).toBe(0);
      expect(await tasks(visit, by)).toEqual([expect.objectContaining({ kind: 'visit-outcome', dueOn: later(0), facts: { day, citizenId: expect.any(String) } })]);
      expect((await tasks(visit, by))[0]?.text).toContain('mangler et udfald');
      expect((await by.post(`/visits/${visit.id}/outcome`, { outcome: 'no_match', reason: 'Hun vil hellere arbejde ude', version: agreed.body.version })).status).toBe(200);
      expect(await tasks(visit, by)).toEqual([]);
      await round();
      expect(await tasks(visit, by)).toEqual([]);
    });
  });

  test('times that all went by without an answer are asked about too, until it is cancelled', async () => {
    const { visit } = await coffee();
    await onDay(6, async (by) => {
      await round();
      expect(await tasks(visit, by)).toMatchObject([{ kind: 'visit-unanswered' }]);
      expect((await by.post(`/visits/${visit.id}/cancellation`, { reason: 'De svarede aldrig', version: visit.version })).status).toBe(200);
      expect(await tasks(visit, by)).toEqual([]);
    });
  });

  test('a reason that names a diagnosis is taken, with advice; one about the work without', async () => {
    const advised = async (reason: string): Promise<string | null> => {
      const { visit } = await coffee();
      const answer = await consultant.post(`/visits/${visit.id}/cancellation`, { reason, version: visit.version });
      expect(answer.status).toBe(200);
      return answer.headers.get('indgang-advice');
    };
    expect(await advised('Borgeren har fået en depression')).toBe('diagnosis-word');
    expect(await advised('Borgeren har fået et andet tilbud')).toBeNull();
  });
});

describe('bad input', () => {
  test.each([
    ['a day that is past', { times: [{ day: '2020-01-01', at: '10:00' }] }],
    ['a day that does not exist', { times: [{ day: '2027-02-30', at: '10:00' }] }],
    ['at night', { times: [{ day: '2026-12-01', at: '02:30' }] }],
    ['too far ahead', { times: [{ day: '2031-01-01', at: '10:00' }] }],
    ['no time at all', { times: [] }],
    ['a coffee meeting about no place', {}],
    ['a taster visit nowhere', { kind: 'taster' }],
  ])('%s', async (_name, more) => {
    expect((await propose((await newCitizen()).id, more)).status).toBe(422);
  });

  test('the same time twice; somebody who may not see the citizen', async () => {
    const { id } = await newCitizen();
    const time = { day: later(3), at: '10:00' };
    expect(await propose(id, { kind: 'taster', workplaceId: place.workplaceId, times: [time, time] })).toMatchObject({ status: 422 });
    expect((await propose(id, { kind: 'taster', workplaceId: place.workplaceId }, colleague)).status).toBe(404);
    expect((await colleague.get(`/citizens/${id}/visits`)).status).toBe(404);
    expect((await propose(id, { kind: 'taster', workplaceId: place.workplaceId })).body).toMatchObject({ state: 'proposed', heldUntil: null });
  });
});
