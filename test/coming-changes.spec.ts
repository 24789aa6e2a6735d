/** Changes from a later day: what is known beforehand, what the day brings, and what is taken back (decision 8). */
import { ApplyDueChanges } from '#agreements';
import { addDays, systemActor } from '#platform';
import { AgreementWriter, slotAt, type Agreement, type Version } from './support/agreements.js';
import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
let writer: AgreementWriter;
beforeAll(async () => {
  app = await startApp();
  writer = await AgreementWriter.begin(app);
});
afterAll(() => app.close());

/** How many places are agreed under a model on a day. */
const agreedOn = async (date: string, model: string): Promise<number> => {
  const { body } = await writer.client.get<{ total: Record<'committed' | 'callable', { agreed: number }> }>(`/capacity/board?date=${date}&model=${model}`);
  return body.total.committed.agreed + body.total.callable.agreed;
};

describe('a coming change', () => {
  it('waits for its day and is in force once however often the round runs; its places stand in the pool at once, free from that day', async () => {
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

  it('brings what only its day makes room for with the day; those at a workplace that joins, or in the stead of one that goes, do not wait', async () => {
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

  it('closes places on their day: offered until then and no longer, so that nobody is promised them beyond; a workplace leaves with its last', async () => {
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

  it('gives the agreement another end: places are offered until it, be it earlier or later, and until the old one when it is taken back', async () => {
    const { agreement, workplaceId } = await writer.inForce({ endsOn: addDays(writer.today, 60) });
    const [{ openingId } = {}] = agreement.slots;
    const ends = (days: number) => writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 10), why: 'Ny aftale', steps: [{ do: 'terms', change: { endsOn: addDays(writer.today, days) } }, { do: 'add-slots', slots: [slotAt(workplaceId)] }] });
    const reserve = async (ref: string, days: number) => (await writer.reserve(openingId, ref, writer.today, addDays(writer.today, days))).body;
    const takeBack = async () => (await writer.client.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' })).body;
    expect((await ends(10)).body.faults).toMatchObject([{ field: 'endsOn', code: 'fault.agreement.dates' }]);
    const sooner = (await ends(30)).body;
    expect(sooner).toMatchObject({ endsOn: addDays(writer.today, 30), versionNumber: 1 });
    expect((await reserve('SAG-OVER', 31)).code).toBe('reservation.outside-opening');
    expect((await writer.reserve(sooner.slots[1]?.openingId, 'SAG-NY', addDays(writer.today, 10), addDays(writer.today, 31))).body.code).toBe('reservation.outside-opening');
    expect((await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { endsOn: addDays(writer.today, 50), version: sooner.version })).body.code).toBe('agreement.end-coming');
    expect((await writer.client.put<Agreement>(`/agreements/${agreement.id}/renewal`, { endsOn: null, why: 'Videre', version: sooner.version })).body.code).toBe('agreement.end-coming');
    expect(await takeBack()).toMatchObject({ endsOn: addDays(writer.today, 60), coming: null, versionNumber: 1 });

    await ends(90);
    expect((await writer.accept((await reserve('SAG-LANG', 80)).id)).status).toBe(201);
    expect((await takeBack()).code).toBe('agreement.has-placements');
    const last = addDays(writer.today, 90);
    await writer.later(10);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ endsOn: last, coming: null });
    expect((await writer.client.get<Version>(`/agreements/${agreement.id}/versions/2`)).body.state).toBe('withdrawn');
    expect((await writer.client.get<Version>(`/agreements/${agreement.id}/versions/3`)).body).toMatchObject({ state: 'in-force', content: { endsOn: last }, difference: { fields: ['endsOn'] } });
  });

  it('moves a pooled place: offered at its workplace until the day, at the other from it', async () => {
    const { agreement, workplaceId, otherId } = await writer.inForce();
    const both = [{ workplaceId }, { workplaceId: otherId }];
    const conversion = { to: 'cluster', cluster: { name: 'Havnens butikker', kind: 'geographic' }, slotPooling: 'pooled', workplaces: both, coordinatorUserId: writer.organisation.users.consultant?.id, why: 'Flere er med', version: agreement.version };
    const { body: cluster } = await writer.client.put<Agreement>(`/agreements/${agreement.id}/model`, conversion);
    await writer.client.post(`/workplaces/${otherId}/mentors`, { name: 'Mona Mentor', accepts: 2 });
    const [from, past] = [addDays(writer.today, 10), addDays(writer.today, 30)];
    const [slot] = cluster.slots;
    const steps = [{ do: 'change-slot', slotId: slot?.id, change: { tasks: 'Feje' } }, { do: 'move-slot', slotId: slot?.id, workplaceId: otherId }];
    const { body: planned } = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from, why: 'Den anden butik', steps });
    expect(planned.slots).toMatchObject([{ id: slot?.id, workplaceId, endsOn: from, tasks: 'Pakke brød' }, { workplaceId: otherId, startsOn: from, tasks: 'Feje' }]);
    expect((await writer.reserve(slot?.openingId, 'SAG-BLIV', writer.today, past)).body.code).toBe('reservation.outside-opening');
    expect((await writer.accept((await writer.reserve(planned.slots[1]?.openingId, 'SAG-DER', from, past)).body.id)).status).toBe(201);
    await writer.later(10);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ coming: null, slots: [{ workplaceId: otherId, state: 'occupied' }, { workplaceId, state: 'ended' }] });
  });

  it('taken back, keeps the places that somebody has already, and the agreement can end after them', async () => {
    const { agreement, workplaceId } = await writer.inForce();
    const from = addDays(writer.today, 5);
    const change = { from, why: 'To mere', steps: [{ do: 'terms', change: { terms: 'Nyt' } }, { do: 'add-slots', slots: [slotAt(workplaceId, { count: 2 })] }] };
    const planned = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, change);
    const [, taken] = planned.body.slots;
    await writer.accept((await writer.reserve(taken?.openingId, 'SAG-BLIVER', from, addDays(from, 28))).body.id);
    const back = await writer.client.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' });
    expect(back.body).toMatchObject({ coming: null, slots: [{ state: 'idle' }, { id: taken?.id, startsOn: from }] });
    expect((await writer.versions(agreement.id)).map(({ state }) => state)).toEqual(['in-force', 'withdrawn', 'past']);
    const end = (days: number) => writer.client.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(from, days), reason: 'Flytter', version: back.body.version });
    expect((await end(20)).body.code).toBe('agreement.has-placements');
    expect((await end(40)).status).toBe(200);
  });

  it('is said where another is begun and where the agreement is ended, which takes it back', async () => {
    const { agreement } = await writer.inForce();
    const page = async (path: string) => (await writer.client.get(`//aftaler/${agreement.id}/${path}`)).text;
    const coming = 'Der er allerede en ændring på vej fra';
    expect(await page('trin/model')).not.toContain(coming);
    await writer.client.post(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 20), why: 'Nye vilkår', steps: [{ do: 'terms', change: { terms: 'Nyt' } }] });
    for (const step of ['model', 'pladser', 'mentor', 'opfoelgning', 'gennemse']) expect(await page(`trin/${step}`)).toContain(coming);
    expect(await page('afslut')).toMatch(/Ændringen fra [^<]* bortfalder/);
    const { version } = await writer.read(agreement.id);
    expect((await writer.client.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(writer.today, 10), reason: 'Flytter', version })).body.coming).toBeNull();
    expect(await page('versioner')).toContain('Fortrudt');
    expect(await page('afslut')).not.toContain('bortfalder');
  });

  it('can be taken back before its day, and stays in the history', async () => {
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
  ])('does not begin on %s', async (_, from, code) => {
    const { agreement } = await writer.inForce({ endsOn: addDays(writer.today, 40) });
    const { body, status } = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: from(), why: 'Prøve', steps: [{ do: 'terms', change: { terms: 'x' } }] });
    expect([status, body.faults?.[0]?.code ?? body.code]).toEqual([422, code]);
  });

  it('that can no longer be done on its day leaves all as it was, and the contact person gets one task', async () => {
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

  it('of model: its new places stand in the pool at once, as the new model has them', async () => {
    const { agreement, companyId, workplaceId, otherId } = await writer.inForce();
    const [from, coordinatorUserId] = [addDays(writer.today, 5), writer.organisation.users.consultant?.id];
    const both = [{ workplaceId }, { workplaceId: otherId }];
    const conversion = { to: 'cluster', cluster: { name: 'Strandvejens butikker', kind: 'geographic' }, slotPooling: 'per_workplace', workplaces: both, coordinatorUserId };
    const steps = [{ do: 'convert', conversion }, { do: 'add-slots', slots: [slotAt(otherId)] }];
    const clustered = async () => [await agreedOn(addDays(from, -1), 'cluster'), await agreedOn(from, 'cluster'), await agreedOn(from, 'fixed_slots')] as const;
    const [before, onDay, fixed] = await clustered();
    const planned = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from, why: 'Flere er med', steps });
    expect(await clustered()).toEqual([before, onDay + 2, fixed - 1]);
    expect(planned.body).toMatchObject({ model: 'fixed_slots', slots: [{ state: 'idle' }, { state: 'coming', startsOn: from }] });
    expect(await writer.poolOf(companyId)).toMatchObject([{ model: 'cluster', freeFrom: from }, { model: 'fixed_slots' }]);
    const placed = await writer.accept((await writer.reserve(planned.body.slots[1]?.openingId, 'SAG-KLYNGE', from, addDays(from, 28))).body.id);
    expect((await writer.client.post(`/placements/${placed.body.id}/extension`, { until: addDays(from, 35), version: 1 })).status).toBe(201);
    await writer.later(5);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ model: 'cluster', coming: null, slots: [{ state: 'idle' }, { state: 'occupied' }] });
  });
});
