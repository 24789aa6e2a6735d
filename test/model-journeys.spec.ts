/** Models 1 and 2 over HTTP from the agreement to the closed course, and what the models ask for when an agreement changes. */
import { furnishStaircase } from '#courses';
import { addDays, systemActor } from '#platform';
import { RaiseUpkeepTasks } from '#upkeep';
import { AgreementWriter, type Agreement, type Written } from './support/agreements.js';
import { startApp, type TestApp } from './support/app.js';
import { deliverOutbox } from './support/pool.js';

let app: TestApp;
let writer: AgreementWriter;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  writer = await AgreementWriter.begin(app);
  await app.db.write(systemActor(writer.organisation.id), furnishStaircase);
});

const round = (): Promise<number> => app.nest.get(RaiseUpkeepTasks).run(systemActor(writer.organisation.id));
const tasks = async () => (await writer.client.get<{ items: { kind: string; dueOn: string; subjectId: string }[] }>('/tasks')).body.items;
const kinds = async (): Promise<string[]> => (await tasks()).map(({ kind }) => kind);
const measured = async () => (await writer.client.get<{ agreedDays: number; occupiedDays: number }>('/utilisation')).body;
const first = ({ agreement }: Written) => agreement.slots[0]?.openingId;
const change = (path: string, body: object) => writer.client.put<Agreement>(path, body);

interface Yes {
  readonly id: string;
  readonly courseId: string;
}

/** A citizen of 13 weeks on the agreement's first place: reserved, said yes to, agreed on, begun. */
async function begin(written: Written, citizen: string, asked: string[]): Promise<Yes> {
  const from = writer.today;
  const reserved = await writer.reserve(first(written), citizen, from, addDays(from, 91));
  expect(reserved).toMatchObject({ status: 201, body: { position: 0 } });
  expect(await kinds()).toEqual(asked);
  const { body } = await writer.client.post<Yes>(`/reservations/${reserved.body.id}/acceptance`);
  expect(await kinds()).toEqual([]);
  const path = `/courses/${body.courseId}/placements/${body.id}`;
  const terms = { purpose: 'Prøve køkkenet', agreedWithCitizenOn: from, agreedWithCompanyOn: from, hours: { outcome: 'agreed', minutes: 120, from } };
  expect((await writer.client.post(`${path}/terms`, terms)).status).toBe(201);
  expect((await change(`${path}/start`, {})).status).toBe(200);
  return body;
}

async function close({ courseId }: Yes): Promise<void> {
  const { body } = await writer.client.get<{ version: number }>(`/courses/${courseId}`);
  expect((await change(`/courses/${courseId}/closing`, { outcome: 'ordinary_hours', outcomeNote: 'To timer om ugen', cv: { updatedOn: writer.today }, version: body.version })).status).toBe(204);
  expect((await writer.client.get(`/courses/${courseId}`)).body).toMatchObject({ closedOn: writer.today, thirteenWeeks: { reachedOn: addDays(writer.today, -1) } });
}

describe('from the agreement to the closed course', () => {
  test('model 1: the place is refilled ahead of its end, its days are measured, and it is free again', async () => {
    const written = await writer.inForce();
    const course = await begin(written, 'SAG-MODEL-ET', []);
    expect(await writer.poolOf(written.companyId)).toMatchObject([{ freeFrom: addDays(writer.today, 91) }]);
    await writer.later(70);
    expect(await round()).toBe(1);
    const end = addDays(writer.today, 21);
    expect(await tasks()).toMatchObject([{ kind: 'refill', dueOn: end, subjectId: first(written) }]);
    await writer.later(21);
    await close(course);
    expect(await measured()).toMatchObject({ agreedDays: 91, occupiedDays: 90 });
    expect((await writer.read(written.agreement.id)).slots).toMatchObject([{ state: 'idle', freeFrom: writer.today }]);
    expect((await writer.reserve(first(written), 'SAG-MODEL-ET-NY', writer.today, addDays(writer.today, 28))).status).toBe(201);
    expect(await kinds()).not.toContain('refill');
  });

  test('model 2 made model 1: its days are measured from then on, never those it stood ready', async () => {
    const written = await writer.inForce({ model: 'standing' });
    await writer.later(60);
    const { version } = await writer.read(written.agreement.id);
    expect((await change(`/agreements/${written.agreement.id}/model`, { to: 'fixed_slots', why: 'Altid en i gang', version })).status).toBe(200);
    await writer.later(2);
    expect(await measured()).toMatchObject({ agreedDays: 3, occupiedDays: 0 });
  });

  test('model 2: called at the match, never refilled, never measured', async () => {
    const written = await writer.inForce({ model: 'standing', answerDays: 5 });
    const course = await begin(written, 'SAG-MODEL-TO', ['call-slot']);
    await writer.later(91);
    await round();
    expect(await kinds()).not.toContain('refill');
    await close(course);
    expect(await measured()).toMatchObject({ agreedDays: 0, occupiedDays: 0 });
    expect((await writer.read(written.agreement.id)).slots).toMatchObject([{ state: 'idle' }]);
  });
});

describe('what is asked for follows the agreement at once', () => {
  test('a long pause takes the refill away, its end brings it back, a conversion takes it for good', async () => {
    const { agreement } = await writer.inForce();
    await round();
    expect(await kinds()).toEqual(['refill']);
    const paused = await writer.client.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: writer.today, until: addDays(writer.today, 90), reason: 'Ombygning' });
    await deliverOutbox(app, writer.organisation);
    expect(await kinds()).toEqual([]);
    await writer.later(10);
    const resumed = await change(`/agreements/${agreement.id}/pauses/${paused.body.pauses[0]?.id}/end`, { on: writer.today });
    await deliverOutbox(app, writer.organisation);
    expect(await tasks()).toMatchObject([{ kind: 'refill', dueOn: writer.today }]);
    expect((await change(`/agreements/${agreement.id}/model`, { to: 'standing', why: 'De vil hellere kaldes', version: resumed.body.version })).status).toBe(200);
    await deliverOutbox(app, writer.organisation);
    expect(await kinds()).toEqual([]);
  });

  test('"one in all, among these two" asks for one of them; taken, for none', async () => {
    const { agreement } = await writer.inForce({ totalCap: 1 }, 2);
    expect(await round()).toBe(1);
    const reserved = await writer.reserve(agreement.slots[1]?.openingId, 'SAG-EN-AF-TO', writer.today, addDays(writer.today, 91));
    await writer.accept(reserved.body.id);
    expect(await kinds()).toEqual([]);
    expect(await round()).toBe(0);
  });
});

describe('bad input has its own sentence, and nothing is half-saved', () => {
  test('an end before the start, an impossible day, a place closed under somebody, a second coordinator', async () => {
    const { agreement } = await writer.inForce();
    const until = addDays(writer.today, 40);
    const reserved = await writer.reserve(agreement.slots[0]?.openingId, 'SAG-SIDDER', writer.today, until);
    await writer.accept(reserved.body.id);
    const before = await writer.read(agreement.id);
    const path = `/agreements/${agreement.id}`;
    const patch = (body: object) => writer.client.patch<Agreement>(path, { ...body, version: before.version });
    expect(await patch({ endsOn: before.slots[0]?.startsOn })).toMatchObject({ status: 422, body: { faults: [{ field: 'endsOn' }] } });
    expect(await patch({ endsOn: '2027-02-30' })).toMatchObject({ status: 422, body: { faults: [{ field: 'endsOn' }] } });
    expect(await patch({ endsOn: addDays(writer.today, 5) })).toMatchObject({ status: 409, body: { code: 'agreement.has-placements', earliestEnd: until } });
    expect(await change(`${path}/end`, { endsOn: addDays(writer.today, 5), reason: 'Lukker', version: before.version })).toMatchObject({ status: 409, body: { code: 'agreement.has-placements' } });
    expect(await writer.client.post(`${path}/pauses`, { from: addDays(writer.today, 9), until: addDays(writer.today, 2), reason: 'Ferie' })).toMatchObject({ status: 422, body: { faults: [{ field: 'until' }] } });
    const { id: coordinatorUserId } = writer.organisation.users.consultant ?? { id: '' };
    const both = await patch({ coordinatorUserId, coordinatorMentorId: coordinatorUserId });
    expect(both).toMatchObject({ status: 422, body: { faults: [{ code: 'fault.agreement.one-coordinator' }] } });
    expect(await writer.read(agreement.id)).toEqual(before);
  });
});
