/** Whom and what an agreement may refer to when its members change, and when it is over. */
import { furnishOrganisation } from '#companies';
import { addDays, systemActor } from '#platform';
import { startApp, type Client, type TestApp } from './support/app.js';

interface Agreement {
  id: string;
  slots: { id: string; version: number }[];
  mentors: { id: string }[];
  version: number;
}

let app: TestApp;
let consultant: Client;
let organisationId: string;
let made = 0;
beforeAll(async () => {
  app = await startApp();
  const organisation = await app.makeOrganisation();
  organisationId = organisation.id;
  await app.db.write(systemActor(organisation.id), furnishOrganisation);
  consultant = await organisation.signIn();
});
afterAll(() => app.close());

async function company(): Promise<{ companyId: string; workplaceId: string; otherId: string; mentorId: string }> {
  made += 1;
  const { body } = await consultant.post<{ id: string; workplaceId: string }>('/companies', {
    name: `Medlem ${made}`,
    workplace: { street: `Algade ${made}`, postalCode: '5800' },
  });
  const other = await consultant.post<{ id: string }>(`/companies/${body.id}/workplaces`, { street: `Havnegade ${made}`, postalCode: '5000' });
  const mentor = await consultant.post<{ id: string }>(`/workplaces/${body.workplaceId}/mentors`, { name: 'Mads Mentor' });
  return { companyId: body.id, workplaceId: body.workplaceId, otherId: other.body.id, mentorId: mentor.body.id };
}

const slotAt = (workplaceId: string) => ({ workplaceId, tasks: 'Pakke varer', minutesPerWeek: 600, pathToHours: 'Timer i weekenden' });

test('a cluster is coordinated by staff or by somebody of a member, never by an outsider', async () => {
  const [one, two, outsider] = [await company(), await company(), await company()];
  const cluster = {
    model: 'cluster',
    cluster: { name: 'Havnen', kind: 'geographic' },
    slotPooling: 'per_workplace',
    workplaces: [{ workplaceId: one.otherId }, { workplaceId: two.workplaceId }],
  };
  const refused = await consultant.post('/agreements', { ...cluster, coordinatorMentorId: outsider.mentorId });
  expect(refused).toMatchObject({ status: 422, body: { faults: [{ field: 'coordinatorMentorId' }] } });
  const made = await consultant.post<Agreement>('/agreements', { ...cluster, coordinatorMentorId: one.mentorId });
  expect(made.status).toBe(201);
  const changed = await consultant.patch(`/agreements/${made.body.id}`, { coordinatorMentorId: outsider.mentorId, version: made.body.version });
  expect(changed.status).toBe(422);
});

test('a workplace that leaves takes its mentors along, so that the agreement cannot stay in force without one', async () => {
  const { companyId, workplaceId, otherId, mentorId } = await company();
  const { body } = await consultant.post<Agreement>('/agreements', {
    model: 'fixed_slots',
    companyId,
    workplaces: [{ workplaceId }, { workplaceId: otherId }],
    mentorIds: [mentorId],
    slots: [slotAt(otherId)],
  });
  const active = await consultant.put<Agreement>(`/agreements/${body.id}/activation`);
  const without = { workplaces: [{ workplaceId: otherId }], version: active.body.version };
  const refused = await consultant.patch(`/agreements/${body.id}`, without);
  expect(refused).toMatchObject({ status: 409, body: { code: 'agreement.needs-mentor' } });
});

test('one in force that has lost its mentor says so, also to whoever reserves there; what does not make it worse can still be changed', async () => {
  const { companyId, workplaceId, mentorId } = await company();
  const { body } = await consultant.post<Agreement>('/agreements', { model: 'fixed_slots', companyId, workplaces: [{ workplaceId }], mentorIds: [mentorId], slots: [slotAt(workplaceId)] });
  const read = async () => (await consultant.get<Agreement & { warnings: { code: string; text: string }[] }>(`/agreements/${body.id}`)).body;
  await consultant.put(`/agreements/${body.id}/activation`);
  expect((await read()).warnings.map(({ code }) => code)).not.toContain('agreement.needs-mentor');
  await app.db.touch({ organisationId }, (tx) => tx.run('update mentor set active_from = $2::date - 9, active_until = $2::date where id = $1', [mentorId, tx.today]));
  expect((await read()).warnings).toContainEqual({ code: 'agreement.needs-mentor', text: 'Aftalen har ingen mentor. Navngiv en.' });
  expect((await consultant.get(`//aftaler/${body.id}`)).text).toContain(`<a href="/aftaler/${body.id}/trin/mentor">Aftalen har ingen mentor. Navngiv en.</a>`);
  const change = async (what: object) => consultant.patch<{ code: string }>(`/agreements/${body.id}`, { ...what, version: (await read()).version });
  expect((await change({ title: 'Brødet' })).status).toBe(200);
  const citizen = { citizenRef: 'SAG-UDEN', targetGroup: 'LAB6-02', reason: 'Vil gerne' };
  const reserved = await consultant.post<{ id: string; warnings: string[] }>(`/openings/${body.slots[0]?.id}/reservations`, citizen);
  expect(reserved.body.warnings).toEqual(['reservation.no-mentor']);
  expect((await consultant.post(`/reservations/${reserved.body.id}/acceptance`)).body).toMatchObject({ mentorId: null, warnings: ['placement.no-mentor'] });
  const named = await consultant.post<{ id: string }>(`/workplaces/${workplaceId}/mentors`, { name: 'Ny Mentor', accepts: 1 });
  expect((await change({ mentorIds: [named.body.id] })).status).toBe(200);
  expect((await change({ mentorIds: [] })).body.code).toBe('agreement.needs-mentor');
});

test('the slots of an ended agreement stay as they were', async () => {
  const { companyId, workplaceId, mentorId } = await company();
  const { body } = await consultant.post<Agreement>('/agreements', { model: 'fixed_slots', companyId, workplaces: [{ workplaceId }], mentorIds: [mentorId], slots: [slotAt(workplaceId)] });
  const active = await consultant.put<Agreement>(`/agreements/${body.id}/activation`);
  const endsOn = addDays(app.clock.today(), 7);
  const ended = await consultant.put<Agreement>(`/agreements/${body.id}/end`, { endsOn, reason: 'Lukker', version: active.body.version });
  expect(ended.status).toBe(200);
  const [slot] = ended.body.slots;
  const changed = await consultant.patch(`/slots/${slot?.id}`, { tasks: 'Noget andet', version: slot?.version });
  expect(changed).toMatchObject({ status: 409, body: { code: 'agreement.ended' } });
});

test('slots are counted against the cap day by day: those that follow each other need one place', async () => {
  const { companyId, workplaceId } = await company();
  const [spring, summer] = [addDays(app.clock.today(), 60), addDays(app.clock.today(), 120)];
  const members = [{ workplaceId, slotCap: 1 }];
  const { body } = await consultant.post<Agreement>('/agreements', { model: 'standing', companyId, workplaces: members, slots: [{ ...slotAt(workplaceId), endsOn: spring }] });
  const add = (more: object) => consultant.post<Agreement>(`/agreements/${body.id}/slots`, { slots: [{ ...slotAt(workplaceId), ...more }] });
  expect((await add({ startsOn: spring, endsOn: summer })).status).toBe(201);
  expect((await add({ startsOn: summer })).status).toBe(201);
  expect(await add({ startsOn: addDays(summer, -1), endsOn: addDays(summer, 1) })).toMatchObject({ status: 409, body: { code: 'agreement.workplace-full' } });
  expect(await add({ startsOn: addDays(summer, 30) })).toMatchObject({ status: 409, body: { code: 'agreement.workplace-full' } });
});
