/** Extended, moved, rotated, paused, hours that ramp: over HTTP, as a consultant does it. */
import { formatter } from '#dictionary';
import { addDays } from '#platform';
import { startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { makeCluster } from './support/clusters.js';
import { forCitizen, makeMentor, makePlace, makeSlots, type Reserved, type TestPlace } from './support/pool.js';

interface Placed {
  readonly id: string;
  readonly courseId: string;
  readonly version: number;
}
interface View {
  readonly from: string;
  readonly until: string;
  readonly plannedEnd: string;
  readonly slotId: string | null;
  readonly workplaceId: string;
  readonly state: string;
  readonly courseId: string;
  readonly continuesId: string | null;
  readonly citizenRef: string | null;
  readonly minutesPerWeek: number;
  readonly hours: readonly { readonly from: string; readonly minutesPerWeek: number }[];
  readonly pauses: readonly { readonly id: string; readonly from: string; readonly until: string; readonly reason: string }[];
  readonly version: number;
}
interface Checked {
  readonly possible: boolean;
  readonly mentorName: string | null;
  readonly checks: readonly { readonly code: string; readonly level: string; readonly text: string }[];
}

let app: TestApp;
let organisation: TestOrganisation;
let client: Client;
let today: string;
let place: TestPlace;
const in_ = (days: number): string => addDays(today, days);

beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  client = await organisation.signIn('consultant');
  today = app.clock.today();
  place = await makePlace(app, organisation);
});
afterAll(() => app.close());

/** Reserved and said yes to. */
async function placed(slot: string, from: number, until: number): Promise<Placed> {
  const reserved = await client.post<Reserved>(`/openings/${slot}/reservations`, forCitizen({ from: in_(from), until: in_(until) }));
  expect(reserved.status).toBe(201);
  const accepted = await client.post<Placed>(`/reservations/${reserved.body.id}/acceptance`, {});
  expect(accepted.status).toBe(201);
  return accepted.body;
}
const view = async (id: string): Promise<View> => (await client.get<View>(`/placements/${id}`)).body;
const opening = (id: string) => client.get<{ freeFrom: string; freeUntil: string | null; workplaceId: string }>(`/openings/${id}`).then(({ body }) => body);
const preview = async (id: string, query: Record<string, string>): Promise<Checked> => {
  const answer = await client.get<Checked>(`/placements/${id}/preview?${new URLSearchParams(query).toString()}`);
  expect(answer.status).toBe(200);
  return answer.body;
};
const slots = (count = 1): Promise<string[]> => makeSlots(app, organisation, place, 'fixed_slots', count);

describe('extending', () => {
  it('moves the end, the opening and the version, and is written down', async () => {
    const [slot = ''] = await slots();
    const { id } = await placed(slot, 0, 28);
    const answer = await client.post<View>(`/placements/${id}/extension`, { until: in_(56), version: 1 });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ from: today, until: in_(56), plannedEnd: in_(56), version: 2 });
    expect((await opening(slot)).freeFrom).toBe(in_(56));
    const log = await client.get<{ items: { action: string }[] }>(`/companies/${place.companyId}/timeline`);
    expect(log.body.items.map(({ action }) => action)).toContain('placement.extended');
  });

  it('is refused into the next one, into a reservation, past the agreement, and backwards', async () => {
    const [slot = '', reserved = '', short = ''] = await slots(3);
    const { id } = await placed(slot, 0, 28);
    await placed(slot, 35, 60);
    expect(await client.post(`/placements/${id}/extension`, { until: in_(36), version: 1 })).toMatchObject({ status: 409, body: { code: 'placement.overlap' } });
    expect((await client.post(`/placements/${id}/extension`, { until: in_(35), version: 1 })).status).toBe(201);
    expect(await client.post(`/placements/${id}/extension`, { until: in_(30), version: 2 })).toMatchObject({ status: 409, body: { code: 'placement.not-longer' } });
    const second = await placed(reserved, 0, 28);
    await client.post(`/openings/${reserved}/reservations`, forCitizen({ from: in_(30), until: in_(60) }));
    expect(await preview(second.id, { verb: 'extend', until: in_(31) })).toMatchObject({ possible: false, checks: expect.arrayContaining([expect.objectContaining({ code: 'placement.reserved-there', level: 'conflict' })]) as unknown });
    expect(await client.post(`/placements/${second.id}/extension`, { until: in_(31), version: 1 })).toMatchObject({ status: 409, body: { code: 'placement.reserved-there' } });
    const third = await placed(short, 0, 28);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('update slot set ends_on = $2 where id = $1', [short, in_(40)]));
    expect(await client.post(`/placements/${third.id}/extension`, { until: in_(41), version: 1 })).toMatchObject({ status: 409, body: { code: 'placement.after-agreement' } });
  });

  it('tells of an edit that crossed another', async () => {
    const [slot = ''] = await slots();
    const { id } = await placed(slot, 0, 28);
    await client.post(`/placements/${id}/extension`, { until: in_(29), version: 1 });
    expect(await client.post(`/placements/${id}/extension`, { until: in_(35), version: 1 })).toMatchObject({ status: 412, body: { code: 'edit.stale', current: { until: in_(29), version: 2 } } });
  });
});

describe('moving', () => {
  it('closes the segment and opens the next in the same course; both slots follow', async () => {
    const [old = '', next = ''] = await slots(2);
    const { id, courseId } = await placed(old, 0, 91);
    const shown = await preview(id, { verb: 'move', slotId: next, from: in_(14) });
    expect(shown.possible).toBe(true);
    const moved = await client.post<{ id: string; courseId: string; continuesId: string }>(`/placements/${id}/move`, { slotId: next, from: in_(14), version: 1 });
    expect(moved).toMatchObject({ status: 201, body: { courseId, continuesId: id, slotId: next, from: in_(14), until: in_(91) } });
    expect(await view(id)).toMatchObject({ until: in_(14), slotId: old, courseId, version: 2 });
    expect(await view(moved.body.id)).toMatchObject({ from: in_(14), until: in_(91), slotId: next, courseId, continuesId: id, citizenRef: (await view(id)).citizenRef });
    expect((await opening(old)).freeFrom).toBe(in_(14));
    expect(await opening(next)).toMatchObject({ freeFrom: in_(-30), freeUntil: in_(14) });
    expect(await client.post(`/placements/${id}/extension`, { until: in_(99), version: 2 })).toMatchObject({ body: { code: 'placement.continued' } });
    expect(await client.post(`/placements/${id}/end`, { reason: 'fortrudt' })).toMatchObject({ body: { code: 'placement.continued' } });
  });

  it('to a place that is taken, before it began, after it ends, to where one is: each is told apart', async () => {
    const [old = '', taken = ''] = await slots(2);
    const { id } = await placed(old, 7, 91);
    await placed(taken, 30, 60);
    const move = (body: object) => client.post<{ code: string; detail: string }>(`/placements/${id}/move`, { slotId: taken, from: in_(20), version: 1, ...body });
    expect(await move({})).toMatchObject({ status: 409, body: { code: 'placement.overlap' } });
    expect(await move({ from: in_(3) })).toMatchObject({ status: 409, body: { code: 'placement.before-start' } });
    expect(await move({ from: in_(91) })).toMatchObject({ status: 409, body: { code: 'placement.after-end' } });
    expect(await move({ slotId: old })).toMatchObject({ status: 409, body: { code: 'placement.same-place' } });
    expect(await move({ from: in_(60), until: in_(60) })).toMatchObject({ status: 409, body: { code: 'placement.end-before-start' } });
    expect(await move({ slotId: undefined })).toMatchObject({ status: 422 });
    expect((await move({ from: in_(60) })).status).toBe(201);
    expect(await view(id)).toMatchObject({ from: in_(7), until: in_(60) });
  });

  it('before it began, the whole placement is at the new place', async () => {
    const [old = '', next = ''] = await slots(2);
    const { id } = await placed(old, 7, 91);
    expect((await client.post(`/placements/${id}/move`, { slotId: next, from: in_(7), version: 1 })).status).toBe(201);
    expect(await view(id)).toMatchObject({ state: 'cancelled', from: in_(7), until: in_(91) });
    expect((await opening(old)).freeFrom).toBe(in_(-30));
  });

  it('takes hours and pauses along', async () => {
    const [old = '', next = ''] = await slots(2);
    const { id } = await placed(old, 0, 91);
    await client.put(`/placements/${id}/hours`, { steps: [{ from: in_(0), minutesPerWeek: 300 }, { from: in_(28), minutesPerWeek: 600 }], version: 1 });
    await client.post(`/placements/${id}/pauses`, { from: in_(10), until: in_(20), reason: 'Ferie', version: 2 });
    const moved = await client.post<{ id: string }>(`/placements/${id}/move`, { slotId: next, from: in_(14), version: 3 });
    expect(await view(moved.body.id)).toMatchObject({ minutesPerWeek: 300, hours: [{ from: in_(28), minutesPerWeek: 600 }], pauses: [{ from: in_(14), until: in_(20) }] });
    expect(await view(id)).toMatchObject({ hours: [{ from: in_(0), minutesPerWeek: 300 }], pauses: [{ from: in_(10), until: in_(14) }] });
  });

  it('of two who want the same place at once, one gets it', async () => {
    const [a = '', b = '', wanted = ''] = await slots(3);
    const both = await Promise.all([placed(a, 0, 91), placed(b, 0, 91)]);
    const answers = await Promise.all(both.map(({ id }) => client.post(`/placements/${id}/move`, { slotId: wanted, from: in_(14), version: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'placement.overlap' });
  });
});

describe('rotating in a cluster', () => {
  let members: TestPlace[];
  beforeAll(async () => {
    members = await Promise.all(['Bageren', 'Boghandleren', 'Blomsten'].map((name) => makePlace(app, organisation, { name })));
    for (const member of members.slice(0, 2)) await makeMentor(app, organisation, member, null, 9);
  });

  it('goes on at another member: a free slot there, else the pooled one comes along', async () => {
    const [one, two] = members as [TestPlace, TestPlace];
    const { slots: [slot = ''] } = await makeCluster(app, organisation, members, { slots: 1 });
    const { id, courseId } = await placed(slot, 0, 91);
    const shown = await preview(id, { verb: 'rotate', workplaceId: two.workplaceId, from: in_(28) });
    expect(shown).toMatchObject({ possible: true, mentorName: 'Mia Prøvementor' });
    expect(shown.checks.map(({ code, level }) => `${level} ${code}`)).toEqual([
      'ok placement.after-agreement',
      'ok placement.overlap',
      'ok agreement.mentor-needed',
      'warning placement.mentor-untrained',
      'ok placement.mentor-full',
      'warning placement.new-workplace',
      'warning ratio.unknown',
    ]);
    const rotated = await client.post<{ id: string }>(`/placements/${id}/rotation`, { workplaceId: two.workplaceId, from: in_(28), version: 1 });
    expect(rotated).toMatchObject({ status: 201, body: { courseId, slotId: slot, workplaceId: two.workplaceId } });
    const back = await client.post(`/placements/${rotated.body.id}/rotation`, { workplaceId: one.workplaceId, from: in_(56), version: 1 });
    expect(back).toMatchObject({ status: 201, body: { courseId, slotId: slot, workplaceId: one.workplaceId, until: in_(91) } });
    expect((await opening(slot)).freeFrom).toBe(in_(91));
  });

  it('keeps the course and its 13 weeks', async () => {
    const { slots: [slot = ''] } = await makeCluster(app, organisation, members, { slots: 1 });
    const { id, courseId } = await placed(slot, 0, 91);
    const hours = { outcome: 'agreed', minutes: 120, from: in_(28) };
    const terms = { purpose: 'Finde ud af, om butik er det rette', agreedWithCitizenOn: today, agreedWithCompanyOn: today, hours };
    expect((await client.post(`/courses/${courseId}/placements/${id}/terms`, terms)).status).toBe(201);
    expect((await client.put(`/courses/${courseId}/placements/${id}/start`)).status).toBe(200);
    const weeks = async () => (await client.get<{ thirteenWeeks: object; segments: { state: string }[] }>(`/courses/${courseId}`)).body;
    const before = await weeks();
    expect(before.thirteenWeeks).toMatchObject({ expectedOn: in_(90) });
    const { version } = await view(id);
    expect((await client.post(`/placements/${id}/rotation`, { workplaceId: members[1]?.workplaceId, from: in_(28), version })).status).toBe(201);
    const after = await weeks();
    expect(after.thirteenWeeks).toEqual(before.thirteenWeeks);
    expect(after.segments.map(({ state }) => state)).toEqual(['running', 'planned']);

    const lost = async (query: Record<string, string>) => (await preview(id, query)).checks.filter(({ code }) => code === 'course.weeks-lost');
    expect(await lost({ verb: 'pause', from: in_(10), until: in_(12) })).toMatchObject([{ level: 'warning', text: expect.stringContaining(formatter('da').formatDate(in_(90))) as unknown }]);
    const colleague = await organisation.signIn('colleague');
    expect((await colleague.get<Checked>(`/placements/${id}/preview?verb=pause&from=${in_(10)}&until=${in_(12)}`)).body.checks).toEqual([]);
    const { id: short, courseId: other } = await placed((await slots())[0] ?? '', 1, 29);
    expect((await client.get<{ thirteenWeeks: object }>(`/courses/${other}`)).body.thirteenWeeks).toMatchObject({ expectedOn: null });
    expect((await preview(short, { verb: 'pause', from: in_(10), until: in_(12) })).checks).toEqual([]);
  });

  it('is refused to a stranger, to a workplace without a mentor, without a slot and over the cap', async () => {
    const [one, two, three] = members as [TestPlace, TestPlace, TestPlace];
    const { slots: [slot = '', other = ''] } = await makeCluster(app, organisation, members, { slots: 2, pooled: false, cap: 1 });
    const { id } = await placed(slot, 0, 91);
    const rotate = (workplaceId: string, of = id) => client.post<{ code: string }>(`/placements/${of}/rotation`, { workplaceId, from: in_(28), version: 1 });
    expect(await rotate(place.workplaceId)).toMatchObject({ status: 409, body: { code: 'placement.not-a-member' } });
    expect(await rotate(one.workplaceId)).toMatchObject({ status: 409, body: { code: 'placement.same-place' } });
    expect(await rotate(three.workplaceId)).toMatchObject({ status: 409, body: { code: 'placement.no-slot-there' } });
    await placed(other, 0, 91);
    expect(await rotate(two.workplaceId)).toMatchObject({ status: 409, body: { code: 'placement.no-slot-there' } });
    const pool = await makeCluster(app, organisation, members, { slots: 2, cap: 1 });
    const [pooled, there] = [await placed(pool.slots[0] ?? '', 0, 91), await placed(pool.slots[1] ?? '', 0, 91)];
    expect(await rotate(three.workplaceId, pooled.id)).toMatchObject({ status: 409, body: { code: 'agreement.mentor-needed' } });
    expect(await rotate(two.workplaceId, pooled.id)).toMatchObject({ status: 409, body: { code: 'placement.cap-reached' } });
    expect((await client.post(`/placements/${there.id}/end`, { on: in_(28), reason: 'flyttet' })).status).toBe(201);
    expect((await rotate(two.workplaceId, pooled.id)).status).toBe(201);
  });

  it('keeps a workplace in the cluster, and its cap, while somebody who rotated is there', async () => {
    const { slots: [slot = '', other = ''], agreementId } = await makeCluster(app, organisation, members, { slots: 2 });
    const [{ id }] = [await placed(slot, 0, 91), await placed(other, 0, 91)];
    expect((await client.post(`/placements/${id}/rotation`, { workplaceId: members[1]?.workplaceId, from: in_(28), version: 1 })).status).toBe(201);
    const { body } = await client.get<{ version: number }>(`/agreements/${agreementId}`);
    const change = (workplaces: object[]) => client.patch(`/agreements/${agreementId}`, { workplaces, version: body.version });
    const stands = { status: 409, body: { code: 'agreement.workplace-has-trainees' } };
    expect(await change(members.map(({ workplaceId }) => ({ workplaceId, slotCap: 1 })))).toMatchObject(stands);
    await app.db.touch({ organisationId: organisation.id }, (tx) => tx.run('update slot set workplace_id = $2 where id = $1', [other, members[0]?.workplaceId]));
    expect(await change(members.filter((_, n) => n !== 1).map(({ workplaceId }) => ({ workplaceId })))).toMatchObject(stands);
  });

  it('says nothing of clusters where there is none', async () => {
    const [slot = ''] = await slots();
    const { id } = await placed(slot, 0, 28);
    expect(await client.post(`/placements/${id}/rotation`, { workplaceId: members[0]?.workplaceId, from: in_(7), version: 1 })).toMatchObject({ status: 409, body: { code: 'placement.not-a-member' } });
  });
});

describe('pausing and hours', () => {
  it('pauses, refuses a second pause on the same days, and ends one early', async () => {
    const [slot = ''] = await slots();
    const { id } = await placed(slot, 0, 91);
    const paused = await client.post<View>(`/placements/${id}/pauses`, { from: in_(7), until: in_(14), reason: 'Sommerferie', version: 1 });
    expect(paused).toMatchObject({ status: 201, body: { pauses: [{ from: in_(7), until: in_(14), reason: 'Sommerferie' }], version: 2 } });
    const again = (from: number, until: number) => client.post<{ code: string }>(`/placements/${id}/pauses`, { from: in_(from), until: in_(until), reason: 'mere', version: 2 });
    expect(await again(13, 15)).toMatchObject({ status: 409, body: { code: 'placement.pause-twice' } });
    expect(await again(80, 92)).toMatchObject({ status: 409, body: { code: 'placement.pause-too-long' } });
    expect(await again(-1, 3)).toMatchObject({ status: 409, body: { code: 'placement.before-start' } });
    expect(await again(20, 20)).toMatchObject({ status: 409, body: { code: 'placement.end-before-start' } });
    const pause = paused.body.pauses[0]?.id ?? '';
    expect(await client.post(`/placements/${id}/pauses/${pause}/end`, { on: in_(10) })).toMatchObject({ status: 201, body: { pauses: [{ from: in_(7), until: in_(10) }] } });
    expect(await client.post(`/placements/${id}/pauses/${pause}/end`, { on: in_(10) })).toMatchObject({ status: 409, body: { code: 'placement.not-paused' } });
  });

  it('ramps the weekly hours, and refuses two steps on a day and one after the end', async () => {
    const [slot = ''] = await slots();
    const { id } = await placed(slot, 0, 91);
    const ramp = (steps: object[], version = 1) => client.put<View>(`/placements/${id}/hours`, { steps, version });
    const [first, later] = [{ from: in_(0), minutesPerWeek: 300 }, { from: in_(28), minutesPerWeek: 600 }];
    expect(await ramp([first, { ...later, from: in_(0) }])).toMatchObject({ status: 409, body: { code: 'placement.hours-twice' } });
    expect(await ramp([first, { ...later, from: in_(91) }])).toMatchObject({ status: 409, body: { code: 'placement.after-end' } });
    expect(await ramp([first, later])).toMatchObject({ status: 200, body: { hours: [first, later], version: 2 } });
    expect(await ramp([], 2)).toMatchObject({ status: 200, body: { hours: [], version: 3 } });
  });
});
