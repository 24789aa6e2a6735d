import { ApplyDueChanges } from '#agreements';
import { furnishOrganisation } from '#companies';
import { addDays, systemActor } from '#platform';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, mailbox } from './support/pool.js';

interface Slot {
  id: string;
  number: number;
  freeFrom: string | null;
  openingId: string | null;
  endsOn: string | null;
  startsOn: string;
}
interface Agreement {
  id: string;
  model: string;
  state: string;
  title: string;
  endsOn: string | null;
  versionNumber: number | null;
  coming: { number: number; validFrom: string } | null;
  pauses: { id: string; from: string; until: string }[];
  acceptance: { state: string; number: number; name: string } | null;
  slots: Slot[];
  version: number;
  code: string;
  faults: { field: string; code: string }[];
}
interface Version {
  number: number;
  validFrom: string;
  state: string;
  why: string | null;
  acceptedBy: string | null;
  content: { title: string; slots: unknown[] };
  difference: { fields: string[]; slotsAdded: unknown[]; slotsClosed: unknown[] } | null;
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let today: string;
let made = 0;
beforeAll(async () => {
  app = await startApp();
  today = app.clock.today();
  organisation = await app.makeOrganisation();
  await app.db.write(systemActor(organisation.id), furnishOrganisation);
  consultant = await organisation.signIn();
});
afterAll(() => app.close());

const slotAt = (workplaceId: string, more: object = {}) => ({ workplaceId, tasks: 'Pakke brød', minutesPerWeek: 600, pathToHours: 'Timer i weekenden', ...more });
const read = async (id: string): Promise<Agreement> => (await consultant.get<Agreement>(`/agreements/${id}`)).body;
const versions = async (id: string): Promise<Version[]> => (await consultant.get<{ items: Version[] }>(`/agreements/${id}/versions`)).body.items;

/** A draft of model 1 that lacks nothing. */
async function whole(more: object = {}, count = 1): Promise<{ agreement: Agreement; companyId: string; workplaceId: string; otherId: string }> {
  made += 1;
  const { body } = await consultant.post<{ id: string; workplaceId: string }>('/companies', { name: `Livsvirksomhed ${made}`, workplace: { street: `Algade ${made}`, postalCode: '5800' } });
  const other = await consultant.post<{ id: string }>(`/companies/${body.id}/workplaces`, { street: `Strandvej ${made}`, postalCode: '5000' });
  const mentor = await consultant.post<{ id: string }>(`/workplaces/${body.workplaceId}/mentors`, { name: 'Mette Mentor', accepts: 2 });
  const agreement = await consultant.post<Agreement>('/agreements', {
    model: 'fixed_slots', companyId: body.id, workplaces: [{ workplaceId: body.workplaceId }], mentorIds: [mentor.body.id], slots: [slotAt(body.workplaceId, { count })], ...more,
  });
  return { agreement: agreement.body, companyId: body.id, workplaceId: body.workplaceId, otherId: other.body.id };
}
async function inForce(more: object = {}, count = 1): Promise<Awaited<ReturnType<typeof whole>>> {
  const draft = await whole(more, count);
  return { ...draft, agreement: (await consultant.put<Agreement>(`/agreements/${draft.agreement.id}/activation`)).body };
}
const reserve = (openingId: string | null | undefined, citizenRef: string, from: string, until: string): Promise<Answer<{ id: string; code: string; position: number }>> =>
  consultant.post(`/openings/${openingId}/reservations`, { citizenRef, targetGroup: 'LAB6-02', reason: 'Vil gerne i køkken', from, until });
const accept = (id: string): Promise<Answer<{ id: string }>> => consultant.post(`/reservations/${id}/acceptance`);
const poolOf = async (companyId: string) => (await consultant.get<{ openings: { id: string; freeFrom: string }[] }>(`/companies/${companyId}`)).body.openings;

describe('versions', () => {
  it('keep what was in force: activation is the first, each change the next, and nothing changed makes none', async () => {
    const { agreement } = await inForce();
    expect(agreement.versionNumber).toBe(1);
    const changed = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { terms: 'Frokost er med.', version: agreement.version });
    const same = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { terms: 'Frokost er med.', version: changed.body.version });
    expect(same.body.versionNumber).toBe(2);
    const [second, first] = await versions(agreement.id);
    expect([second?.state, first?.state]).toEqual(['in-force', 'past']);
    const page = await consultant.get<Version>(`/agreements/${agreement.id}/versions/2`);
    expect(page.body.difference).toMatchObject({ fields: ['terms'], slotsAdded: [], slotsClosed: [] });
    expect((await consultant.get<Version>(`/agreements/${agreement.id}/versions/1`)).body.difference).toBeNull();
    expect((await consultant.get(`/agreements/${agreement.id}/versions/9`)).status).toBe(404);
  });

  it('come by date: a change from a later day waits, counts for nothing until then, and is in force once however often the round runs', async () => {
    const { agreement, workplaceId } = await inForce();
    const from = addDays(today, 10);
    const change = { from, why: 'Ny afdeling åbner', steps: [{ do: 'terms', change: { title: 'Brødrene i byen' } }, { do: 'add-slots', slots: [slotAt(workplaceId, { tasks: 'Gøre rent' })] }] };
    const planned = await consultant.post<Agreement>(`/agreements/${agreement.id}/versions`, change);
    expect(planned.status).toBe(201);
    expect(planned.body).toMatchObject({ title: agreement.title, coming: { number: 2, validFrom: from }, versionNumber: 1 });
    expect(planned.body.slots).toHaveLength(1);
    expect((await consultant.get<Version>(`/agreements/${agreement.id}/versions/2`)).body).toMatchObject({ state: 'coming', content: { title: 'Brødrene i byen' }, difference: { fields: ['title'] } });
    expect((await consultant.post<Agreement>(`/agreements/${agreement.id}/versions`, change)).body.code).toBe('agreement.change-coming');
    const round = app.nest.get(ApplyDueChanges);
    await round.run(systemActor(organisation.id));
    expect((await read(agreement.id)).versionNumber).toBe(1);
    app.clock.advance(10 * 86_400_000);
    consultant = await organisation.signIn();
    today = app.clock.today();
    await Promise.all([round.run(systemActor(organisation.id)), round.run(systemActor(organisation.id))]);
    const after = await read(agreement.id);
    expect(after).toMatchObject({ title: 'Brødrene i byen', versionNumber: 2, coming: null });
    expect(after.slots.map(({ startsOn }) => startsOn)).toContain(from);
    expect(after.slots).toHaveLength(2);
  });

  it('can be taken back before their day, and stay in the history', async () => {
    const { agreement } = await inForce();
    await consultant.post(`/agreements/${agreement.id}/versions`, { from: addDays(today, 5), why: 'Tanke', steps: [{ do: 'terms', change: { terms: 'Nyt' } }] });
    const back = await consultant.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' });
    expect(back.body.coming).toBeNull();
    expect((await versions(agreement.id)).map(({ state }) => state)).toEqual(['withdrawn', 'in-force']);
    expect((await consultant.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Igen' })).body.code).toBe('agreement.nothing-coming');
  });

  it.each([
    ['a day gone by', () => addDays(today, -1), 'fault.agreement.past-day'],
    ['the day it has ended', () => addDays(today, 40), 'fault.agreement.after-end'],
  ])('do not begin on %s', async (_, from, code) => {
    const { agreement } = await inForce({ endsOn: addDays(today, 40) });
    const { body, status } = await consultant.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: from(), why: 'Prøve', steps: [{ do: 'terms', change: { terms: 'x' } }] });
    expect([status, body.faults?.[0]?.code ?? body.code]).toEqual([422, code]);
  });

  it('what can no longer be done on its day stays as it was, and the contact person gets one task', async () => {
    const { agreement } = await inForce({}, 2);
    const [slot] = agreement.slots;
    await consultant.post(`/agreements/${agreement.id}/versions`, { from: addDays(today, 3), why: 'Færre', steps: [{ do: 'close-slot', slotId: slot?.id }] });
    const reserved = await reserve(slot?.openingId, 'SAG-STUCK', today, addDays(today, 30));
    await accept(reserved.body.id);
    app.clock.advance(3 * 86_400_000);
    consultant = await organisation.signIn();
    today = app.clock.today();
    const round = app.nest.get(ApplyDueChanges);
    await round.run(systemActor(organisation.id));
    await round.run(systemActor(organisation.id));
    expect((await read(agreement.id)).slots.filter(({ endsOn }) => endsOn === null)).toHaveLength(2);
    const tasks = await app.db.read({ organisationId: organisation.id }, (tx) => tx.rows('select facts from task where kind = $1 and subject_id = $2', ['agreement-change-stuck', agreement.id]));
    expect(tasks).toMatchObject([{ facts: { code: 'slot.has-placements' } }]);
  });
});

describe('a pause', () => {
  it('takes the places out of the pool for its days, and they come back', async () => {
    const { agreement, companyId } = await inForce();
    const until = addDays(today, 14);
    const paused = await consultant.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: today, until, reason: 'Ombygning' });
    expect(paused).toMatchObject({ status: 201, body: { state: 'paused', pauses: [{ from: today, until }] } });
    expect(await poolOf(companyId)).toMatchObject([{ freeFrom: until }]);
    const early = await reserve(agreement.slots[0]?.openingId, 'SAG-PAUSE', addDays(today, 2), addDays(today, 60));
    expect(early.body.code).toBe('reservation.outside-opening');
    expect((await consultant.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: addDays(today, 7), until: addDays(today, 9), reason: 'Igen' })).body.code).toBe('agreement.pause-overlap');
    const resumed = await consultant.put<Agreement>(`/agreements/${agreement.id}/pauses/${paused.body.pauses[0]?.id}/end`, { on: today });
    expect(resumed.body).toMatchObject({ state: 'active', pauses: [] });
    expect(await poolOf(companyId)).toMatchObject([{ freeFrom: today }]);
    expect((await consultant.put<Agreement>(`/agreements/${agreement.id}/pauses/${paused.body.pauses[0]?.id}/end`, { on: today })).body.code).toBe('agreement.pause-over');
  });

  it.each([
    ['begins on a day gone by', () => ({ from: addDays(today, -1), until: addDays(today, 5) }), 'fault.agreement.past-day'],
    ['ends before it begins', () => ({ from: addDays(today, 5), until: addDays(today, 5) }), 'fault.agreement.dates'],
  ])('is refused when it %s', async (_, days, code) => {
    const { agreement } = await inForce();
    const { body } = await consultant.post<Agreement>(`/agreements/${agreement.id}/pauses`, { ...days(), reason: 'Prøve' });
    expect(body.faults[0]?.code).toBe(code);
  });

  it('is nothing for a draft', async () => {
    const { agreement } = await whole();
    expect((await consultant.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: today, until: addDays(today, 5), reason: 'Prøve' })).body.code).toBe('agreement.not-in-force');
  });
});

describe('renewal and the list', () => {
  it('an agreement that ends soon goes on, with its places', async () => {
    const { agreement, companyId } = await inForce({ endsOn: addDays(today, 20) });
    expect(agreement.state).toBe('ending');
    const renew = (endsOn: string | null, version: number) => consultant.put<Agreement>(`/agreements/${agreement.id}/renewal`, { endsOn, why: 'Går godt', version });
    expect((await renew(addDays(today, 20), agreement.version)).body.faults[0]?.code).toBe('fault.agreement.not-later');
    const renewed = await renew(null, agreement.version);
    expect(renewed.body).toMatchObject({ state: 'active', endsOn: null, versionNumber: 2 });
    expect((await renew(null, renewed.body.version)).body.faults[0]?.code).toBe('fault.agreement.has-no-end');
    const listed = await consultant.get<{ items: { id: string; state: string }[] }>(`/agreements?companyId=${companyId}&state=active`);
    expect(listed.body.items).toMatchObject([{ id: agreement.id, state: 'active' }]);
  });

  it('an end that was decided can be taken back until its day', async () => {
    const { agreement } = await inForce();
    const ended = await consultant.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(today, 10), reason: 'Flytter', version: agreement.version });
    expect(ended.body.state).toBe('ending');
    const renewed = await consultant.put<Agreement>(`/agreements/${agreement.id}/renewal`, { endsOn: addDays(today, 100), why: 'Flytter ikke', version: ended.body.version });
    expect(renewed.body).toMatchObject({ state: 'active', endsOn: addDays(today, 100), slots: [{ endsOn: addDays(today, 100) }] });
  });

  it.each(['draft', 'awaiting', 'coming', 'paused', 'ending', 'ended'])('lists what is %s as its page says', async (state) => {
    const { agreement, companyId } = await ({
      draft: () => whole(),
      awaiting: () => whole(),
      coming: () => inForce({ startsOn: addDays(today, 4) }),
      paused: () => inForce(),
      ending: () => inForce({ endsOn: addDays(today, 30) }),
      ended: () => inForce(),
    }[state] ?? whole)();
    if (state === 'awaiting') await consultant.post(`/agreements/${agreement.id}/acceptance-requests`, { name: 'Kim Chef', email: 'kim@firma.example' });
    if (state === 'paused') await consultant.post(`/agreements/${agreement.id}/pauses`, { from: today, until: addDays(today, 3), reason: 'Ferie' });
    if (state === 'ended') await consultant.put(`/agreements/${agreement.id}/end`, { endsOn: addDays(agreement.slots[0]?.startsOn ?? today, 1), reason: 'Slut', version: agreement.version });
    if (state === 'ended') app.clock.advance(86_400_000);
    consultant = await organisation.signIn();
    today = app.clock.today();
    expect((await read(agreement.id)).state).toBe(state);
    const listed = await consultant.get<{ items: { id: string; state: string }[] }>(`/agreements?companyId=${companyId}&state=${state}`);
    expect(listed.body.items).toMatchObject([{ id: agreement.id, state }]);
  });
});

describe('conversion', () => {
  it('carries the places where the model promises places, under its rules, and keeps the history', async () => {
    const { agreement, companyId, workplaceId, otherId } = await inForce();
    const convert = (body: object, version: number) => consultant.put<Agreement>(`/agreements/${agreement.id}/model`, { why: 'Vi prøver noget andet', version, ...body });
    expect((await convert({ to: 'fixed_slots' }, agreement.version)).body.code).toBe('agreement.same-model');
    expect((await convert({ to: 'match_driven' }, agreement.version)).body.code).toBe('agreement.needs-match');
    const standing = await convert({ to: 'standing', answerDays: 5 }, agreement.version);
    expect(standing.body).toMatchObject({ model: 'standing', callable: true, answerDays: 5, refill: false, versionNumber: 2 });
    expect(await poolOf(companyId)).toMatchObject([{ model: 'standing' }]);
    const cluster = { to: 'cluster', cluster: { name: 'Algades butikker', kind: 'geographic' }, slotPooling: 'pooled' };
    expect((await convert(cluster, standing.body.version)).body.code).toBe('agreement.needs-two-workplaces');
    const both = [{ workplaceId }, { workplaceId: otherId }];
    expect((await convert({ ...cluster, workplaces: both }, standing.body.version)).body.code).toBe('agreement.needs-coordinator');
    const { id: coordinatorUserId } = organisation.users.consultant ?? { id: '' };
    const clustered = await convert({ ...cluster, workplaces: both, coordinatorUserId }, standing.body.version);
    expect(clustered.body).toMatchObject({ model: 'cluster', companyId: null, cluster: { name: 'Algades butikker' }, slotPooling: 'pooled', refill: true, answerDays: null });
    const alone = await convert({ to: 'fixed_slots' }, clustered.body.version);
    expect(alone.body).toMatchObject({ model: 'fixed_slots', companyId, cluster: null, slotPooling: null, versionNumber: 4 });
    expect((await versions(agreement.id)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('to match-driven ends the places, and needs a match of its own', async () => {
    const { agreement, companyId } = await inForce({}, 2);
    const reserved = await reserve(agreement.slots[0]?.openingId, 'SAG-MATCH', addDays(today, 1), addDays(today, 30));
    await accept(reserved.body.id);
    const to = { to: 'match_driven', bornOfReservationId: reserved.body.id, why: 'Kun denne ene', version: agreement.version };
    expect((await consultant.put<Agreement>(`/agreements/${agreement.id}/model`, to)).body.code).toBe('agreement.has-placements');
    expect((await poolOf(companyId)).length).toBeGreaterThan(0);
    expect((await read(agreement.id)).model).toBe('fixed_slots');
  });
});

describe('a total cap', () => {
  it('"2 in all, among these 3": the third is refused for the same days, whatever slot, and let in on others', async () => {
    const { agreement } = await inForce({}, 3);
    const capped = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 2, version: agreement.version });
    expect(capped.status).toBe(200);
    const [one, two, three] = capped.body.slots;
    const [from, until] = [addDays(today, 7), addDays(today, 40)];
    const first = await reserve(one?.openingId, 'SAG-LOFT-A', from, until);
    expect((await reserve(two?.openingId, 'SAG-LOFT-B', from, until)).status).toBe(201);
    expect(await reserve(three?.openingId, 'SAG-LOFT-C', addDays(from, 20), addDays(until, 20))).toMatchObject({ status: 409, body: { code: 'agreement.total-full' } });
    expect((await reserve(three?.openingId, 'SAG-LOFT-C', until, addDays(until, 30))).status).toBe(201);
    const below = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 1, version: capped.body.version });
    expect(below.body.code).toBe('agreement.total-below-taken');
    expect((await accept(first.body.id)).status).toBe(201);
  });

  it('a full agreement leaves the pool until somebody ends', async () => {
    const { agreement, companyId } = await inForce({}, 2);
    const capped = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 1, version: agreement.version });
    const until = addDays(today, 30);
    const first = await reserve(capped.body.slots[0]?.openingId, 'SAG-FULD', today, until);
    await accept(first.body.id);
    expect((await poolOf(companyId)).map(({ freeFrom }) => freeFrom)).toEqual([until, until]);
  });

  it('twenty at once never get more than the cap', async () => {
    const { agreement } = await inForce({}, 8);
    const capped = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 4, version: agreement.version });
    const [from, until] = [addDays(today, 7), addDays(today, 40)];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, nth) =>
        consultant.post<{ position: number }>(`/openings/${capped.body.slots[nth % 8]?.openingId}/reservations`, { citizenRef: `SAG-KAP-${'abcdefghijklmnopqrstuvwx'[nth]}`, targetGroup: 'LAB6-02', reason: 'Vil gerne', from, until, queue: false }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });
});

describe('acceptance by the company', () => {
  const tokenFor = async (): Promise<string> => {
    await deliverOutbox(app, organisation);
    return /\/aftale\/([\w-]{43})/.exec((await mailbox(app, organisation)).filter(({ text }) => text.includes('/aftale/')).at(-1)?.text ?? '')?.[1] ?? '';
  };
  const ask = (id: string) => consultant.post<Agreement>(`/agreements/${id}/acceptance-requests`, { name: 'Kim Chef', email: 'kim@firma.example' });
  const look = async (token: string) => (await app.anonymous.get<{ state: string; content: { title: string } | null }>(`/agreement-links/${token}`)).body;
  const yes = (token: string) => app.anonymous.post<{ number: number; code: string }>(`/agreement-links/${token}/acceptance`, { name: 'Kim Chef' });

  it('by link: reading uses nothing up, yes puts the draft in force, and the version is kept', async () => {
    const { agreement } = await whole();
    expect((await ask(agreement.id)).body.state).toBe('awaiting');
    const token = await tokenFor();
    expect(await look(token)).toMatchObject({ state: 'open', content: { title: agreement.title } });
    expect(await look(token)).toMatchObject({ state: 'open' });
    expect((await yes(token)).body.number).toBe(1);
    expect(await read(agreement.id)).toMatchObject({ state: 'active', versionNumber: 1, acceptance: { state: 'accepted', number: 1, name: 'Kim Chef' } });
    expect((await versions(agreement.id))[0]).toMatchObject({ acceptedBy: 'Kim Chef', state: 'in-force' });
    expect(await yes(token)).toMatchObject({ status: 409, body: { code: 'agreement-link.used' } });
    expect(await deliverOutbox(app, organisation)).toContain('mail.agreement-accepted');
    expect((await yes('x'.repeat(43))).status).toBe(404);
  });

  it('a changed draft, a newer mail and a late link each say so; the late one asks for a new one', async () => {
    const { agreement } = await whole();
    await ask(agreement.id);
    const old = await tokenFor();
    await consultant.patch(`/agreements/${agreement.id}`, { terms: 'Rettet', version: agreement.version });
    expect(await look(old)).toEqual(expect.objectContaining({ state: 'changed', content: null }));
    expect((await yes(old)).body.code).toBe('agreement-link.changed');
    await ask(agreement.id);
    const token = await tokenFor();
    expect((await yes(old)).body.code).toBe('agreement-link.over');
    expect((await app.anonymous.post<{ code: string }>(`/agreement-links/${token}/renewal`)).body.code).toBe('agreement-link.not-expired');
    app.clock.advance(31 * 86_400_000);
    expect((await yes(token)).body.code).toBe('agreement-link.expired');
    expect((await app.anonymous.post(`/agreement-links/${token}/renewal`)).status).toBe(204);
    const fresh = await tokenFor();
    expect((await look(token)).state).toBe('renewed');
    expect((await yes(fresh)).status).toBe(201);
    consultant = await organisation.signIn();
    today = app.clock.today();
    expect((await read(agreement.id)).state).toBe('active');
  });

  it('a draft that lacks something is not sent; on behalf needs a reason and puts it in force', async () => {
    const { agreement } = await whole({ mentorIds: [] });
    expect((await ask(agreement.id)).body.code).toBe('agreement.needs-mentor');
    const { agreement: other } = await whole();
    expect((await consultant.put(`/agreements/${other.id}/acceptance`, { name: 'Kim Chef' })).status).toBe(422);
    const accepted = await consultant.put<Agreement>(`/agreements/${other.id}/acceptance`, { name: 'Kim Chef', reason: 'Skrev under på papir' });
    expect(accepted.body).toMatchObject({ state: 'active', acceptance: { state: 'accepted', name: 'Kim Chef', onBehalfReason: 'Skrev under på papir' } });
  });

  it('of two that press at once one is first', async () => {
    const { agreement } = await whole();
    await ask(agreement.id);
    const token = await tokenFor();
    const answers = await Promise.all([yes(token), yes(token), yes(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe('terms', () => {
  it('keep what the company wants, and pay is said whole', async () => {
    const { agreement, companyId } = await inForce();
    const change = (body: object, version = agreement.version) => consultant.patch<Agreement>(`/agreements/${agreement.id}`, { version, ...body });
    expect((await change({ mentorPayOre: 15_000 })).body.faults.map(({ field }) => field)).toEqual(['mentorPayMinutes', 'mentorPayFrom']);
    const contact = organisation.users.consultant?.id;
    expect((await change({ contactUserId: contact, deputyUserId: contact })).body.faults[0]?.code).toBe('fault.agreement.deputy-is-contact');
    expect((await change({ targetGroupCodes: ['findes-ikke'] })).body.faults[0]?.field).toBe('targetGroupCodes');
    const pay = { mentorPayOre: 15_000, mentorPayMinutes: 120, mentorPayFrom: today, mentorPayUntil: addDays(today, 91) };
    const kept = await change({ ...pay, targetGroupCodes: ['LAB6-02'], requestsPerMonth: 2, minutesPerWeek: 600, followUpWeeks: 2 });
    expect(kept.body).toMatchObject({ ...pay, targetGroupCodes: ['LAB6-02'], requestsPerMonth: 2, minutesPerWeek: 600 });
    await reserve(kept.body.slots[0]?.openingId, 'SAG-MAANED', today, addDays(today, 30));
    expect((await consultant.get(`/companies/${companyId}/requests-this-month`)).body).toEqual({ asked: 1, limit: 2 });
  });

  it('appetite: the newest word counts, a workplace has its own, and "not now" needs a reason', async () => {
    const { companyId, workplaceId } = await whole();
    const set = (body: object) => consultant.post<{ items: object[]; faults: { field: string }[] }>(`/companies/${companyId}/appetite`, body);
    expect((await set({ light: 'not_now' })).body.faults[0]?.field).toBe('reason');
    await set({ light: 'maybe' });
    await set({ light: 'offering', reason: 'Vil gerne have to mere' });
    const both = await set({ light: 'not_now', reason: 'Ombygning', workplaceId });
    expect(both.body.items).toMatchObject([{ light: 'offering', workplaceId: null }, { light: 'not_now', workplaceId, setOn: today }]);
  });
});
