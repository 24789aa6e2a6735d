/** The shared pool: share, hold, change, withdraw, search, export and the live bar, over HTTP on real PostgreSQL. */
import { ReleaseLapsedHolds } from '#openings';
import { Ids, systemActor } from '#platform';
import { type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, idsOf, makePlace, makeSlots, type Pool, share, startPool, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let place: TestPlace;

beforeAll(async () => {
  ({ app, organisation, consultant, colleague, place } = await startPool());
});
afterAll(() => app.close());

describe('sharing', () => {
  test("needs three fields; the rest comes from the company's last opening", async () => {
    const other = await makePlace(app, organisation, { name: 'Prøve Gartneri' });
    await share(consultant, other, { minutesPerWeek: 600, pathToHours: 'timer fra uge 4', kind: 'ordinary_hours' });
    const defaults = await consultant.get(`/openings/defaults?workplaceId=${other.workplaceId}`);
    expect(defaults.body).toMatchObject({
      tasks: 'rydde op i køkkenet',
      minutesPerWeek: 600,
      kind: 'ordinary_hours',
      pathToHours: 'timer fra uge 4',
    });
    const second = await share(consultant, other, { tasks: 'luge' });
    const opening = await colleague.get(`/openings/${second}`);
    expect(opening.body).toMatchObject({
      tasks: 'luge',
      minutesPerWeek: 600,
      kind: 'ordinary_hours',
      places: 1,
      taken: 0,
      sharedByName: 'Prøve consultant',
      freeFrom: app.clock.today(),
    });
  });

  test.each<[string, object, number, string]>([
    ['a workplace that does not exist', { workplaceId: new Ids().next() }, 422, 'workplaceId'],
    ['no tasks', { tasks: '' }, 422, 'tasks'],
    ['blank tasks', { tasks: '   ' }, 422, 'tasks'],
    ['no places', { places: 0 }, 422, 'places'],
    ['too many places', { places: 100 }, 422, 'places'],
    ['more hours than a week has', { minutesPerWeek: 2221 }, 422, 'minutesPerWeek'],
    ['an end before the beginning', { freeFrom: '2027-03-01', expiresOn: '2027-03-01' }, 422, 'expiresOn'],
    ['a day that does not exist', { freeFrom: '2027-02-30' }, 422, 'freeFrom'],
    ["a consideration of nobody's", { considerationIds: [new Ids().next()] }, 422, 'considerationIds'],
    ["a mentor of nobody's", { mentorId: new Ids().next() }, 422, 'mentorId'],
    ['a field that is unknown', { owner: 'me' }, 422, 'owner'],
  ])('refuses %s, naming the field', async (_, wrong, status, field) => {
    const answer = await consultant.post<{ faults: { field: string; text: string }[] }>('/openings', {
      workplaceId: place.workplaceId,
      tasks: 'pakke',
      places: 1,
      ...wrong,
    });
    expect(answer.status).toBe(status);
    expect(answer.body.faults.map((fault) => fault.field)).toContain(field);
    expect(answer.body.faults[0]?.text).not.toContain('fault.');
  });

  test('refuses a CPR-shaped number without repeating it', async () => {
    const answer = await consultant.post('/openings', {
      workplaceId: place.workplaceId,
      tasks: 'spørg efter 010203-1234',
      places: 1,
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'input.cpr' });
    expect(answer.text).not.toContain('010203');
  });
});

describe('holding', () => {
  test('keeps the opening to its holder, and the job lets it go when the time is up', async () => {
    const id = await share(consultant, place, { tasks: 'holdt åbning', hold: true });
    expect(
      (await consultant.get<{ items: { id: string }[] }>('/openings/held')).body.items.map((item) => item.id),
    ).toContain(id);
    expect((await colleague.get(`/openings/${id}`)).status).toBe(404);
    expect(idsOf(await colleague.get<Pool>('/pool?text=holdt'))).toEqual([]);
    expect((await colleague.post(`/openings/${id}/withdrawal`, { reason: 'ikke min' })).status).toBe(404);
    expect((await colleague.post(`/openings/${id}/reservations`, forCitizen())).body).toMatchObject({
      code: 'opening.not-in-pool',
    });
    const release = app.nest.get(ReleaseLapsedHolds);
    await release.run(systemActor(organisation.id));
    expect(idsOf(await colleague.get<Pool>('/pool?text=holdt'))).toEqual([]);
    app.clock.advance(48 * 3_600_000 + 1_000);
    try {
      await release.run(systemActor(organisation.id));
    } finally {
      app.clock.advance(-48 * 3_600_000 - 1_000);
    }
    expect(idsOf(await colleague.get<Pool>('/pool?text=holdt'))).toEqual([id]);
    expect((await consultant.get<{ items: object[] }>('/openings/held')).body.items).toEqual([]);
  });

  test('is extended twice with a reason, never a third time, and by nobody else', async () => {
    const id = await share(consultant, place, { hold: true });
    expect((await colleague.post(`/openings/${id}/hold`, { reason: 'vil også' })).status).toBe(403);
    expect((await consultant.post(`/openings/${id}/hold`, {})).status).toBe(422);
    const first = await consultant.post<{ heldUntil: string; extensionsLeft: number }>(`/openings/${id}/hold`, {
      reason: 'møde på fredag',
    });
    expect(first.body.extensionsLeft).toBe(1);
    expect((await consultant.post(`/openings/${id}/hold`, { reason: 'møde udsat' })).status).toBe(201);
    expect((await consultant.post(`/openings/${id}/hold`, { reason: 'igen' })).body).toMatchObject({
      code: 'opening.hold-used-up',
    });
    expect((await consultant.delete(`/openings/${id}/hold`)).status).toBe(204);
    expect((await colleague.get(`/openings/${id}`)).status).toBe(200);
    expect((await consultant.delete(`/openings/${id}/hold`)).body).toMatchObject({ code: 'opening.not-held' });
  });

  test('is not for slots nor for what somebody has reserved', async () => {
    const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
    expect((await consultant.post(`/openings/${slot}/hold`, { reason: 'min' })).body).toMatchObject({
      code: 'opening.from-slot',
    });
    const id = await share(consultant, place);
    await colleague.post(`/openings/${id}/reservations`, forCitizen());
    expect((await consultant.post(`/openings/${id}/hold`, { reason: 'fortryder' })).body).toMatchObject({
      code: 'opening.reserved',
    });
  });
});

describe('changing and withdrawing', () => {
  test('a stale edit is refused with how it is now', async () => {
    const id = await share(consultant, place);
    expect((await consultant.patch(`/openings/${id}`, { version: 1, tasks: 'vaske op' })).body).toMatchObject({
      version: 2,
    });
    const stale = await colleague.patch<{ current: object }>(`/openings/${id}`, { version: 1, tasks: 'feje' });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ tasks: 'vaske op' });
    expect((await colleague.get<Pool>('/pool?text=vaske')).body.items[0]?.id).toBe(id);
  });

  test('its first day is not moved past what somebody has reserved or waits for', async () => {
    const id = await share(consultant, place, { freeFrom: '2027-02-01', expiresOn: '2027-12-01' });
    const asked = forCitizen({ from: '2027-03-01', until: '2027-05-31' });
    const made = await colleague.post<{ id: string }>(`/openings/${id}/reservations`, asked);
    expect(made.status).toBe(201);
    expect((await consultant.patch(`/openings/${id}`, { version: 1, freeFrom: '2027-03-02' })).body).toMatchObject({
      status: 409,
      code: 'opening.reserved-before',
      title: expect.stringContaining('1. mar. 2027') as string,
      reservedFrom: '2027-03-01',
    });
    expect((await consultant.patch(`/openings/${id}`, { version: 1, freeFrom: '2027-03-01' })).status).toBe(200);
    await colleague.post(`/reservations/${made.body.id}/withdrawal`, {});
    expect((await consultant.patch(`/openings/${id}`, { version: 2, freeFrom: '2027-04-01' })).status).toBe(200);
  });

  test("a slot's opening follows its agreement", async () => {
    const [slot = ''] = await makeSlots(app, organisation, place, 'standing');
    expect((await consultant.patch(`/openings/${slot}`, { version: 1, places: 2 })).body).toMatchObject({
      code: 'opening.from-slot',
    });
    expect((await consultant.post(`/openings/${slot}/withdrawal`, { reason: 'nej' })).body).toMatchObject({
      code: 'opening.from-slot',
    });
  });

  test('a withdrawn opening leaves the pool and stays in history', async () => {
    const id = await share(consultant, place, { tasks: 'midlertidig opgave' });
    expect((await consultant.post(`/openings/${id}/withdrawal`, { reason: 'opgaven er løst' })).status).toBe(204);
    expect(idsOf(await consultant.get<Pool>('/pool?text=midlertidig'))).toEqual([]);
    expect((await consultant.get(`/openings/${id}`)).body).toMatchObject({ withdrawnReason: 'opgaven er løst' });
    expect((await consultant.post(`/openings/${id}/withdrawal`, { reason: 'igen' })).body).toMatchObject({
      code: 'opening.withdrawn',
    });
    expect((await colleague.post(`/openings/${id}/reservations`, forCitizen())).body).toMatchObject({
      code: 'opening.not-in-pool',
    });
  });
});
