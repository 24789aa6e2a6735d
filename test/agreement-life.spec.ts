import { ApplyDueChanges } from '#agreements';
import { addDays, systemActor } from '#platform';
import { AgreementWriter, slotAt, type Agreement, type Version } from './support/agreements.js';
import { RaiseTrainingTasks } from '../libs/training/raise-training-tasks.js';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
let writer: AgreementWriter;
beforeAll(async () => {
  app = await startApp();
  writer = await AgreementWriter.begin(app);
});
afterAll(() => app.close());

describe('versions', () => {
  it('keep what was in force: activation is the first, each change the next, and nothing changed makes none', async () => {
    const { agreement } = await writer.inForce();
    expect(agreement.versionNumber).toBe(1);
    const changed = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { terms: 'Frokost er med.', version: agreement.version });
    const same = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { terms: 'Frokost er med.', version: changed.body.version });
    expect(same.body.versionNumber).toBe(2);
    const [second, first] = await writer.versions(agreement.id);
    expect([second?.state, first?.state]).toEqual(['in-force', 'past']);
    const page = await writer.client.get<Version>(`/agreements/${agreement.id}/versions/2`);
    expect(page.body.difference).toMatchObject({ fields: ['terms'], slotsAdded: [], slotsClosed: [] });
    expect((await writer.client.get<Version>(`/agreements/${agreement.id}/versions/1`)).body.difference).toBeNull();
    expect((await writer.client.get(`/agreements/${agreement.id}/versions/9`)).status).toBe(404);
  });

  it('come by date: a change from a later day waits and is in force once however often the round runs; its places stand in the pool at once, free from that day', async () => {
    const { agreement, workplaceId, companyId } = await writer.inForce();
    const from = addDays(writer.today, 10);
    const change = { from, why: 'Ny afdeling åbner', steps: [{ do: 'terms', change: { title: 'Brødrene i byen' } }, { do: 'add-slots', slots: [slotAt(workplaceId, { tasks: 'Gøre rent' })] }] };
    const planned = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, change);
    expect(planned.status).toBe(201);
    expect(planned.body).toMatchObject({ title: agreement.title, coming: { number: 2, validFrom: from }, versionNumber: 1 });
    expect(planned.body.slots).toMatchObject([{ state: 'idle' }, { state: 'coming', startsOn: from, freeFrom: from }]);
    expect((await writer.poolOf(companyId)).map(({ freeFrom }) => freeFrom)).toContain(from);
    const coming = planned.body.slots[1]?.openingId;
    expect((await writer.reserve(coming, 'SAG-FOER', writer.today, addDays(from, 28))).body.code).toBe('reservation.outside-opening');
    expect((await writer.accept((await writer.reserve(coming, 'SAG-FREMTID', from, addDays(from, 28))).body.id)).status).toBe(201);
    expect((await writer.client.get<Version>(`/agreements/${agreement.id}/versions/2`)).body).toMatchObject({ state: 'coming', content: { title: 'Brødrene i byen' }, difference: { fields: ['title'], slotsAdded: [{ tasks: 'Gøre rent' }] } });
    expect(await writer.client.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' })).toMatchObject({ status: 409, body: { code: 'slot.has-placements' } });
    expect((await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, change)).body.code).toBe('agreement.change-coming');
    const between = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { terms: 'Frokost er med.', version: (await writer.read(agreement.id)).version });
    expect((await writer.client.get<Version>(`/agreements/${agreement.id}/versions/3`)).body).toMatchObject({ state: 'in-force', difference: { fields: ['terms'] } });
    const round = app.nest.get(ApplyDueChanges);
    await round.run(systemActor(writer.organisation.id));
    expect([between.body.versionNumber, (await writer.read(agreement.id)).versionNumber]).toEqual([3, 3]);
    await writer.later(10);
    await Promise.all([round.run(systemActor(writer.organisation.id)), round.run(systemActor(writer.organisation.id))]);
    const after = await writer.read(agreement.id);
    expect(after).toMatchObject({ title: 'Brødrene i byen', versionNumber: 2, coming: null });
    expect(after.slots).toMatchObject([{ startsOn: agreement.slots[0]?.startsOn }, { startsOn: from, openingId: coming, state: 'occupied' }]);
    expect((await writer.client.get<Version>(`/agreements/${agreement.id}/versions/2`)).body).toMatchObject({ state: 'in-force', content: { slots: [{}, {}] } });
    expect((await writer.client.patch(`/agreements/${agreement.id}`, { title: agreement.title, version: after.version })).body).toMatchObject({ versionNumber: 4 });
  });

  it('places that only the day makes room for come with the day; those at a workplace that joins, or in the stead of one that goes, do not wait', async () => {
    const { agreement, companyId, workplaceId, otherId } = await writer.inForce({}, 2);
    const cap = async (slotCap: number) => writer.client.patch(`/agreements/${agreement.id}`, { version: (await writer.read(agreement.id)).version, workplaces: [{ workplaceId, slotCap }] });
    expect((await cap(3)).status).toBe(200);
    const steps = [
      { do: 'terms', change: { workplaces: [{ workplaceId, slotCap: 4 }, { workplaceId: otherId }] } },
      { do: 'close-slot', slotId: agreement.slots[0]?.id },
      { do: 'add-slots', slots: [slotAt(workplaceId, { count: 3 }), slotAt(otherId)] },
    ];
    const planned = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 5), why: 'Ny butik', steps });
    expect([planned.status, planned.body.slots.map(({ startsOn }) => startsOn)]).toEqual([201, [writer.today, writer.today, ...Array.from({ length: 3 }, () => addDays(writer.today, 5))]]);
    expect(await writer.poolOf(companyId)).toHaveLength(5);
    expect((await cap(3)).status).toBe(200); // what joins later is no member of today's

    await writer.later(5);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect((await writer.read(agreement.id)).coming).toBeNull();
    expect(await writer.poolOf(companyId)).toHaveLength(5);
  });

  it('close places on their day: offered until then and no longer, so that nobody is promised them beyond; a workplace leaves with its last', async () => {
    const { agreement, workplaceId, otherId } = await writer.inForce({}, 2);
    const version = async () => (await writer.read(agreement.id)).version;
    const members = async (ids: string[]) => writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { version: await version(), workplaces: ids.map((id) => ({ workplaceId: id })) });
    await members([workplaceId, otherId]);
    const [slot, stays] = agreement.slots;
    const [day, past] = [addDays(writer.today, 10), addDays(writer.today, 20)];
    const plan = () => writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: day, why: 'Færre', steps: [{ do: 'close-slot', slotId: slot?.id }] });
    const free = async () => (await writer.client.get(`/capacity/board?date=${past}`)).body;
    const before = await free();
    const planned = await plan();
    expect(planned.body.slots.map(({ endsOn }) => endsOn)).toEqual([day, null]);
    expect(await free()).not.toEqual(before);
    expect((await writer.reserve(slot?.openingId, 'SAG-LUKKER', writer.today, past)).body.code).toBe('reservation.outside-opening');
    expect((await writer.accept((await writer.reserve(slot?.openingId, 'SAG-LUKKER', writer.today, day)).body.id)).status).toBe(201);
    await writer.client.put(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' });
    expect(await free()).toEqual(before);
    await plan();
    await writer.later(10);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ coming: null, slots: [{ endsOn: null }, { endsOn: day }] });
    expect((await members([otherId])).body.code).toBe('agreement.workplace-has-slots');
    expect((await writer.client.post(`/agreements/${agreement.id}/slots`, { slots: [slotAt(otherId)] })).status).toBe(201);
    const { body: mentor } = await writer.client.post<{ id: string }>(`/workplaces/${otherId}/mentors`, { name: 'Mona Mentor', accepts: 2 });
    const leave = [{ do: 'close-slot', slotId: stays?.id }, { do: 'terms', change: { workplaces: [{ workplaceId: otherId }], mentorIds: [mentor.id] } }];
    expect((await writer.client.post(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 3), why: 'Kun den anden', steps: leave })).status).toBe(201);
    await writer.later(3);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ coming: null, workplaces: [{ workplaceId: otherId }] });
  });

  it('can be taken back before their day, and stay in the history', async () => {
    const { agreement, companyId, workplaceId } = await writer.inForce();
    await writer.client.post(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 5), why: 'Tanke', steps: [{ do: 'terms', change: { terms: 'Nyt' } }, { do: 'add-slots', slots: [slotAt(workplaceId)] }] });
    expect(await writer.poolOf(companyId)).toHaveLength(2);
    const back = await writer.client.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' });
    expect(back.body).toMatchObject({ coming: null, slots: [{ state: 'idle' }] });
    expect(await writer.poolOf(companyId)).toHaveLength(1);
    expect((await writer.versions(agreement.id)).map(({ state }) => state)).toEqual(['withdrawn', 'in-force']);
    expect((await writer.client.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Igen' })).body.code).toBe('agreement.nothing-coming');
  });

  it.each([
    ['a day gone by', () => addDays(writer.today, -1), 'fault.agreement.past-day'],
    ['the day it has ended', () => addDays(writer.today, 40), 'fault.agreement.after-end'],
  ])('do not begin on %s', async (_, from, code) => {
    const { agreement } = await writer.inForce({ endsOn: addDays(writer.today, 40) });
    const { body, status } = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: from(), why: 'Prøve', steps: [{ do: 'terms', change: { terms: 'x' } }] });
    expect([status, body.faults?.[0]?.code ?? body.code]).toEqual([422, code]);
  });

  it('what can no longer be done on its day stays as it was, and the contact person gets one task', async () => {
    const { agreement } = await writer.inForce({}, 3);
    const [closes, ...stay] = agreement.slots;
    const steps = [{ do: 'close-slot', slotId: closes?.id }, { do: 'terms', change: { totalCap: 1 } }];
    await writer.client.post(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 3), why: 'Færre', steps });
    for (const { openingId } of stay) await writer.accept((await writer.reserve(openingId, 'SAG-STUCK', writer.today, addDays(writer.today, 30))).body.id);
    await writer.later(3);
    const round = app.nest.get(ApplyDueChanges);
    await round.run(systemActor(writer.organisation.id));
    await round.run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ versionNumber: 1, slots: [{ endsOn: null }, { endsOn: null }, { endsOn: null }] });
    const tasks = await app.db.read({ organisationId: writer.organisation.id }, (tx) => tx.rows('select facts from task where kind = $1 and subject_id = $2', ['agreement-change-stuck', agreement.id]));
    expect(tasks).toMatchObject([{ facts: { code: 'agreement.total-below-taken' } }]);
  });
});

describe('a pause', () => {
  it('takes the places out of the pool for its days, and they come back', async () => {
    const { agreement, companyId } = await writer.inForce();
    const until = addDays(writer.today, 14);
    const paused = await writer.client.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: writer.today, until, reason: 'Ombygning' });
    expect(paused).toMatchObject({ status: 201, body: { state: 'paused', pauses: [{ from: writer.today, until }] } });
    expect(await writer.poolOf(companyId)).toMatchObject([{ freeFrom: until }]);
    const early = await writer.reserve(agreement.slots[0]?.openingId, 'SAG-PAUSE', addDays(writer.today, 2), addDays(writer.today, 60));
    expect(early.body.code).toBe('reservation.outside-opening');
    expect((await writer.client.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: addDays(writer.today, 7), until: addDays(writer.today, 9), reason: 'Igen' })).body.code).toBe('agreement.pause-overlap');
    const resumed = await writer.client.put<Agreement>(`/agreements/${agreement.id}/pauses/${paused.body.pauses[0]?.id}/end`, { on: writer.today });
    expect(resumed.body).toMatchObject({ state: 'active', pauses: [] });
    expect(await writer.poolOf(companyId)).toMatchObject([{ freeFrom: writer.today }]);
    expect((await writer.client.put<Agreement>(`/agreements/${agreement.id}/pauses/${paused.body.pauses[0]?.id}/end`, { on: writer.today })).body.code).toBe('agreement.pause-over');
  });

  it.each([
    ['begins on a day gone by', () => ({ from: addDays(writer.today, -1), until: addDays(writer.today, 5) }), 'fault.agreement.past-day'],
    ['ends before it begins', () => ({ from: addDays(writer.today, 5), until: addDays(writer.today, 5) }), 'fault.agreement.dates'],
  ])('is refused when it %s', async (_, days, code) => {
    const { agreement } = await writer.inForce();
    const { body } = await writer.client.post<Agreement>(`/agreements/${agreement.id}/pauses`, { ...days(), reason: 'Prøve' });
    expect(body.faults[0]?.code).toBe(code);
  });

  it('is nothing for a draft', async () => {
    const { agreement } = await writer.whole();
    expect((await writer.client.post<Agreement>(`/agreements/${agreement.id}/pauses`, { from: writer.today, until: addDays(writer.today, 5), reason: 'Prøve' })).body.code).toBe('agreement.not-in-force');
  });
});

describe('renewal and the list', () => {
  it('an agreement that ends soon goes on, with its places', async () => {
    const { agreement, companyId } = await writer.inForce({ endsOn: addDays(writer.today, 20) });
    expect(agreement.state).toBe('ending');
    const renew = (endsOn: string | null, version: number) => writer.client.put<Agreement>(`/agreements/${agreement.id}/renewal`, { endsOn, why: 'Går godt', version });
    expect((await renew(addDays(writer.today, 20), agreement.version)).body.faults[0]?.code).toBe('fault.agreement.not-later');
    const renewed = await renew(null, agreement.version);
    expect(renewed.body).toMatchObject({ state: 'active', endsOn: null, versionNumber: 2 });
    expect((await renew(null, renewed.body.version)).body.faults[0]?.code).toBe('fault.agreement.has-no-end');
    const listed = await writer.client.get<{ items: { id: string; state: string }[] }>(`/agreements?companyId=${companyId}&state=active`);
    expect(listed.body.items).toMatchObject([{ id: agreement.id, state: 'active' }]);
  });

  it('an end that was decided can be taken back until its day', async () => {
    const { agreement } = await writer.inForce();
    const ended = await writer.client.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(writer.today, 10), reason: 'Flytter', version: agreement.version });
    expect(ended.body.state).toBe('ending');
    const renewed = await writer.client.put<Agreement>(`/agreements/${agreement.id}/renewal`, { endsOn: addDays(writer.today, 100), why: 'Flytter ikke', version: ended.body.version });
    expect(renewed.body).toMatchObject({ state: 'active', endsOn: addDays(writer.today, 100), slots: [{ endsOn: addDays(writer.today, 100) }] });
  });

  it.each(['draft', 'awaiting', 'coming', 'paused', 'ending', 'ended'])('lists what is %s as its page says', async (state) => {
    const { agreement, companyId } = await ({
      draft: () => writer.whole(),
      awaiting: () => writer.whole(),
      coming: () => writer.inForce({ startsOn: addDays(writer.today, 4) }),
      paused: () => writer.inForce(),
      ending: () => writer.inForce({ endsOn: addDays(writer.today, 30) }),
      ended: () => writer.inForce(),
    }[state] ?? (() => writer.whole()))();
    if (state === 'awaiting') await writer.client.post(`/agreements/${agreement.id}/acceptance-requests`, { name: 'Kim Chef', email: 'kim@firma.example' });
    if (state === 'paused') await writer.client.post(`/agreements/${agreement.id}/pauses`, { from: writer.today, until: addDays(writer.today, 3), reason: 'Ferie' });
    if (state === 'ended') await writer.client.put(`/agreements/${agreement.id}/end`, { endsOn: addDays(agreement.slots[0]?.startsOn ?? writer.today, 1), reason: 'Slut', version: agreement.version });
    if (state === 'ended') app.clock.advance(86_400_000);
    await writer.later(0);
    expect((await writer.read(agreement.id)).state).toBe(state);
    const listed = await writer.client.get<{ items: { id: string; state: string }[] }>(`/agreements?companyId=${companyId}&state=${state}`);
    expect(listed.body.items).toMatchObject([{ id: agreement.id, state }]);
  });
});

describe('conversion', () => {
  it('carries the places where the model promises places, under its rules, and keeps the history', async () => {
    const { agreement, companyId, workplaceId, otherId } = await writer.inForce();
    const convert = (body: object, version: number) => writer.client.put<Agreement>(`/agreements/${agreement.id}/model`, { why: 'Vi prøver noget andet', version, ...body });
    expect((await convert({ to: 'fixed_slots' }, agreement.version)).body.code).toBe('agreement.same-model');
    expect((await convert({ to: 'match_driven' }, agreement.version)).body.code).toBe('agreement.needs-match');
    const standing = await convert({ to: 'standing', answerDays: 5 }, agreement.version);
    expect(standing.body).toMatchObject({ model: 'standing', callable: true, answerDays: 5, refill: false, versionNumber: 2 });
    expect(await writer.poolOf(companyId)).toMatchObject([{ model: 'standing' }]);
    const cluster = { to: 'cluster', cluster: { name: 'Algades butikker', kind: 'geographic' }, slotPooling: 'pooled' };
    expect((await convert(cluster, standing.body.version)).body.code).toBe('agreement.needs-two-workplaces');
    const both = [{ workplaceId }, { workplaceId: otherId }];
    expect((await convert({ ...cluster, workplaces: both }, standing.body.version)).body.code).toBe('agreement.needs-coordinator');
    const { id: coordinatorUserId } = writer.organisation.users.consultant ?? { id: '' };
    const clustered = await convert({ ...cluster, workplaces: both, coordinatorUserId }, standing.body.version);
    expect(clustered.body).toMatchObject({ model: 'cluster', companyId: null, cluster: { name: 'Algades butikker' }, slotPooling: 'pooled', refill: true, answerDays: null });
    const alone = await convert({ to: 'fixed_slots' }, clustered.body.version);
    expect(alone.body).toMatchObject({ model: 'fixed_slots', companyId, cluster: null, slotPooling: null, versionNumber: 4 });
    expect((await writer.versions(agreement.id)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('from a later day: its new places stand in the pool at once, as the new model has them', async () => {
    const { agreement, companyId, workplaceId, otherId } = await writer.inForce();
    const [from, coordinatorUserId] = [addDays(writer.today, 5), writer.organisation.users.consultant?.id];
    const both = [{ workplaceId }, { workplaceId: otherId }];
    const conversion = { to: 'cluster', cluster: { name: 'Strandvejens butikker', kind: 'geographic' }, slotPooling: 'per_workplace', workplaces: both, coordinatorUserId };
    const steps = [{ do: 'convert', conversion }, { do: 'add-slots', slots: [slotAt(otherId)] }];
    const planned = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from, why: 'Flere er med', steps });
    expect(planned.body).toMatchObject({ model: 'fixed_slots', slots: [{ state: 'idle' }, { state: 'coming', startsOn: from }] });
    expect(await writer.poolOf(companyId)).toMatchObject([{ model: 'cluster', freeFrom: from }, { model: 'fixed_slots' }]);
    const placed = await writer.accept((await writer.reserve(planned.body.slots[1]?.openingId, 'SAG-KLYNGE', from, addDays(from, 28))).body.id);
    expect((await writer.client.post(`/placements/${placed.body.id}/extension`, { until: addDays(from, 35), version: 1 })).status).toBe(201);
    await writer.later(5);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ model: 'cluster', coming: null, slots: [{ state: 'idle' }, { state: 'occupied' }] });
  });

  it('asks anew who must be trained, by the new model; what was said to be done under a model is not asked again there', async () => {
    const { agreement } = await writer.inForce();
    const convert = async (to: string): Promise<void> => {
      const { version } = await writer.read(agreement.id);
      expect((await writer.client.put(`/agreements/${agreement.id}/model`, { to, why: 'Aftalt med chefen', version })).status).toBe(200);
    };
    const round = (): Promise<number> => app.nest.get(RaiseTrainingTasks, { strict: false }).run(systemActor(writer.organisation.id));
    interface Asked {
      id: string;
      kind: string;
      version: number;
      facts: { agreementId: string; model: string };
    }
    const asked = async (): Promise<Asked[]> =>
      (await writer.client.get<{ items: Asked[] }>('/tasks?view=open&limit=100')).body.items.filter(({ kind, facts }) => kind === 'mentor-training' && facts.agreementId === agreement.id);
    await round();
    expect(await asked()).toMatchObject([{ facts: { model: 'fixed_slots' } }]);
    await convert('standing');
    await round();
    expect(await asked()).toEqual([]); // it may wait for the first match
    await convert('fixed_slots');
    await round();
    const [back] = await asked();
    expect((await writer.client.post(`/tasks/${back?.id}/completion`, { version: back?.version })).status).toBe(201);
    await writer.accept((await writer.reserve(agreement.slots[0]?.openingId, 'SAG-KURSUS', writer.today, addDays(writer.today, 30))).body.id);
    await round();
    expect(await asked()).toEqual([]);
    await convert('standing');
    await round();
    expect(await asked()).toMatchObject([{ facts: { model: 'standing' } }]);
    expect(await round()).toBe(0);
  });

  it('to match-driven ends the places, and needs a match of its own', async () => {
    const { agreement, companyId } = await writer.inForce({}, 2);
    const reserved = await writer.reserve(agreement.slots[0]?.openingId, 'SAG-MATCH', addDays(writer.today, 1), addDays(writer.today, 30));
    await writer.accept(reserved.body.id);
    const convert = (version: number) => writer.client.put<Agreement>(`/agreements/${agreement.id}/model`, { to: 'match_driven', bornOfReservationId: reserved.body.id, why: 'Kun denne ene', version });
    expect((await convert(agreement.version)).body.code).toBe('agreement.needs-follow-up-plan');
    const planned = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { followUpWeeks: 2, followUpPlan: 'Vi ringer', version: agreement.version });
    expect((await convert(planned.body.version)).body.code).toBe('agreement.has-placements');
    expect((await writer.poolOf(companyId)).length).toBeGreaterThan(0);
    expect((await writer.read(agreement.id)).model).toBe('fixed_slots');
  });
});
