import { ApplyDueChanges } from '#agreements';
import { addDays, systemActor } from '#platform';
import { AgreementWriter, slotAt, type Agreement, type Version } from './support/agreements.js';
import { startApp, type TestApp } from './support/app.js';
import { deliverOutbox, mailbox } from './support/pool.js';

let app: TestApp;
let writer: AgreementWriter;
beforeAll(async () => {
  app = await startApp();
  writer = await AgreementWriter.begin(app);
});
afterAll(() => app.close());

describe('a total cap', () => {
  it('"2 in all, among these 3": the third is refused for the same days, whatever slot, and let in on others', async () => {
    const { agreement } = await writer.inForce({}, 3);
    const capped = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 2, version: agreement.version });
    expect(capped.status).toBe(200);
    const [one, two, three] = capped.body.slots;
    const [from, until] = [addDays(writer.today, 7), addDays(writer.today, 40)];
    const first = await writer.reserve(one?.openingId, 'SAG-LOFT-A', from, until);
    expect((await writer.reserve(two?.openingId, 'SAG-LOFT-B', from, until)).status).toBe(201);
    expect(await writer.reserve(three?.openingId, 'SAG-LOFT-C', addDays(from, 20), addDays(until, 20))).toMatchObject({ status: 409, body: { code: 'agreement.total-full' } });
    const listed = async (query: string) =>
      (await writer.client.get<{ items: { id: string; free: number; capLeft: number | null }[] }>(`/pool?${query}`)).body.items.filter(({ id }) => id === three?.openingId);
    expect(await listed('text=Livsvirksomhed')).toMatchObject([{ free: 0, capLeft: 0 }]);
    expect(await listed('text=Livsvirksomhed&onlyFree=true')).toEqual([]);
    expect((await writer.client.get(`/openings/${three?.openingId}`)).body).toMatchObject({ capLeft: 0 });
    expect((await writer.reserve(three?.openingId, 'SAG-LOFT-C', until, addDays(until, 30))).status).toBe(201);
    const below = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 1, version: capped.body.version });
    expect(below.body.code).toBe('agreement.total-below-taken');
    expect((await writer.accept(first.body.id)).status).toBe(201);
  });

  it('a full agreement leaves the pool until somebody ends', async () => {
    const { agreement, companyId } = await writer.inForce({}, 2);
    const capped = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 1, version: agreement.version });
    const until = addDays(writer.today, 30);
    const idle = async () => (await writer.client.get<{ items: { idle: number }[] }>(`/agreements?companyId=${companyId}`)).body.items.map((each) => each.idle);
    expect(await idle()).toEqual([1]);
    const first = await writer.reserve(capped.body.slots[0]?.openingId, 'SAG-FULD', writer.today, until);
    await writer.accept(first.body.id);
    expect((await writer.poolOf(companyId)).map(({ freeFrom }) => freeFrom)).toEqual([until, until]);
    expect(await idle()).toEqual([0]);
  });

  it('twenty at once never get more than the cap', async () => {
    const { agreement } = await writer.inForce({}, 8);
    const capped = await writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { totalCap: 4, version: agreement.version });
    const [from, until] = [addDays(writer.today, 7), addDays(writer.today, 40)];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, nth) =>
        writer.client.post<{ position: number }>(`/openings/${capped.body.slots[nth % 8]?.openingId}/reservations`, { citizenRef: `SAG-KAP-${'abcdefghijklmnopqrstuvwx'[nth]}`, targetGroup: 'LAB6-02', reason: 'Vil gerne', from, until, queue: false }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });
});

describe('acceptance by the company', () => {
  const tokenFor = async (): Promise<string> => {
    await deliverOutbox(app, writer.organisation);
    return /\/aftale\/([\w-]{43})/.exec((await mailbox(app, writer.organisation)).filter(({ text }) => text.includes('/aftale/')).at(-1)?.text ?? '')?.[1] ?? '';
  };
  const ask = (id: string, more: object = {}) => writer.client.post<Agreement>(`/agreements/${id}/acceptance-requests`, { name: 'Kim Chef', email: 'kim@firma.example', ...more });
  const look = async (token: string) => (await app.anonymous.get<{ state: string; content: { title: string } | null }>(`/agreement-links/${token}`)).body;
  const yes = (token: string) => app.anonymous.post<{ number: number; code: string }>(`/agreement-links/${token}/acceptance`, { name: 'Kim Chef' });

  const asked = async (id: string) => (await writer.client.get<{ items: { kind: string; subjectId: string; userId: string }[] }>('/tasks?view=open&limit=100')).body.items.filter(({ kind, subjectId }) => kind === 'acceptance-changed' && subjectId === id);

  it('by link: reading uses nothing up, yes puts the draft in force, and the version is kept', async () => {
    const { agreement } = await writer.whole();
    expect((await ask(agreement.id)).body.state).toBe('awaiting');
    const token = await tokenFor();
    expect(await look(token)).toMatchObject({ state: 'open', content: { title: agreement.title } });
    expect(await look(token)).toMatchObject({ state: 'open' });
    expect((await yes(token)).body.number).toBe(1);
    expect(await writer.read(agreement.id)).toMatchObject({ state: 'active', versionNumber: 1, acceptance: { state: 'accepted', number: 1, name: 'Kim Chef' } });
    expect((await writer.versions(agreement.id))[0]).toMatchObject({ acceptedBy: 'Kim Chef', state: 'in-force' });
    expect(await yes(token)).toMatchObject({ status: 409, body: { code: 'agreement-link.used' } });
    expect(await deliverOutbox(app, writer.organisation)).toContain('mail.agreement-accepted');
    expect((await yes('x'.repeat(43))).status).toBe(404);
  });

  it('a changed draft, a newer mail and a late link each say so, to both sides; the late one asks for a new one', async () => {
    const { agreement, companyId } = await writer.whole();
    await ask(agreement.id);
    const old = await tokenFor();
    await writer.client.patch(`/agreements/${agreement.id}`, { terms: 'Rettet', version: agreement.version });
    const page = async () => (await writer.client.get(`//aftaler/${agreement.id}`)).text;
    expect(await writer.read(agreement.id)).toMatchObject({ state: 'draft', acceptance: { state: 'changed' } });
    expect((await writer.client.get<{ items: object[] }>(`/agreements?companyId=${companyId}`)).body.items).toMatchObject([{ state: 'draft' }]);
    expect(await page()).toContain('Linket virker ikke mere');
    expect(await asked(agreement.id)).toEqual([]);
    expect(await look(old)).toEqual(expect.objectContaining({ state: 'changed', content: null }));
    expect((await yes(old)).body.code).toBe('agreement-link.changed');
    expect(await asked(agreement.id)).toMatchObject([{ userId: writer.organisation.users.consultant?.id }]);
    await ask(agreement.id);
    expect([await asked(agreement.id), (await writer.read(agreement.id)).state]).toEqual([[], 'awaiting']);
    const token = await tokenFor();
    expect((await yes(old)).body.code).toBe('agreement-link.over');
    expect((await app.anonymous.post<{ code: string }>(`/agreement-links/${token}/renewal`)).body.code).toBe('agreement-link.not-expired');
    app.clock.advance(31 * 86_400_000);
    expect((await yes(token)).body.code).toBe('agreement-link.expired');
    expect((await app.anonymous.post(`/agreement-links/${token}/renewal`)).status).toBe(204);
    const fresh = await tokenFor();
    expect((await look(token)).state).toBe('renewed');
    expect((await yes(fresh)).status).toBe(201);
    await writer.later(0);
    expect((await writer.read(agreement.id)).state).toBe('active');
  });

  it('of a coming version is of what it will be: what changes today changes it too, and an accepted text stays as it was accepted', async () => {
    const { agreement, workplaceId } = await writer.inForce();
    const from = addDays(writer.today, 20);
    const later = { from, why: 'En plads mere', steps: [{ do: 'add-slots', slots: [slotAt(workplaceId)] }] };
    await writer.client.post(`/agreements/${agreement.id}/versions`, later);
    const change = async (terms: object) => writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { ...terms, version: (await writer.read(agreement.id)).version });
    const version = async (number: number) => (await writer.client.get<Version>(`/agreements/${agreement.id}/versions/${number}`)).body;
    const page = async (path = '') => (await writer.client.get(`//aftaler/${agreement.id}${path}`)).text;
    expect((await change({ totalCap: 1 })).body).toMatchObject({ versionNumber: 3, coming: { number: 2 } });
    expect(await version(2)).toMatchObject({ state: 'coming', content: { totalCap: 1, slots: [{}, {}] }, difference: { fields: [], slotsAdded: [{}] } });
    expect(await page()).toContain('Send version 2 til accept');
    expect(await page('/accept')).toContain('Virksomheden siger ja til version 2, som gælder fra');

    await ask(agreement.id);
    const first = await tokenFor();
    expect(await look(first)).toMatchObject({ state: 'open', number: 2, content: { totalCap: 1 } });
    expect((await yes(first)).body.number).toBe(2);
    expect(await page()).toContain('Version 2 er accepteret af Kim Chef');
    // Changed once more: what was accepted stays, and what is coming is to be accepted anew.
    expect((await change({ totalCap: null, terms: 'Frokost er med.' })).body).toMatchObject({ versionNumber: 4, coming: { number: 5, validFrom: from }, acceptance: { state: 'accepted', number: 2 } });
    expect((await writer.versions(agreement.id)).map(({ number, state, acceptedBy }) => [number, state, acceptedBy])).toEqual([[5, 'coming', null], [4, 'in-force', null], [3, 'past', null], [2, 'replaced', 'Kim Chef'], [1, 'past', null]]);
    expect(await look(first)).toMatchObject({ state: 'used', content: { totalCap: 1 } });
    for (const said of ['Version 2 er accepteret af Kim Chef', 'har ikke accepteret version 5, som gælder fra', 'Send version 5 til accept']) expect(await page()).toContain(said);
    expect((await ask(agreement.id, { number: 2 })).body.code).toBe('agreement.other-version');
    await ask(agreement.id, { number: 5 });
    const second = await tokenFor();
    await change({ terms: 'Frokost og kaffe er med.' });
    expect((await yes(second)).body.code).toBe('agreement-link.changed');
    expect(await asked(agreement.id)).toHaveLength(1);
    await ask(agreement.id);
    expect((await yes(await tokenFor())).body.number).toBe(7);

    await app.db.write(systemActor(writer.organisation.id), (tx) => tx.run("update app_user set phone = '+4512345678' where id = $1", [writer.organisation.users.consultant?.id]));
    const accepted = await version(7);
    await writer.later(20);
    await app.nest.get(ApplyDueChanges).run(systemActor(writer.organisation.id));
    expect(await writer.read(agreement.id)).toMatchObject({ coming: null, versionNumber: 7, slots: [{}, {}], acceptance: { state: 'accepted', number: 7 } });
    expect(await version(7)).toMatchObject({ state: 'in-force', validFrom: accepted.validFrom, content: accepted.content });
  });

  it('of one in force is of the text in force: changed before the answer, it is asked for again', async () => {
    const { agreement } = await writer.inForce();
    await ask(agreement.id);
    const token = await tokenFor();
    await writer.client.patch(`/agreements/${agreement.id}`, { terms: 'Rettet', version: agreement.version });
    expect((await yes(token)).body.code).toBe('agreement-link.changed');
    expect((await writer.read(agreement.id)).acceptance).toMatchObject({ state: 'changed', number: 1 });
  });

  it('one that is to end some day is accepted by link all the same', async () => {
    const { agreement } = await writer.inForce({}, 1);
    const ending = await writer.client.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(writer.today, 90), reason: 'Butikken flytter', version: agreement.version });
    expect(ending.status).toBe(200);
    await ask(agreement.id);
    const token = await tokenFor();
    expect(await look(token)).toMatchObject({ state: 'open' });
    expect((await yes(token)).status).toBe(201);
  });

  it('a draft that lacks something is not sent; on behalf needs a reason and puts it in force', async () => {
    const { agreement } = await writer.whole({ mentorIds: [] });
    expect((await ask(agreement.id)).body.code).toBe('agreement.needs-mentor');
    const { agreement: other } = await writer.whole();
    expect((await writer.client.put(`/agreements/${other.id}/acceptance`, { name: 'Kim Chef' })).status).toBe(422);
    const accepted = await writer.client.put<Agreement>(`/agreements/${other.id}/acceptance`, { name: 'Kim Chef', reason: 'Skrev under på papir' });
    expect(accepted.body).toMatchObject({ state: 'active', acceptance: { state: 'accepted', name: 'Kim Chef', onBehalfReason: 'Skrev under på papir' } });
  });

  it('of two that press at once one is first', async () => {
    const { agreement } = await writer.whole();
    await ask(agreement.id);
    const token = await tokenFor();
    const answers = await Promise.all([yes(token), yes(token), yes(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe('terms', () => {
  it('keep what the company wants, and pay is said whole', async () => {
    const { agreement, companyId } = await writer.inForce();
    const change = (body: object, version = agreement.version) => writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { version, ...body });
    expect((await change({ mentorPayOre: 15_000 })).body.faults.map(({ field }) => field)).toEqual(['mentorPayMinutes', 'mentorPayFrom']);
    const contact = writer.organisation.users.consultant?.id;
    expect((await change({ contactUserId: contact, deputyUserId: contact })).body.faults[0]?.code).toBe('fault.agreement.deputy-is-contact');
    expect((await change({ targetGroupCodes: ['findes-ikke'] })).body.faults[0]?.field).toBe('targetGroupCodes');
    const pay = { mentorPayOre: 15_000, mentorPayMinutes: 120, mentorPayFrom: writer.today, mentorPayUntil: addDays(writer.today, 91) };
    const kept = await change({ ...pay, targetGroupCodes: ['LAB6-02'], requestsPerMonth: 2, minutesPerWeek: 600, followUpWeeks: 2 });
    expect(kept.body).toMatchObject({ ...pay, targetGroupCodes: ['LAB6-02'], requestsPerMonth: 2, minutesPerWeek: 600 });
    const beyond = await change({ endsOn: addDays(writer.today, 60) }, kept.body.version);
    expect(beyond.body.warnings).toContainEqual({ code: 'agreement.pay-beyond-end', text: expect.stringContaining('betaling for mentoropgaven') });
    const { text } = await writer.client.get(`//aftaler/${agreement.id}`);
    expect(text).toContain('på dage, hvor aftalen er slut');
    for (const said of ['Kroner i timen: 150<', 'Timer om ugen til opgaven: 2 t/uge<']) expect(text).toContain(said);
    await writer.reserve(kept.body.slots[0]?.openingId, 'SAG-MAANED', writer.today, addDays(writer.today, 30));
    expect((await writer.client.get(`/companies/${companyId}/requests-this-month`)).body).toEqual({ asked: 1, limit: 2 });
  });

  it('a draft may begin on another day, and its places with it; one in force may not', async () => {
    const { agreement } = await writer.whole({ endsOn: addDays(writer.today, 60) });
    const begin = async (days: number) => writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { startsOn: addDays(writer.today, days), version: (await writer.read(agreement.id)).version });
    expect((await begin(60)).body.faults).toMatchObject([{ field: 'endsOn', code: 'fault.agreement.dates' }]);
    const later = (await begin(30)).body;
    expect(later).toMatchObject({ startsOn: addDays(writer.today, 30), slots: [{ startsOn: addDays(writer.today, 30) }] });
    expect((await begin(7)).body.slots).toMatchObject([{ startsOn: addDays(writer.today, 7), endsOn: null }]);
    const step = `//aftaler/${agreement.id}/trin/model`;
    expect((await writer.client.get(step)).text).toContain('name="startsOn"');
    expect((await writer.client.put<Agreement>(`/agreements/${agreement.id}/activation`)).body.state).toBe('coming');
    expect((await begin(8)).body.faults).toMatchObject([{ field: 'startsOn', code: 'fault.agreement.begun' }]);
    expect((await writer.client.get(step)).text).not.toContain('name="startsOn"');
  });

  it('a place that closes before it begins is none, and an agreement renewed meanwhile keeps those that a withdrawn change would have closed', async () => {
    const { agreement } = await writer.inForce({ startsOn: addDays(writer.today, 5) }, 3);
    const [closes, goes] = agreement.slots;
    const closed = await writer.client.put<Agreement>(`/slots/${closes?.id}/end`, { endsOn: writer.today, version: 1 });
    expect(closed.body.slots).toMatchObject([{ state: 'coming' }, { state: 'coming' }, { id: closes?.id, state: 'ended' }]);
    const ended = await writer.client.put<Agreement>(`/agreements/${agreement.id}/end`, { endsOn: addDays(writer.today, 60), reason: 'Flytter', version: closed.body.version });
    const planned = await writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from: addDays(writer.today, 20), why: 'Færre', steps: [{ do: 'close-slot', slotId: goes?.id }] });
    expect(planned.status).toBe(201);
    await writer.client.put(`/agreements/${agreement.id}/renewal`, { endsOn: null, why: 'Bliver', version: planned.body.version });
    const back = await writer.client.put<Agreement>(`/agreements/${agreement.id}/coming-version/withdrawal`, { reason: 'Alligevel ikke' });
    expect([ended.status, back.body.slots.slice(0, 2)]).toMatchObject([200, [{ endsOn: null }, { endsOn: null }]]);
  });

  it('an end before a change that is to come is refused; a change from today of an agreement that has not begun reads from its first day', async () => {
    const { agreement } = await writer.inForce({ startsOn: addDays(writer.today, 5) });
    const plan = (from: string, terms: string) => writer.client.post<Agreement>(`/agreements/${agreement.id}/versions`, { from, why: 'Prøve', steps: [{ do: 'terms', change: { terms } }] });
    await plan(addDays(writer.today, 20), 'Senere');
    const { body } = await plan(writer.today, 'Nu');
    expect((await writer.versions(agreement.id))[0]).toMatchObject({ number: 3, state: 'in-force', validFrom: agreement.slots[0]?.startsOn });
    const end = (days: number) => writer.client.patch<Agreement>(`/agreements/${agreement.id}`, { endsOn: addDays(writer.today, days), version: body.version });
    expect((await end(20)).body.faults).toMatchObject([{ field: 'endsOn', code: 'fault.agreement.before-change' }]);
    expect((await end(21)).status).toBe(200);
  });

  it('appetite: the newest word counts, a workplace has its own, and "not now" needs a reason', async () => {
    const { companyId, workplaceId } = await writer.whole();
    const set = (body: object) => writer.client.post<{ items: object[]; faults: { field: string }[] }>(`/companies/${companyId}/appetite`, body);
    expect((await set({ light: 'not_now' })).body.faults[0]?.field).toBe('reason');
    await set({ light: 'maybe' });
    await set({ light: 'offering', reason: 'Vil gerne have to mere' });
    const both = await set({ light: 'not_now', reason: 'Ombygning', workplaceId });
    expect(both.body.items).toMatchObject([{ light: 'offering', workplaceId: null }, { light: 'not_now', workplaceId, setOn: writer.today }]);
  });
});

describe('an offer that is no longer good (model 2)', () => {
  const standing = (count: number) => writer.inForce({ model: 'standing', callNoticeDays: 14, answerDays: 3 }, count);
  const answer = (id: string) => writer.client.post<{ askOn: string | null; code: string }>(`/agreements/${id}/offer-answers`, { answer: 'ended' });

  it('runs out: free places leave the pool today, a taken one ends with its placement, and the agreement with the last of them', async () => {
    const { agreement, companyId, workplaceId } = await standing(3);
    const [until, later] = [addDays(writer.today, 28), addDays(writer.today, 40)];
    const [placed, reserved, free] = agreement.slots;
    const { body: placement } = await writer.accept((await writer.reserve(placed?.openingId, 'SAG-LOEB', writer.today, until)).body.id);
    const { body: reservation } = await writer.reserve(reserved?.openingId, 'SAG-VENT', until, later);
    const change = { from: addDays(writer.today, 7), why: 'Flere', steps: [{ do: 'add-slots', slots: [slotAt(workplaceId)] }] };
    expect((await writer.client.post(`/agreements/${agreement.id}/versions`, change)).status).toBe(201);
    expect(await answer(agreement.id)).toMatchObject({ status: 201, body: { askOn: null } });
    const after = await writer.read(agreement.id);
    expect(after).toMatchObject({ state: 'active', endsOn: later, coming: null, endReason: 'Virksomheden siger, at tilbuddet ikke gælder længere.' });
    expect(new Map(after.slots.map(({ id, endsOn }) => [id, endsOn]))).toEqual(new Map([[placed?.id, until], [reserved?.id, later], [free?.id, writer.today]]));
    expect(await writer.reserve(free?.openingId, 'SAG-SENT', writer.today, until)).toMatchObject({ status: 409 });
    expect((await writer.poolOf(companyId)).map(({ id }) => id)).not.toContain(free?.openingId);
    const [newest, withdrawn] = await writer.versions(agreement.id);
    expect([newest?.state, newest?.why, withdrawn?.state]).toEqual(['in-force', 'Virksomheden siger, at tilbuddet ikke gælder længere.', 'withdrawn']);
    expect((await answer(agreement.id)).body.code).toBe('offer.not-standing');
    // Given back early, they are over too.
    expect((await writer.client.post(`/placements/${placement.id}/end`, { on: addDays(writer.today, 1), reason: 'Fik job' })).status).toBe(201);
    expect((await writer.client.post(`/reservations/${reservation.id}/withdrawal`, { reason: 'Fandt andet' })).status).toBe(204);
    expect((await writer.read(agreement.id)).slots.map(({ endsOn }) => endsOn).sort()).toEqual([writer.today, writer.today, addDays(writer.today, 1)]);
    expect(await writer.poolOf(companyId)).toEqual([]);
  });

  it('ends the agreement today when nobody is there or coming', async () => {
    const { agreement } = await standing(1);
    await writer.later(2);
    expect((await answer(agreement.id)).status).toBe(201);
    expect(await writer.read(agreement.id)).toMatchObject({ state: 'ended', endsOn: writer.today });
  });
});
