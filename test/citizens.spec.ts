/** Citizens over HTTP: the record, who may see it, who has looked. */
import { formatter, hasText } from '#dictionary';
import { addDays, Ids } from '#platform';
import { startApp, wordOf, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, makePlace, share } from './support/pool.js';

interface Citizen {
  id: string;
  pseudonym: string;
  warnings: string[];
  version: number;
  code?: string;
}

let app: TestApp;
let organisation: TestOrganisation;
let consultant: Client;
let colleague: Client;
let caseworker: Client;
let manager: Client;
beforeAll(async () => {
  app = await startApp();
  organisation = await app.makeOrganisation();
  consultant = await organisation.signIn('consultant');
  colleague = await organisation.signIn('colleague');
  caseworker = await organisation.signIn('caseworker');
  manager = await organisation.signIn('manager');
});
afterAll(() => app.close());

let count = 0;
const made = async (more: object = {}, by: Client = consultant): Promise<Citizen> => {
  const answer = await by.post<Citizen>('/citizens', { caseRef: `SAG-${(count += 1)}`, pseudonym: 'Ida', targetGroup: 'LAB6-03', ...more });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.body;
};
const userId = (who: string): string => organisation.users[who]?.id ?? '';
const seenRows = (id: string) =>
  app.db.read({ organisationId: organisation.id }, (tx) =>
    tx.rows<{ fields: string; basis: string; reason: string | null; userId: string }>(
      'select fields, basis, reason, user_id as "userId" from citizen_seen where citizen_id = $1 order by id',
      [id],
    ),
  );
const later = (days: number): string => addDays(app.clock.today(), days);

describe('the record', () => {
  test('is what the work needs to know, and changes with a version', async () => {
    const sector = (await consultant.get<{ items: { id: string }[] }>('/sectors')).body.items[0]?.id ?? null;
    const body = { goals: [{ sectorId: sector, tasks: 'Bage brød og pakke' }], minutesPossible: 600, nearPostalCode: '5800', travelMinutes: 30, transport: 'bicycle' };
    const citizen = await made(body);
    expect(citizen).toMatchObject({ ...body, targetGroup: 'LAB6-03', considerationIds: [], awayFrom: null, warnings: [], version: 1 });
    const changed = await consultant.patch<Citizen>(`/citizens/${citizen.id}`, { minutesPossible: 900, version: 1 });
    expect(changed).toMatchObject({ status: 200, body: { minutesPossible: 900, version: 2, transport: 'bicycle' } });
    const stale = await consultant.patch(`/citizens/${citizen.id}`, { minutesPossible: 300, version: 1 });
    expect(stale).toMatchObject({ status: 412, body: { code: 'edit.stale' } });
  });

  test('warns of a diagnosis, refuses a CPR number and a full name', async () => {
    expect(await made({ goals: [{ sectorId: null, tasks: 'rolige opgaver på grund af depression' }] })).toMatchObject({ warnings: ['citizen.diagnosis-word'] });
    const send = (more: object) => consultant.post('/citizens', { caseRef: 'SAG-X', pseudonym: 'Ida', targetGroup: 'LAB6-03', ...more });
    expect(await send({ caseRef: '010190-1234' })).toMatchObject({ status: 422, body: { code: 'input.cpr' } });
    expect(await send({ pseudonym: 'Ida Marie Hansen' })).toMatchObject({ status: 422 });
    expect(await send({ diagnosis: 'x' })).toMatchObject({ status: 422 });
    expect(await send({ nearPostalCode: '0001' })).toMatchObject({ status: 422 });
    expect(await send({ targetGroup: 'NONE' })).toMatchObject({ status: 422 });
  });

  test('exists once: the second to write it down learns whom to ask, and nothing more', async () => {
    const citizen = await made({ caseRef: 'SAG-ÉN' });
    const again = await colleague.post<Citizen>('/citizens', { caseRef: 'SAG-ÉN', pseudonym: 'Ib', targetGroup: 'LAB6-03' });
    expect(again).toMatchObject({ status: 409, body: { code: 'citizen.exists', title: expect.stringContaining('Prøve consultant') } });
    expect(again.text).not.toContain(citizen.id);
    expect(again.text).not.toContain('Ida');
  });

  test('a target group changes from a day, and history stays', async () => {
    const { id } = await made();
    await consultant.patch(`/citizens/${id}`, { targetGroup: 'LAB6-06', targetGroupFrom: later(10), version: 1 });
    const { body } = await consultant.get<{ targetGroup: string; targetGroups: unknown[] }>(`/citizens/${id}`);
    expect(body).toMatchObject({ targetGroup: 'LAB6-03', targetGroups: [{ code: 'LAB6-06', from: later(10), until: null }, { code: 'LAB6-03', until: later(10) }] });
    const earlier = await consultant.patch(`/citizens/${id}`, { targetGroup: 'LAB6-05', targetGroupFrom: later(5), version: 2 });
    expect(earlier).toMatchObject({ status: 422 });
  });
});

test('who leaves has no plans here beyond the day, before it is said and after', async () => {
  const place = await makePlace(app, organisation);
  const opening = await share(consultant, place);
  const { id } = await made({ caseRef: 'SAG-REJSER' });
  const away = (from: string) => consultant.post(`/citizens/${id}/away`, { reason: 'Flytter', from });
  const reserve = (more: object = {}) => consultant.post<{ id: string }>(`/openings/${opening}/reservations`, forCitizen({ citizenRef: 'SAG-REJSER', ...more }));
  const visit = (days: number) => consultant.post<{ id: string }>(`/citizens/${id}/visits`, { kind: 'taster', workplaceId: place.workplaceId, times: [{ day: later(days), at: '10:00' }] });
  const live = (await reserve()).body.id;
  await visit(19);
  const plans = `besøg hos Ørbæk Prøvebageri ${formatter('da').formatDate(later(19))}`;
  expect(await away(later(0))).toMatchObject({ status: 409, body: { code: 'citizen.has-plans', title: expect.stringMatching(`: reservation hos Ørbæk Prøvebageri fra .*; ${plans}`) } });
  await consultant.post(`/reservations/${live}/withdrawal`, {});
  expect((await away(later(19))).body).toMatchObject({ title: expect.stringContaining(`: ${plans}. Træk`) });
  expect((await away(later(20))).status).toBe(201);
  const gone = { status: 409, body: { code: 'citizen.leaving', title: expect.stringContaining(formatter('da').formatDate(later(20))) } };
  expect(await reserve()).toMatchObject(gone);
  expect(await visit(20)).toMatchObject(gone);
  expect((await reserve({ until: later(20) })).status).toBe(201);
});

describe('who may see whom', () => {
  const states: readonly (readonly [string, (id: string, who: string) => Promise<void>])[] = [
    ['attached now', (id, who) => role(id, who, `[${later(-10)},)`)],
    ['attached before', (id, who) => role(id, who, `[${later(-10)},${later(-1)})`)],
    ['attached later', (id, who) => role(id, who, `[${later(10)},)`)],
    ['covering', (id, who) => access(id, who, 'cover', -1, 1)],
    ['cover over', (id, who) => access(id, who, 'cover', -10, -1)],
    ['cover ended', (id, who) => access(id, who, 'cover', -1, 1, true)],
    ['looking', (id, who) => access(id, who, 'look', -0.01, 0.03)],
    ['look over', (id, who) => access(id, who, 'look', -2, -1)],
    ['nothing', () => Promise.resolve()],
  ];
  const seen = ['attached now', 'covering', 'looking'];
  const people = ['colleague', 'caseworker', 'manager', 'administrator'];
  const cases = people.flatMap((who) => states.map(([state, arrange]) => [who, state, arrange] as const));

  test.each(cases)('%s, %s', async (who, state, arrange) => {
    const { id } = await made();
    await arrange(id, who);
    const client = await organisation.signIn(who);
    const may = who !== 'administrator' && seen.includes(state);
    const no = who === 'administrator' ? 403 : 404;
    for (const path of ['', '/roles', '/seen', '/report']) expect([path, (await client.get(`/citizens/${id}${path}`)).status]).toEqual([path, may ? 200 : no]);
    const change = await client.patch(`/citizens/${id}`, { minutesPossible: 300, version: 1 });
    expect(change.status).toBe(who === 'administrator' ? 403 : !may ? 404 : state === 'looking' ? 403 : 200);
    const list = await client.get<{ items: { id: string }[] }>('/citizens?limit=100');
    expect(list.status === 200 && list.body.items.some((row) => row.id === id)).toBe(may);
  });

  test('nobody of another organisation', async () => {
    const { id } = await made();
    const stranger = await (await app.makeOrganisation('Jobcenter Nabo')).signIn('manager');
    expect((await stranger.get(`/citizens/${id}`)).status).toBe(404);
    expect((await stranger.post('/citizens/looks', { caseRef: `SAG-${count}`, reason: 'nysgerrig' })).status).toBe(404);
  });

  const touch = (sql: string, params: unknown[]): Promise<unknown> => app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(sql, params));
  const role = async (id: string, who: string, valid: string): Promise<void> => {
    await touch(
      `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, created_at)
       values (app_organisation(), $1, $2, $3, 'caseworker', false, $4, now())`,
      [newId(), id, userId(who), valid],
    );
  };
  const access = async (id: string, who: string, kind: string, from: number, until: number, ended = false): Promise<void> => {
    const at = (days: number): Date => new Date(app.clock.now().getTime() + days * 86_400_000);
    await touch(
      `insert into citizen_access (organisation_id, id, citizen_id, user_id, kind, reason, from_at, until_at, granted_by, ended_at)
       values (app_organisation(), $1, $2, $3, $4, 'fravær', $5, $6, $3, $7)`,
      [newId(), id, userId(who), kind, at(from), at(until), ended ? at(0) : null],
    );
  };
});

describe('a look with a reason', () => {
  test('opens one citizen to a manager for an hour, to see and not to change, and stands on the control list', async () => {
    const { id } = await made({ caseRef: 'SAG-LOOK' });
    expect((await manager.get(`/citizens/${id}`)).status).toBe(404);
    expect((await manager.post('/citizens/looks', { caseRef: 'SAG-LOOK', reason: '' })).status).toBe(422);
    const look = await manager.post('/citizens/looks', { caseRef: 'SAG-LOOK', reason: 'Klage fra borgeren' });
    expect(look).toMatchObject({ status: 201, body: { id, untilAt: expect.any(String) } });
    expect(await manager.get(`/citizens/${id}`)).toMatchObject({ status: 200, body: { basis: 'look' } });
    expect(await manager.patch(`/citizens/${id}`, { minutesPossible: 300, version: 1 })).toMatchObject({ status: 403, body: { code: 'citizen.look-only' } });
    expect((await seenRows(id)).at(-1)).toEqual({ fields: 'record', basis: 'look', reason: 'Klage fra borgeren', userId: userId('manager') });
    expect(await manager.get('/citizens/looks')).toMatchObject({ body: { items: expect.arrayContaining([expect.objectContaining({ reason: 'Klage fra borgeren' })]) } });
    expect((await consultant.get('/citizens/looks')).status).toBe(403);
    app.clock.advance(61 * 60_000);
    expect((await (await organisation.signIn('manager')).get(`/citizens/${id}`)).status).toBe(404);
    app.clock.advance(-61 * 60_000);
  });

  test('is for the team of somebody attached; a colleague of another team learns nothing', async () => {
    await made({ caseRef: 'SAG-TEAM' });
    expect((await colleague.post('/citizens/looks', { caseRef: 'SAG-TEAM', reason: 'nysgerrig' })).status).toBe(404);
    expect((await colleague.post('/citizens/looks', { caseRef: 'SAG-NONE', reason: 'nysgerrig' })).status).toBe(404);
    expect((await caseworker.post('/citizens/looks', { caseRef: 'SAG-TEAM', reason: 'kollega er syg' })).status).toBe(201);
    expect(await consultant.post('/citizens/looks', { caseRef: 'SAG-TEAM', reason: 'min egen' })).toMatchObject({ body: { untilAt: null } });
  });
});

describe('cover', () => {
  test('is given by somebody attached until a day with a reason, and ends by itself or by hand', async () => {
    const { id } = await made();
    const give = (more: object = {}, by = consultant) => by.post<{ id: string }>(`/citizens/${id}/cover`, { userId: userId('colleague'), lastDay: later(5), reason: 'Ferie', ...more });
    expect((await give({}, colleague)).status).toBe(404);
    expect((await give({ lastDay: later(-1) })).status).toBe(422);
    expect((await give({ lastDay: later(91) })).status).toBe(422);
    expect((await give({ userId: userId('administrator') })).status).toBe(422);
    const cover = await give();
    expect(cover.status).toBe(201);
    expect(await colleague.get(`/citizens/${id}`)).toMatchObject({ status: 200, body: { basis: 'cover' } });
    expect(await colleague.patch(`/citizens/${id}`, { minutesPossible: 300, version: 1 })).toMatchObject({ status: 200 });
    expect(await give({}, colleague)).toMatchObject({ status: 403, body: { code: 'citizen.look-only' } });
    expect((await consultant.post(`/citizens/${id}/cover/${cover.body.id}/end`)).status).toBe(204);
    expect((await colleague.get(`/citizens/${id}`)).status).toBe(404);
    expect(await consultant.post(`/citizens/${id}/cover/${cover.body.id}/end`)).toMatchObject({ status: 409, body: { code: 'citizen.cover-over' } });
  });
});

describe('the access log', () => {
  test('has one row for each citizen shown, in lists and search hits too, and none for those not shown', async () => {
    const word = wordOf(organisation.id).slice(-8);
    const [shown, other] = [await made({ pseudonym: `Åse${word}` }), await made({ pseudonym: 'Bo' })];
    await consultant.get(`/citizens?q=aase${word}`);
    await consultant.get(`/citizens/${shown.id}`);
    await consultant.get(`/citizens/${shown.id}/roles`);
    await colleague.get(`/citizens/${shown.id}`);
    expect((await seenRows(shown.id)).map(({ fields }) => fields)).toEqual(['name', 'record', 'roles']);
    expect(await seenRows(other.id)).toEqual([]);
    const log = await consultant.get<{ items: unknown[] }>(`/citizens/${shown.id}/seen`);
    expect(log.body.items).toMatchObject([{ fields: 'access', name: 'Prøve consultant', basis: 'attached' }, { fields: 'roles' }, { fields: 'record' }, { fields: 'name' }]);
  });

  test('cannot be changed or deleted by the application', async () => {
    const { id } = await made();
    await consultant.get(`/citizens/${id}`);
    for (const sql of ["update citizen_seen set fields = 'x'", 'delete from citizen_seen'])
      await expect(app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(sql))).rejects.toMatchObject({ code: '42501' });
  });

  test('is part of the report for the data subject, which holds every table of theirs', async () => {
    const { id } = await made({ goals: [{ sectorId: null, tasks: 'Male' }] });
    await consultant.get(`/citizens/${id}`);
    const { body } = await consultant.get<{ tables: Record<string, Record<string, unknown>[]> }>(`/citizens/${id}/report`);
    expect(Object.keys(body.tables)).toEqual(expect.arrayContaining(['citizen', 'citizen_job_goal', 'citizen_role', 'citizen_seen', 'citizen_target_group', 'journal_entry']));
    expect(body.tables.citizen_seen?.map(({ fields }) => fields)).toEqual(['record', 'report']);
    expect(JSON.stringify(body)).not.toMatch(/Prøve (?!consultant)|@proeve|organisation_id/);

    const { text } = await consultant.get(`//borgere/${id}/indsigt`);
    for (const said of ['Det har vi skrevet om dig', '<dd>Male</dd>', 'Virksomhedskonsulent', 'oprettede en borger', 'Indsigtsrapport']) expect(text).toContain(said);
    expect(text.split('<main')[1]).not.toMatch(/[0-9a-f]{8}-[0-9a-f-]{27}(?!\/)|T\d\d:\d\d/);
    const paper = await consultant.get(`//borgere/${id}/indsigt.pdf`);
    expect([paper.status, paper.headers.get('content-type'), paper.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    // What a person wrote or can read has a word in the report; the rest are ids, places in a list and the like.
    const technical = ['actor_name', 'citizen_ref', 'ends_on', 'number', 'position', 'ratio_exempt', 'seat', 'starts_on', 'subject_type', 'token_hash', 'version', 'contact_email', 'contact_name'];
    const columns = await app.db.touch({ organisationId: organisation.id }, (tx) =>
      tx.rows<{ name: string }>(
        `select distinct column_name as name from information_schema.columns c
          where table_schema = 'public' and data_type <> 'uuid' and column_name <> all ($1) and (table_name in ('citizen', 'journal_entry') or table_name not like 'training%' and exists (
            select from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name in ('citizen_id', 'citizen_ref', 'course_id', 'start_terms_id', 'visit_id', 'work_agreement_id', 'placement_id')))`,
        [technical],
      ),
    );
    expect(columns.length).toBeGreaterThan(90);
    expect(columns.filter(({ name }) => !hasText(`subject.column.${name}`))).toEqual([]);
  });
});

describe('the database', () => {
  const newCitizen = `insert into citizen (organisation_id, id, case_ref, pseudonym, created_at) values (app_organisation(), $1, $2, 'X', now())`;
  test('takes no citizen without a primary contact, and no two', async () => {
    const alone = newId();
    await expect(app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(newCitizen, [alone, `ALENE-${wordOf(alone)}`]))).rejects.toMatchObject({
      code: '23514',
      constraint: 'citizen_has_one_primary',
    });
    const { id } = await made();
    const second = app.db.touch({ organisationId: organisation.id }, (tx) =>
      tx.run(
        `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, created_at)
         values (app_organisation(), $1, $2, $3, 'caseworker', true, '[2030-01-01,)', now())`,
        [newId(), id, userId('caseworker')],
      ),
    );
    await expect(second).rejects.toMatchObject({ code: '23P01', constraint: 'citizen_role_one_primary' });
    const cut = app.db.touch({ organisationId: organisation.id }, (tx) =>
      tx.run("update citizen_role set valid = daterange(lower(valid), '2031-01-01') where citizen_id = $1", [id]),
    );
    await expect(cut).rejects.toMatchObject({ constraint: 'citizen_has_one_primary' });
  });
});

const newId = (): string => app.nest.get(Ids).next();
