/** What the four models ask for over time, over HTTP: refills, calls, offers and matches that are over. */
import { furnishOrganisation } from '#companies';
import { furnishStaircase } from '#courses';
import { addDays, systemActor } from '#platform';
import { EscalateTasks } from '#tasks';
import { RaiseUpkeepTasks } from '#upkeep';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, forCitizen, mailbox, makeMentor, makePlace, makeSlots, share, type Reserved, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let manager: Client;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app.close());
beforeEach(async () => {
  organisation = await app.makeOrganisation();
  await app.db.write(systemActor(organisation.id), async (tx) => {
    await furnishOrganisation(tx);
    await furnishStaircase(tx);
  });
  await signIn();
});

const signIn = async (): Promise<unknown> => ([consultant, manager] = await Promise.all([organisation.signIn(), organisation.signIn('manager')]));
/** Days go by, or back; sessions do not last that long. */
async function later(days: number): Promise<void> {
  app.clock.advance(days * 86_400_000);
  await signIn();
}
const round = (): Promise<number> => app.nest.get(RaiseUpkeepTasks).run(systemActor(organisation.id));
const escalate = (): Promise<number> => app.nest.get(EscalateTasks).run(systemActor(organisation.id));

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly subjectId: string;
  readonly dueOn: string;
  readonly doneAt: string | null;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
}
const tasks = async (client: Client = consultant, view = 'mine'): Promise<readonly Listed[]> => (await client.get<{ items: Listed[] }>(`/tasks?view=${view}`)).body.items;
const kinds = async (client?: Client, view?: string): Promise<string[]> => (await tasks(client, view)).map(({ kind }) => kind);

const today = (): string => app.clock.today();
async function reserve(openingId: string, more: object = {}): Promise<Reserved> {
  const answer = await consultant.post<Reserved>(`/openings/${openingId}/reservations`, forCitizen({ from: today(), until: addDays(today(), 56), ...more }));
  expect(answer.status).toBe(201);
  return answer.body;
}
async function place(openingId: string, more: object = {}): Promise<string> {
  const { id } = await reserve(openingId, more);
  const answer = await consultant.post<{ id: string }>(`/reservations/${id}/acceptance`);
  expect(answer.status).toBe(201);
  return answer.body.id;
}
async function slotOf(model: 'fixed_slots' | 'standing'): Promise<{ slot: string; at: TestPlace }> {
  const at = await makePlace(app, organisation);
  await makeMentor(app, organisation, at, 'mentor@proeve.example', 5);
  const [slot = ''] = await makeSlots(app, organisation, at, model);
  return { slot, at };
}

describe('model 1: refill', () => {
  test('ahead of the planned end, once, through rounds that run twice, two workers and a clock that jumps', async () => {
    const { slot } = await slotOf('fixed_slots');
    await place(slot);
    expect(await round()).toBe(0);
    await later(34);
    expect(await round()).toBe(0);
    await later(1);
    const raised = await Promise.all([round(), round()]);
    expect(raised[0] + raised[1]).toBe(1);
    const end = addDays(today(), 21);
    expect(await tasks()).toMatchObject([{ kind: 'refill', subjectId: slot, dueOn: end, facts: { emptyFrom: end } }]);
    await later(400);
    await round();
    await later(-430);
    await round();
    await later(30);
    expect(await round()).toBe(0);
    expect(await kinds()).toEqual(['refill']);
  });

  test('settled by a reservation, raised anew when it comes to nothing, settled by the placement', async () => {
    const { slot } = await slotOf('fixed_slots');
    expect(await round()).toBe(1);
    const { id } = await reserve(slot);
    expect(await kinds()).toEqual([]);
    expect((await consultant.post(`/reservations/${id}/decline`, { reason: 'Travlt lige nu' })).status).toBe(204);
    expect(await kinds()).toEqual(['refill']);
    await place(slot);
    expect(await kinds()).toEqual([]);
    expect(await round()).toBe(0);
  });

  test('taken away by an extension, back when the placement ends on that very day after all; done when somebody says so', async () => {
    const { slot } = await slotOf('fixed_slots');
    const [placement, end] = [await place(slot), addDays(today(), 56)];
    await later(40);
    expect(await round()).toBe(1);
    expect((await consultant.post(`/placements/${placement}/extension`, { until: addDays(end, 60), version: 1 })).status).toBe(201);
    expect(await kinds()).toEqual([]);
    expect((await consultant.post(`/placements/${placement}/end`, { on: end, reason: 'Som aftalt' })).status).toBe(201);
    expect(await tasks()).toMatchObject([{ kind: 'refill', subjectId: slot, dueOn: end }]);
    for (const { id, version } of await tasks()) expect((await consultant.post(`/tasks/${id}/completion`, { version })).status).toBe(201);
    expect([await round(), await kinds()]).toEqual([0, []]);
  });

  test('at once on an early stop, due that day', async () => {
    const { slot } = await slotOf('fixed_slots');
    const placement = await place(slot);
    await later(10);
    expect((await consultant.post(`/placements/${placement}/end`, { reason: 'Flytter' })).status).toBe(201);
    expect(await tasks()).toMatchObject([{ kind: 'refill', subjectId: slot, dueOn: today() }]);
  });

  test('whoever waits in the queue moves up at an early stop: nothing to refill', async () => {
    const { slot } = await slotOf('fixed_slots');
    const first = await reserve(slot);
    await reserve(slot, { reason: 'venter gerne' });
    expect((await consultant.post(`/reservations/${first.id}/decline`, { reason: 'Travlt' })).status).toBe(204);
    expect(await kinds()).toEqual([]);
  });

  test('escalates to a manager once, even while it is put off; then done by hand it stays done', async () => {
    const { slot } = await slotOf('fixed_slots');
    await round();
    const [task] = await tasks();
    const put = await consultant.send('PUT', `/tasks/${task?.id}/snooze`, { until: addDays(today(), 20), version: task?.version });
    expect(put).toMatchObject({ status: 200, body: { snoozedUntil: addDays(today(), 20) } });
    expect(await kinds()).toEqual([]);
    expect(await kinds(manager)).toEqual([]);
    expect(await escalate()).toBe(0);
    await later(7);
    expect((await Promise.all([escalate(), escalate()])).sort()).toEqual([0, 1]);
    expect(await kinds(manager)).toEqual(['refill']);
    expect(await kinds(manager, 'escalated')).toEqual(['refill']);
    expect(await kinds()).toEqual([]);
    const [now] = await tasks(manager);
    expect((await manager.post(`/tasks/${now?.id}/completion`, { version: 1 })).status).toBe(412);
    expect(await manager.post(`/tasks/${now?.id}/completion`, { note: 'Vi lader den stå', version: now?.version })).toMatchObject({ status: 201, body: { doneNote: 'Vi lader den stå' } });
    expect(await manager.post(`/tasks/${now?.id}/completion`, { version: now?.version })).toMatchObject({ status: 409, body: { code: 'task.done' } });
    await round();
    expect(await kinds(manager, 'open')).toEqual([]);
    expect(slot).not.toBe('');
  });

  test('the card counts the needs that would fit, and names nobody', async () => {
    const { slot } = await slotOf('fixed_slots');
    await round();
    const day = await consultant.get<{ tasks: { kind: string; subjectId: string; needs: unknown }[] }>('/my-day');
    expect(day.body.tasks).toMatchObject([{ kind: 'refill', subjectId: slot, needs: { waiting: 0, goals: 0 } }]);
  });

  test('utilisation: occupied of agreed slot-days, and how long a place stands empty', async () => {
    const { slot } = await slotOf('fixed_slots');
    await slotOf('standing');
    const placement = await place(slot);
    await later(10);
    await consultant.post(`/placements/${placement}/end`, { reason: 'Flytter' });
    await later(9);
    const from = addDays(today(), -19);
    const used = await manager.get<{ agreedDays: number; occupiedDays: number; items: { slots: unknown[] }[] }>(`/utilisation?from=${from}`);
    expect(used.body).toMatchObject({ agreedDays: 20, occupiedDays: 10, share: 0.5, items: [{ slots: [{ id: slot, vacantDays: 10, emptySince: addDays(from, 10) }] }] });
    expect(used.body.items).toHaveLength(1);
    expect((await manager.get(`/utilisation?from=${today()}&until=${today()}`)).status).toBe(400);
  });
});

describe('model 2: called, and asked about', () => {
  test('a match asks the company to call, with its answer time; never a refill', async () => {
    const { slot } = await slotOf('standing');
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(`update agreement set answer_days = 20 where model = 'standing'`));
    expect(await round()).toBe(0);
    const { id, expiresAt } = await reserve(slot);
    const due = addDays(today(), 20);
    expect(expiresAt.slice(0, 10)).toBe(due);
    expect(await tasks()).toMatchObject([{ kind: 'call-slot', subjectId: id, dueOn: due }]);
    expect(await round()).toBe(0);
    await deliverOutbox(app, organisation);
    const [mail] = (await mailbox(app, organisation)).filter(({ to }) => to === 'mentor@proeve.example');
    expect(mail?.text).toContain('forhåndsaftale');
    expect((await consultant.post(`/reservations/${id}/acceptance`)).status).toBe(201);
    expect(await kinds()).toEqual([]);
    await later(200);
    await round();
    expect(await kinds()).not.toContain('refill');
  });

  test('is the offer still good? once per six months, whatever the clock does; the answer sets the next', async () => {
    const { slot } = await slotOf('standing');
    await later(100);
    expect(await round()).toBe(0);
    await later(100);
    expect((await Promise.all([round(), round()])).sort()).toEqual([0, 1]);
    const [task] = await tasks();
    expect(task).toMatchObject({ kind: 'offer-question' });
    await later(-50);
    await round();
    await later(300);
    await round();
    expect(await kinds()).toEqual(['offer-question']);
    const path = `/agreements/${task?.subjectId}`;
    expect(await consultant.post(`${path}/offer-answers`, { answer: 'changed', note: 'Kun formiddage' })).toMatchObject({ status: 201, body: { answers: [{ answer: 'changed', note: 'Kun formiddage' }] } });
    expect(await kinds()).toEqual([]);
    expect(await round()).toBe(0);
    expect((await consultant.get<{ askOn: string }>(`${path}/offer`)).body.askOn > addDays(today(), 175)).toBe(true);
    await later(185);
    expect(await round()).toBe(1);
    expect(await consultant.post(`${path}/offer-answers`, { answer: 'ended' })).toMatchObject({ status: 201, body: { askOn: null } });
    await later(400);
    expect(await round()).toBe(0);
    expect(slot).not.toBe('');
  });

  test('model 1 is not asked about', async () => {
    await slotOf('fixed_slots');
    const { body } = await consultant.get<{ items: { id: string }[] }>('/agreements');
    expect(await consultant.post(`/agreements/${body.items[0]?.id}/offer-answers`, { answer: 'good' })).toMatchObject({ status: 409, body: { code: 'offer.not-standing' } });
  });
});

describe('model 3: born with its match', () => {
  const agreed = (): object => ({ contactUserId: organisation.users.consultant?.id, followUpWeeks: 2, followUpPlan: 'Besøg hver anden uge' });

  async function shared(): Promise<{ opening: string; at: TestPlace }> {
    const at = await makePlace(app, organisation);
    await makeMentor(app, organisation, at, 'mentor@proeve.example');
    return { opening: await share(consultant, at), at };
  }

  test('in the same transaction as the yes, with contact person and plan; it adds no capacity', async () => {
    const { opening } = await shared();
    const { id } = await reserve(opening);
    expect((await consultant.post(`/reservations/${id}/acceptance`, { agreement: { ...agreed(), followUpPlan: ' ' } })).status).toBe(422);
    expect((await consultant.post(`/reservations/${id}/acceptance`, { agreement: { ...agreed(), contactUserId: id } })).status).toBe(422);
    expect((await consultant.get<{ items: unknown[] }>('/agreements')).body.items).toEqual([]);
    const yes = await consultant.post<{ agreementId: string }>(`/reservations/${id}/acceptance`, { agreement: agreed() });
    expect(yes.status).toBe(201);
    const agreement = await consultant.get<{ activatedAt: string | null }>(`/agreements/${yes.body.agreementId}`);
    expect(agreement.body).toMatchObject({ model: 'match_driven', bornOfReservationId: id, refill: false, slots: [], followUpWeeks: 2, followUpPlan: 'Besøg hver anden uge' });
    expect(agreement.body.activatedAt).not.toBeNull();
    // One number a place may have of its own, for the mentor who is there; of what was promised there is nothing.
    const board = await consultant.get<{ cells: Record<string, unknown>[] }>('/capacity/board');
    expect(board.body.cells.flatMap(({ committed, callable }) => Object.values({ ...(committed as object), ...(callable as object) })).filter((n) => n !== 0)).toEqual([]);
    expect(await round()).toBe(0);
  });

  test('at the end: thank, close or convert, asked once, and never a refill', async () => {
    const { opening } = await shared();
    const { id } = await reserve(opening);
    const yes = await consultant.post<{ id: string; agreementId: string }>(`/reservations/${id}/acceptance`, { agreement: agreed() });
    await later(30);
    expect(await round()).toBe(0);
    await later(26);
    expect((await Promise.all([round(), round()])).sort()).toEqual([0, 1]);
    expect(await tasks()).toMatchObject([{ kind: 'match-over', subjectId: yes.body.agreementId }]);
    await later(300);
    await round();
    await later(-300);
    await round();
    expect(await kinds()).toEqual(['match-over']);
    expect((await consultant.post(`/agreements/${yes.body.agreementId}/thanks`)).status).toBe(204);
    expect(await round()).toBe(0);
    expect(await kinds()).toEqual([]);
  });

  test('an early stop asks at once; closing the agreement settles it', async () => {
    const { opening } = await shared();
    const { id } = await reserve(opening);
    const yes = await consultant.post<{ id: string; agreementId: string }>(`/reservations/${id}/acceptance`, { agreement: agreed() });
    await later(5);
    expect((await consultant.post(`/placements/${yes.body.id}/end`, { reason: 'Fik job' })).status).toBe(201);
    expect(await tasks()).toMatchObject([{ kind: 'match-over', subjectId: yes.body.agreementId, dueOn: today() }]);
    const { body } = await consultant.get<{ version: number }>(`/agreements/${yes.body.agreementId}`);
    const ended = await consultant.put(`/agreements/${yes.body.agreementId}/end`, { endsOn: addDays(today(), 1), reason: 'Slut for nu', version: body.version });
    expect(ended.status).toBeLessThan(300);
    await deliverOutbox(app, organisation);
    expect(await kinds()).toEqual([]);
  });

  test('a place that belongs to an agreement bears none', async () => {
    const { slot } = await slotOf('fixed_slots');
    const { id } = await reserve(slot);
    expect(await consultant.post(`/reservations/${id}/acceptance`, { agreement: agreed() })).toMatchObject({ status: 409, body: { code: 'agreement.on-a-slot' } });
  });
});

test("another organisation's tasks are nobody's here", async () => {
  await slotOf('fixed_slots');
  await round();
  const [task] = await tasks();
  const other = await (await app.makeOrganisation('Jobcenter Andetsteds')).signIn('manager');
  expect(await kinds(other, 'open')).toEqual([]);
  expect((await other.get(`/tasks/${task?.id}`)).status).toBe(404);
  expect((await other.post(`/tasks/${task?.id}/completion`, { version: 1 })).status).toBe(404);
});
