import { furnishOrganisation } from '#companies';
import { addDays, systemActor } from '#platform';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './support/app.js';

type Slot = { id: string; number: number; workplaceId: string; state: string; freeFrom: string | null; openingId: string | null; version: number };
interface Agreement {
  id: string;
  state: string;
  title: string;
  callable: boolean;
  refill: boolean;
  endsOn: string | null;
  slots: Slot[];
  mentors: { id: string }[];
  missing: { code: string; text: string }[];
  warnings: { code: string; text: string }[];
  version: number;
  code: string;
  reasons: string[];
  faults: { field: string; code: string }[];
  earliestEnd: string;
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

async function company(): Promise<{ companyId: string; workplaceId: string; otherId: string }> {
  made += 1;
  const { body } = await consultant.post<{ id: string; workplaceId: string }>('/companies', { name: `Aftalevirksomhed ${made}`, workplace: { street: `Algade ${made}`, postalCode: '5800' } });
  const other = await consultant.post<{ id: string }>(`/companies/${body.id}/workplaces`, { street: `Strandvej ${made}`, postalCode: '5000' });
  return { companyId: body.id, workplaceId: body.workplaceId, otherId: other.body.id };
}

const mentorAt = async (workplaceId: string): Promise<string> =>
  (await consultant.post<{ id: string }>(`/workplaces/${workplaceId}/mentors`, { name: 'Mette Mentor', email: 'mette@firma.example', accepts: 2 })).body.id;
const slotAt = (workplaceId: string, more: object = {}) => ({ workplaceId, tasks: 'Pakke brød og dække borde', minutesPerWeek: 600, pathToHours: 'Timer i weekenden', ...more });
const draft = (body: object): Promise<Answer<Agreement>> => consultant.post<Agreement>('/agreements', body);
const activate = (id: string): Promise<Answer<Agreement>> => consultant.put<Agreement>(`/agreements/${id}/activation`);
const poolSlots = async (companyId: string) => (await consultant.get<{ openings: { id: string; model: string; freeFrom: string }[] }>(`/companies/${companyId}`)).body.openings;

/** An agreement of model 1 in force with one slot. */
async function inForce(more: object = {}): Promise<{ agreement: Agreement; slot: Slot; companyId: string; workplaceId: string; otherId: string }> {
  const places = await company();
  const mentor = await mentorAt(places.workplaceId);
  const { body } = await draft({ model: 'fixed_slots', companyId: places.companyId, workplaces: [{ workplaceId: places.workplaceId }], mentorIds: [mentor], slots: [slotAt(places.workplaceId)], ...more });
  const agreement = (await activate(body.id)).body;
  const [slot] = agreement.slots;
  if (!slot) throw new Error('the agreement has no slot');
  return { ...places, agreement, slot };
}

async function place(openingId: string | null, citizenRef: string, from: string): Promise<{ id: string; reservationId: string; until: string }> {
  const reserved = await consultant.post<{ id: string }>(`/openings/${openingId}/reservations`, { citizenRef, targetGroup: 'LAB6-02', reason: 'Vil gerne i køkken', from, until: addDays(from, 91) });
  expect(reserved.status).toBe(201);
  const accepted = await consultant.post<{ id: string; reservationId: string; until: string }>(`/reservations/${reserved.body.id}/acceptance`);
  expect(accepted.status).toBe(201);
  return accepted.body;
}

describe('model 1, fixed slots', () => {
  it('waits for a named mentor and a slot; in force its slots stand in the pool by themselves', async () => {
    const { companyId, workplaceId } = await company();
    const { body } = await draft({ model: 'fixed_slots', companyId, workplaces: [{ workplaceId }] });
    expect(body).toMatchObject({ state: 'draft', refill: true, callable: false });
    expect(body.missing.map(({ code }) => code)).toEqual(['agreement.needs-mentor', 'agreement.needs-slot']);
    const early = await activate(body.id);
    expect(early).toMatchObject({ status: 409, body: { code: 'agreement.needs-mentor', title: 'Virksomheden skal udpege mindst én mentor, før aftalen kan træde i kraft.', reasons: ['needs-mentor', 'needs-slot'] } });
    const withSlots = await consultant.post<Agreement>(`/agreements/${body.id}/slots`, { slots: [slotAt(workplaceId, { count: 2 })] });
    expect(await poolSlots(companyId)).toEqual([]);
    await consultant.patch(`/agreements/${body.id}`, { mentorIds: [await mentorAt(workplaceId)], version: withSlots.body.version });
    const active = await activate(body.id);
    expect(active.body).toMatchObject({ state: 'active', warnings: [{ code: 'agreement.untrained-mentor' }] });
    expect(active.body.slots.map(({ number, state }) => [number, state])).toEqual([[1, 'idle'], [2, 'idle']]);
    expect((await poolSlots(companyId)).map(({ model, freeFrom }) => [model, freeFrom])).toEqual([['fixed_slots', today], ['fixed_slots', today]]);
    expect((await activate(body.id)).status).toBe(200);
    expect(await poolSlots(companyId)).toHaveLength(2);
    const history = await consultant.get<{ items: { action: string }[] }>(`/agreements/${body.id}/history`);
    expect(history.body.items.map(({ action }) => action)).toEqual(['agreement.activated', 'agreement.changed', 'slot.added', 'agreement.created']);
  });

  it('warns above nine slots and lets them be', async () => {
    const { agreement, workplaceId } = await inForce();
    const many = await consultant.post<Agreement>(`/agreements/${agreement.id}/slots`, { slots: [slotAt(workplaceId, { count: 9 })] });
    expect(many.status).toBe(201);
    expect(many.body.warnings.map(({ code }) => code)).toContain('agreement.many-slots');
  });

  it('cannot lose its only mentor while in force', async () => {
    const { agreement } = await inForce();
    const refused = await consultant.patch<Agreement>(`/agreements/${agreement.id}`, { mentorIds: [], version: agreement.version });
    expect(refused).toMatchObject({ status: 409, body: { code: 'agreement.needs-mentor' } });
  });
});

describe('model 2, standing agreement', () => {
  it('needs no mentor to be in force; its slots are callable and never asked to be refilled', async () => {
    const { companyId, workplaceId } = await company();
    const { body } = await draft({ model: 'standing', companyId, workplaces: [{ workplaceId }], slots: [slotAt(workplaceId)], refill: true, callNoticeDays: 5 });
    const active = await activate(body.id);
    expect(active.body).toMatchObject({ state: 'active', callable: true, refill: false, warnings: [{ code: 'agreement.mentor-at-first-match' }] });
    expect(await poolSlots(companyId)).toMatchObject([{ model: 'standing' }]);
  });

  it('asks for the mentor at the first match', async () => {
    const { companyId, workplaceId } = await company();
    const { body } = await draft({ model: 'standing', companyId, workplaces: [{ workplaceId }], slots: [slotAt(workplaceId)] });
    const [slot] = (await activate(body.id)).body.slots;
    const reserved = await consultant.post<{ id: string }>(`/openings/${slot?.openingId}/reservations`, { citizenRef: 'S-1', targetGroup: 'LAB6-02', reason: 'Passer godt' });
    expect(await consultant.post(`/reservations/${reserved.body.id}/acceptance`)).toMatchObject({ status: 409, body: { code: 'agreement.mentor-needed' } });
    await mentorAt(workplaceId);
    expect((await consultant.post(`/reservations/${reserved.body.id}/acceptance`)).status).toBe(201);
  });
});

describe('model 3, match-driven', () => {
  it('cannot be written without its match, and never holds slots', async () => {
    const { companyId, workplaceId } = await company();
    const base = { model: 'match_driven', companyId, workplaces: [{ workplaceId }] };
    expect(await draft(base)).toMatchObject({ status: 409, body: { code: 'agreement.needs-match' } });
    const opening = await consultant.post<{ id: string }>('/openings', { workplaceId, tasks: 'Lagerarbejde', places: 1 });
    const mentor = await mentorAt(workplaceId);
    const match = await place(opening.body.id, 'M-1', today);
    const planless = { ...base, bornOfReservationId: match.reservationId, mentorIds: [mentor] };
    expect(await draft(planless)).toMatchObject({ status: 409, body: { code: 'agreement.needs-follow-up-plan' } });
    const born = { ...planless, followUpWeeks: 2, followUpPlan: 'Vi ringer hver anden uge', deputyUserId: null, totalCap: null };
    expect(await draft({ ...born, contactUserId: null })).toMatchObject({ status: 409, body: { code: 'agreement.needs-contact-person' } });
    expect(await draft({ ...born, slots: [slotAt(workplaceId)] })).toMatchObject({ status: 409, body: { code: 'agreement.promises-no-slots' } });
    const { body } = await draft(born);
    const without = await consultant.patch<{ version: number }>(`/agreements/${body.id}`, { followUpPlan: null, version: body.version });
    expect(await activate(body.id)).toMatchObject({ status: 409, body: { reasons: ['needs-follow-up-plan'] } });
    await consultant.patch(`/agreements/${body.id}`, { followUpPlan: 'Vi ringer', version: without.body.version });
    const active = await activate(body.id);
    expect(active.body).toMatchObject({ state: 'active', refill: false, slots: [], followUpWeeks: 2, followUpPlan: 'Vi ringer' });
    for (const [field, code] of [['followUpPlan', 'needs-follow-up-plan'], ['contactUserId', 'needs-contact-person']]) {
      expect(await consultant.patch(`/agreements/${body.id}`, { [field ?? '']: null, version: active.body.version })).toMatchObject({ body: { code: `agreement.${code}` } });
    }
    expect(await draft(born)).toMatchObject({ status: 409, body: { code: 'agreement.match-used' } });
    expect(await poolSlots(companyId)).toMatchObject([{ model: null }]);
  });

  it('an unanswered reservation is no match', async () => {
    const { companyId, workplaceId } = await company();
    const opening = await consultant.post<{ id: string }>('/openings', { workplaceId, tasks: 'Lagerarbejde', places: 1 });
    const reserved = await consultant.post<{ id: string }>(`/openings/${opening.body.id}/reservations`, { citizenRef: 'M-2', targetGroup: 'LAB6-02', reason: 'Kan starte nu' });
    expect(await draft({ model: 'match_driven', companyId, workplaces: [{ workplaceId }], bornOfReservationId: reserved.body.id })).toMatchObject({ status: 409, body: { code: 'agreement.needs-match' } });
  });
});

describe('model 4, cluster', () => {
  const cluster = { name: 'Bymidten', kind: 'geographic' };

  it('spans companies, needs two workplaces and one coordinator', async () => {
    const [one, two] = [await company(), await company()];
    const base = { model: 'cluster', cluster, workplaces: [{ workplaceId: one.workplaceId }], slots: [slotAt(one.workplaceId)] };
    expect(await draft(base)).toMatchObject({ status: 409, body: { code: 'agreement.needs-pooling' } });
    const { body } = await draft({ ...base, slotPooling: 'pooled', refill: false });
    expect(body).toMatchObject({ title: 'Bymidten', refill: false });
    expect(await activate(body.id)).toMatchObject({ status: 409, body: { reasons: ['needs-two-workplaces', 'needs-coordinator'] } });
    const changed = await consultant.patch<Agreement>(`/agreements/${body.id}`, {
      workplaces: [{ workplaceId: one.workplaceId }, { workplaceId: two.workplaceId, slotCap: 1 }],
      coordinatorUserId: organisation.users.colleague?.id,
      version: body.version,
    });
    expect(changed.status).toBe(200);
    const active = await activate(body.id);
    expect(active.body).toMatchObject({ state: 'active', warnings: [{ code: 'agreement.workplace-without-mentor' }] });
  });

  it('moves a pooled slot between members, within the cap', async () => {
    const [one, two] = [await company(), await company()];
    const members = [{ workplaceId: one.workplaceId }, { workplaceId: two.workplaceId, slotCap: 1 }];
    const { body } = await draft({ model: 'cluster', cluster, slotPooling: 'pooled', workplaces: members, coordinatorUserId: organisation.users.consultant?.id, slots: [slotAt(one.workplaceId, { count: 2 })] });
    const [first, second] = (await activate(body.id)).body.slots as [Slot, Slot];
    const move = ({ id, version }: Slot, workplaceId: string) => consultant.put<Agreement>(`/slots/${id}/workplace`, { workplaceId, version });
    expect((await move(first, two.workplaceId)).status).toBe(200);
    expect(await poolSlots(two.companyId)).toHaveLength(1);
    expect(await move(second, two.workplaceId)).toMatchObject({ status: 409, body: { code: 'agreement.workplace-full' } });
    expect(await move(second, one.otherId)).toMatchObject({ status: 422, body: { faults: [{ field: 'workplaceId' }] } });
    const { slot, otherId } = await inForce();
    expect(await move(slot, otherId)).toMatchObject({ status: 409, body: { code: 'slot.not-pooled' } });
  });
});

describe('slots', () => {
  it('are free from the day after a placement, and back at once when it stops', async () => {
    const { slot, agreement, companyId } = await inForce();
    const placement = await place(slot.openingId, 'P-1', today);
    const page = await consultant.get<Agreement>(`/agreements/${agreement.id}`);
    expect(page.body.slots).toMatchObject([{ state: 'occupied', occupiedUntil: placement.until, freeFrom: placement.until }]);
    expect(await poolSlots(companyId)).toMatchObject([{ freeFrom: placement.until }]);
    await consultant.post(`/placements/${placement.id}/end`, { on: addDays(today, 7), reason: 'Fik arbejde' });
    expect(await poolSlots(companyId)).toMatchObject([{ freeFrom: addDays(today, 7) }]);
  });

  it('carry their words and their workplace’s place into the pool', async () => {
    const { slot, companyId, workplaceId } = await inForce();
    const { items } = (await consultant.get<{ items: { id: string; nameDa: string }[] }>('/considerations')).body;
    await consultant.patch(`/slots/${slot.id}`, { tasks: 'Sortere vasketøj', considerationIds: [items[0]?.id], version: slot.version });
    const { body } = await consultant.get<{ version: number }>(`/workplaces/${workplaceId}`);
    await consultant.patch(`/workplaces/${workplaceId}`, { postalCode: '5000', version: body.version });
    expect(await poolSlots(companyId)).toMatchObject([{ tasks: 'Sortere vasketøj' }]);
    const opening = await consultant.get<{ municipalityCode: string; considerationIds: string[] }>(`/openings/${slot.openingId}`);
    expect(opening.text).toContain('0461');
    expect(opening.text).toContain(items[0]?.id);
  });

  it('close on a day, but not under a placement, and not the last one', async () => {
    const { slot, agreement, workplaceId, companyId } = await inForce();
    const more = await consultant.post<Agreement>(`/agreements/${agreement.id}/slots`, { slots: [slotAt(workplaceId)] });
    const placement = await place(slot.openingId, 'P-2', today);
    const close = (each: Slot, endsOn: string) => consultant.put<Agreement>(`/slots/${each.id}/end`, { endsOn, version: each.version });
    expect(await close(slot, addDays(today, 1))).toMatchObject({ status: 409, body: { code: 'slot.has-placements', earliestEnd: placement.until } });
    const second = more.body.slots[1] as Slot;
    expect((await close(second, today)).body.slots[1]).toMatchObject({ state: 'ended', freeFrom: null });
    expect(await poolSlots(companyId)).toHaveLength(1);
    const alone = await inForce();
    for (const day of [today, addDays(today, 3)]) expect(await close(alone.slot, day)).toMatchObject({ status: 409, body: { code: 'agreement.needs-slot' } });
    // In one change another may take its place, whichever is written first.
    const steps = [{ do: 'close-slot', slotId: alone.slot.id }, { do: 'add-slots', slots: [slotAt(alone.workplaceId)] }];
    expect((await consultant.post(`/agreements/${alone.agreement.id}/versions`, { from: today, why: 'Andre opgaver', steps })).status).toBe(201);
  });
});

describe('ending an agreement', () => {
  it('takes its slots out of the pool, with a reason', async () => {
    const { agreement, companyId } = await inForce();
    const ended = await consultant.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(today, 1), reason: 'Virksomheden flytter', version: agreement.version });
    expect(ended.body).toMatchObject({ endsOn: addDays(today, 1), endReason: 'Virksomheden flytter', slots: [{ state: 'idle' }] });
    expect(await poolSlots(companyId)).toMatchObject([{ freeFrom: today, freeUntil: addDays(today, 1) }]);
    expect(await consultant.put(`/agreements/${agreement.id}/end`, { endsOn: addDays(today, 2), reason: 'igen', version: ended.body.version })).toMatchObject({ status: 409, body: { code: 'agreement.ended' } });
  });

  it('is refused under a placement, with the day from which it can end; then it can', async () => {
    const { agreement, slot } = await inForce();
    const placement = await place(slot.openingId, 'P-3', today);
    const end = (endsOn: string, version = agreement.version) => consultant.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn, reason: 'Slut', version });
    expect(await end(addDays(today, 10))).toMatchObject({ status: 409, body: { code: 'agreement.has-placements', earliestEnd: placement.until } });
    expect((await end(placement.until)).status).toBe(200);
  });

  it('is refused under a reservation, and to whoever saw an older version', async () => {
    const { agreement, slot } = await inForce();
    await consultant.post(`/openings/${slot.openingId}/reservations`, { citizenRef: 'P-4', targetGroup: 'LAB6-02', reason: 'Passer godt' });
    const end = (version: number) => consultant.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(today, 10), reason: 'Slut', version });
    expect(await end(agreement.version)).toMatchObject({ status: 409, body: { code: 'agreement.has-reservations' } });
    expect(await end(agreement.version + 5)).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
  });
});

describe('bad input', () => {
  it.each([
    ['a workplace of another company', (here: { companyId: string; otherId: string }, there: { workplaceId: string }) => ({ model: 'standing', companyId: here.companyId, workplaces: [{ workplaceId: there.workplaceId }] }), 'workplaces', 'fault.agreement.other-company'],
    ['no company', (here: { workplaceId: string }) => ({ model: 'standing', workplaces: [{ workplaceId: here.workplaceId }] }), 'companyId', 'fault.required'],
    ['a cluster without its name', (here: { workplaceId: string }) => ({ model: 'cluster', slotPooling: 'pooled', workplaces: [{ workplaceId: here.workplaceId }] }), 'cluster', 'fault.required'],
    ['an end before its start', (here: { companyId: string; workplaceId: string }) => ({ model: 'standing', companyId: here.companyId, workplaces: [{ workplaceId: here.workplaceId }], startsOn: '2026-12-01', endsOn: '2026-12-01' }), 'endsOn', 'fault.agreement.dates'],
    ['a slot at a workplace outside it', (here: { companyId: string; workplaceId: string; otherId: string }) => ({ model: 'standing', companyId: here.companyId, workplaces: [{ workplaceId: here.workplaceId }], slots: [slotAt(here.otherId)] }), 'workplaceId', 'fault.agreement.not-a-member'],
    ['an unknown model', (here: { companyId: string; workplaceId: string }) => ({ model: 'fifth', companyId: here.companyId, workplaces: [{ workplaceId: here.workplaceId }] }), 'model', 'fault.form'],
  ])('%s is refused by its field', async (_, body, field, code) => {
    const refused = await draft(body(await company(), await company()));
    expect(refused.status).toBe(422);
    expect(refused.body.faults).toEqual([expect.objectContaining({ field, code })]);
  });

  it('a mentor from elsewhere is refused; a stranger sees nothing', async () => {
    const [here, there] = [await company(), await company()];
    const refused = await draft({ model: 'standing', companyId: here.companyId, workplaces: [{ workplaceId: here.workplaceId }], mentorIds: [await mentorAt(there.workplaceId)] });
    expect(refused).toMatchObject({ status: 422, body: { faults: [{ field: 'mentorIds', code: 'fault.agreement.mentor-elsewhere' }] } });
    const { agreement, slot } = await inForce();
    const stranger = await (await app.makeOrganisation('Nabo')).signIn();
    expect((await stranger.get(`/agreements/${agreement.id}`)).status).toBe(404);
    expect((await stranger.put(`/slots/${slot.id}/end`, { endsOn: today, version: 1 })).status).toBe(404);
    expect((await stranger.put(`/agreements/${agreement.id}/activation`)).status).toBe(404);
  });
});

describe('mentors', () => {
  it('give headroom while they are active, less by each placement', async () => {
    const { slot, workplaceId } = await inForce();
    const at = async (on: string) => (await consultant.get<{ headroom: number; items: { id: string; trainees: number; version: number; activeFrom: string }[] }>(`/workplaces/${workplaceId}/mentors?on=${on}`)).body;
    expect(await at(today)).toMatchObject({ headroom: 2, mentors: 1, untrained: 1 });
    await place(slot.openingId, 'P-5', today);
    const [mentor] = (await at(today)).items;
    expect([(await at(today)).headroom, mentor?.trainees]).toEqual([1, 1]);
    const ended = await consultant.put(`/mentors/${mentor?.id}/end`, { activeUntil: addDays(today, 30), version: mentor?.version });
    expect(ended.status).toBe(200);
    expect((await at(addDays(today, 30))).headroom).toBe(-1);
    expect(await consultant.put(`/mentors/${mentor?.id}/end`, { activeUntil: today, version: (mentor?.version ?? 0) + 1 })).toMatchObject({ status: 422 });
  });
});
