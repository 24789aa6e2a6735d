import { formatter } from '#dictionary';
import { addDays, systemActor } from '#platform';
import { AgreementWriter, type Agreement, type Version } from './support/agreements.js';
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

describe('the places of one in force', () => {
  it('one that somebody is to begin on says until when it is free, and the cap from which day it is full', async () => {
    const { agreement } = await writer.inForce({}, 3);
    const capped = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 2, version: agreement.version });
    const [one, two, three] = capped.body.slots;
    const [from, until] = [addDays(writer.today, 21), addDays(writer.today, 60)];
    for (const slot of [one, two]) await writer.accept((await writer.reserve(slot?.openingId, `SAG-SNART-${slot?.number}`, from, until)).body.id);
    const { room, slots } = await writer.read(agreement.id);
    expect(room).toEqual({ left: 2, fullFrom: from });
    expect(slots.map(({ freeUntil, outlook }) => [freeUntil, outlook])).toEqual([[from, 'taken'], [from, 'taken'], [from, 'full']]);
    const day = formatter('da').formatDate(addDays(from, -1));
    const { text } = await writer.client.get(`//aftaler/${agreement.id}`);
    const states = [...text.matchAll(/(Ledig til og med [^<]+)<\/span><small>([^<]+)/g)].map(([, state, next]) => `${state}, ${next}`);
    expect(states).toEqual(['optaget', 'optaget', 'er aftalen fyldt'].map((next) => `Ledig til og med ${day}, derefter ${next}`));
    for (const said of [`Lige nu er der plads til 2 mere; fra ${formatter('da').formatDate(from)} er der ikke plads til flere.`]) expect(text).toContain(said);
    expect((await writer.client.get('//puljen?text=Livsvirksomhed')).text.split(`>til og med ${day}<`)).toHaveLength(4);
    expect((await writer.client.get(`//puljen/${three?.openingId}`)).text).toContain(`til og med ${day} er der plads til 2 mere, uanset hvilke pladser`);
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
