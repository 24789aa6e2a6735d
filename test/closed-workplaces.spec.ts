/** A workplace that closes: refused while somebody is promised a place there, and else nothing of it stays in the pool. */
import { furnishOrganisation } from '#companies';
import { addDays, systemActor } from '#platform';
import { startApp, type Answer, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { deliverOutbox, forCitizen, makeMentor, makePlace, makeSlots, share, type Reserved, type TestPlace } from './support/pool.js';

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let today: string;
beforeAll(async () => {
  app = await startApp();
  today = app.clock.today();
  organisation = await app.makeOrganisation();
  await app.db.write(systemActor(organisation.id), furnishOrganisation);
  consultant = await organisation.signIn();
});
afterAll(() => app.close());

interface Board {
  total: { open: number; mentorHeadroom: number };
}
const versionOf = async ({ workplaceId }: TestPlace): Promise<number> => (await consultant.get<{ version: number }>(`/workplaces/${workplaceId}`)).body.version;
const close = async (place: TestPlace, closedOn: string | null): Promise<Answer> => consultant.patch(`/workplaces/${place.workplaceId}`, { closedOn, version: await versionOf(place) });
const inPool = async ({ workplaceId }: TestPlace): Promise<string[]> =>
  (await consultant.get<{ items: { id: string; workplaceId: string }[] }>('/pool?limit=100')).body.items.filter((row) => row.workplaceId === workplaceId).map(({ id }) => id);
const board = async (): Promise<Board['total']> => (await consultant.get<Board>('/capacity/board')).body.total;

test('is refused with what stands in the way, and then nothing is changed', async () => {
  const place = await makePlace(app, organisation);
  const [slot = ''] = await makeSlots(app, organisation, place, 'fixed_slots');
  const opening = await share(consultant, place, { places: 2 });
  const placed = await consultant.post<Reserved>(`/openings/${slot}/reservations`, forCitizen({ from: today, until: addDays(today, 91) }));
  const { id: placement } = (await consultant.post<{ id: string }>(`/reservations/${placed.body.id}/acceptance`, {})).body;
  const reserved = await consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen());
  expect(await close(place, addDays(today, 30))).toMatchObject({
    status: 409,
    body: {
      code: 'workplace.in-use',
      title: 'Arbejdsstedet kan ikke lukkes den dag. I vejen står: 1 forløb, 1 reservation, aftalen "Prøveaftale". Afslut det først, eller vælg en senere dag.',
      placements: 1,
      reservations: 1,
      agreements: ['Prøveaftale'],
    },
  });
  expect(await inPool(place)).toContain(opening);
  await consultant.post(`/reservations/${reserved.body.id}/withdrawal`, {});
  await consultant.post(`/placements/${placement}/end`, { on: addDays(today, 1), reason: 'lukker' });
  expect((await close(place, addDays(today, 30))).body).toMatchObject({ placements: 0, reservations: 0, agreements: ['Prøveaftale'] });
});

test('today: what was shared leaves the pool and the board, and the journal says so', async () => {
  const place = await makePlace(app, organisation);
  await makeMentor(app, organisation, place, null, 3);
  const before = await board();
  const [opening, later] = [await share(consultant, place, { places: 2 }), await share(consultant, place, { freeFrom: addDays(today, 20) })];
  const held = await share(consultant, place, { hold: true });
  expect((await board()).open).toBe(before.open + 2);
  expect((await close(place, today)).status).toBe(200);
  expect(await inPool(place)).toEqual([]);
  const after = await board();
  expect([after.open, after.mentorHeadroom]).toEqual([before.open, before.mentorHeadroom - 3]);
  for (const id of [opening, later, held]) {
    expect((await consultant.get(`/openings/${id}`)).body).toMatchObject({ withdrawnReason: 'Arbejdsstedet er lukket' });
  }
  const timeline = await consultant.get(`/companies/${place.companyId}/timeline`);
  expect(timeline.text.match(/opening\.withdrawn/g)).toHaveLength(3);
  expect((await consultant.post('/openings', { workplaceId: place.workplaceId, tasks: 'feje', places: 1 })).status).toBe(422);
  expect(await deliverOutbox(app, organisation)).not.toContain('mail.reservation-withdrawn');
});

test('on a later day: offered until then, not beyond; opened again it is free beyond', async () => {
  const place = await makePlace(app, organisation);
  const opening = await share(consultant, place, { expiresOn: addDays(today, 200) });
  const closing = addDays(today, 60);
  expect((await close(place, closing)).status).toBe(200);
  expect(await inPool(place)).toEqual([opening]);
  expect((await consultant.get(`/openings/${opening}`)).body).toMatchObject({ expiresOn: closing, freeUntil: closing });
  const beyond = forCitizen({ from: today, until: addDays(closing, 1) });
  expect((await consultant.post<Reserved>(`/openings/${opening}/reservations`, beyond)).body.code).toBe('reservation.outside-opening');
  expect(await consultant.post('/openings', { workplaceId: place.workplaceId, tasks: 'feje', places: 1, freeFrom: closing })).toMatchObject({ status: 409, body: { code: 'workplace.closed' } });
  expect((await close(place, null)).status).toBe(200);
  expect((await consultant.post(`/openings/${opening}/reservations`, beyond)).status).toBe(201);
});

test('places of an agreement are not promised beyond it', async () => {
  const place = await makePlace(app, organisation);
  const slot = { workplaceId: place.workplaceId, tasks: 'pakke', minutesPerWeek: 600, pathToHours: 'timer i weekenden' };
  const draft = { model: 'standing', companyId: place.companyId, workplaces: [{ workplaceId: place.workplaceId }], slots: [slot] };
  const { id } = (await consultant.post<{ id: string }>('/agreements', draft)).body;
  const closing = addDays(today, 30);
  expect((await close(place, closing)).status).toBe(200);
  const agreement = await consultant.get<{ slots: { endsOn: string }[] }>(`/agreements/${id}`);
  expect(agreement.body.slots).toEqual([expect.objectContaining({ endsOn: closing })]);
  expect(await consultant.post(`/agreements/${id}/slots`, { slots: [slot] })).toMatchObject({ status: 409, body: { code: 'workplace.closed' } });
  expect((await consultant.post(`/agreements/${id}/slots`, { slots: [{ ...slot, endsOn: closing }] })).status).toBe(201);
});

test('closing against sharing and reserving at once: never anything in the pool of a closed workplace (20 rounds)', async () => {
  for (let round = 0; round < 20; round += 1) {
    const place = await makePlace(app, organisation);
    const opening = await share(consultant, place);
    const [closed, , claim] = await Promise.all([
      close(place, today),
      consultant.post('/openings', { workplaceId: place.workplaceId, tasks: 'feje', places: 1 }),
      consultant.post<Reserved>(`/openings/${opening}/reservations`, forCitizen()),
    ]);
    expect([200, 409]).toContain(closed.status);
    if (closed.status === 200) expect(await inPool(place)).toEqual([]);
    else expect(claim.status).toBe(201);
  }
}, 60_000);
