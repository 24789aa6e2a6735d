/** What has been kept long enough goes at night, once, as the administrator was shown; what is in use stays. */
import { EraseExpired } from '#retention';
import { csrfOf } from '#people';
import { systemActor } from '#platform';
import { asOwner, startApp, type Client, type TestApp, type TestOrganisation } from './support/app.js';
import { forCitizen, makeMentor, makePlace, share } from './support/pool.js';

interface Kept {
  kind: string;
  months: number;
  changes: { months: number; from: string }[];
  going: { on: string; n: number }[];
}

const day = 86_400_000;
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(new Date('2027-02-01T09:00:00Z')));
afterAll(() => app.close());

const night = (organisation: TestOrganisation): Promise<number> => app.nest.get(EraseExpired, { strict: false }).run(systemActor(organisation.id));
const kept = async (organisation: TestOrganisation): Promise<Record<string, Kept>> => {
  const { items } = (await (await organisation.signIn('administrator')).get<{ items: Kept[] }>('/retention')).body;
  return Object.fromEntries(items.map((each) => [each.kind, each]));
};
const rows = <T extends object>(organisation: TestOrganisation, sql: string, params: unknown[] = []): Promise<T[]> => app.db.read({ organisationId: organisation.id }, (tx) => tx.rows<T>(sql, params));
const tasks = async (by: Client): Promise<{ kind: string; dueOn: string }[]> => (await by.get<{ items: { kind: string; dueOn: string }[] }>('/tasks')).body.items;

/** A citizen whose reservation became a placement of four weeks and whose course is closed after it. */
async function finished(organisation: TestOrganisation, by: Client, caseRef: string): Promise<{ id: string; placementId: string; courseId: string }> {
  const place = await makePlace(app, organisation);
  const opening = await share(by, place);
  const { id } = (await by.post<{ id: string }>('/citizens', { caseRef, pseudonym: 'Gudrun', targetGroup: 'LAB6-03', goals: [{ sectorId: null, tasks: 'Binde buketter' }], nearPostalCode: '5800' })).body;
  const reservation = (await by.post<{ id: string }>(`/openings/${opening}/reservations`, forCitizen({ citizenRef: caseRef, reason: 'Vil binde buketter', from: '2027-02-08', until: '2027-03-08' }))).body;
  const accepted = await by.post<{ id: string }>(`/reservations/${reservation.id}/acceptance`, {});
  expect(accepted.status).toBe(201);
  const { courseId } = (await by.get<{ courseId: string }>(`/citizens/${id}`)).body;
  app.clock.set(new Date('2027-03-08T09:00:00Z'));
  await app.db.touch({ organisationId: organisation.id }, async (tx) => {
    await tx.run(
      `insert into follow_up (organisation_id, id, course_id, held_on, how, citizen_present, paid_hours, next_step, next_on, created_at)
       values (app_organisation(), $1, $2, '2027-02-15', 'call', true, 'yes', 'Prøve kassen', '2027-02-22', $3)`,
      [tx.newId(), courseId, tx.now],
    );
    const terms = tx.newId();
    await tx.run(
      `insert into start_terms (organisation_id, id, course_id, purpose, agreed_with_citizen_on, agreed_with_company_on, hours_outcome, created_at)
       values (app_organisation(), $1, $2, 'Prøve blomsterfaget', '2027-02-01', '2027-02-01', 'not_yet', $3)`,
      [terms, courseId, tx.now],
    );
    await tx.run(
      `insert into what_it_takes (organisation_id, id, start_terms_id, criterion, review_on, written_at) values (app_organisation(), $1, $2, 'Kan selv binde en krans', '2027-02-20', $3)`,
      [tx.newId(), terms, tx.now],
    );
    await tx.run(`update course set closed_on = '2027-03-08', outcome = 'unchanged', outcome_note = 'Gik fint', cv_updated_on = '2027-03-08' where id = $1`, [courseId]);
  });
  return { id, placementId: accepted.body.id, courseId };
}

test('a citizen: told a month before, gone after six months, and the reference after two years; the numbers stay', async () => {
  const organisation = await app.makeOrganisation();
  const consultant = await organisation.signIn('consultant');
  const { id, placementId, courseId } = await finished(organisation, consultant, 'SLET-1');
  expect((await kept(organisation)).citizen?.going).toEqual([]);
  expect(await night(organisation)).toBe(0);

  app.clock.set(new Date('2027-08-10T09:00:00Z'));
  expect((await kept(organisation)).citizen?.going).toEqual([{ on: '2027-09-08', n: 1 }]);
  expect(await night(organisation)).toBe(0);
  expect(await night(organisation)).toBe(0);
  const then = await organisation.signIn('consultant');
  expect((await tasks(then)).filter(({ kind }) => kind === 'citizen-retention')).toMatchObject([{ dueOn: '2027-09-08' }]);

  app.clock.set(new Date('2027-09-08T03:00:00Z'));
  expect(await night(organisation)).toBe(1);
  expect(await night(organisation)).toBe(0);
  expect((await (await organisation.signIn('consultant')).get(`/citizens/${id}`)).status).toBe(404);
  expect(await rows(organisation, 'select pseudonym, near_postal_code, case_ref from citizen where id = $1', [id])).toEqual([{ pseudonym: '–', near_postal_code: null, case_ref: 'SLET-1' }]);
  expect(await rows(organisation, 'select from citizen_job_goal where citizen_id = $1', [id])).toEqual([]);

  // The logs are kept by the database's own clock, which does not go along with this one.
  await (await organisation.signIn('administrator')).put('/retention/access-log', { months: 60, from: '2027-09-09' });
  app.clock.set(new Date('2029-03-08T03:00:00Z'));
  const due = await kept(organisation);
  expect(due.course?.going[0]).toEqual({ on: '2029-03-08', n: 1 });
  await night(organisation);
  expect(await night(organisation)).toBe(0);
  for (const word of ['SLET-1', 'Gudrun', 'buketter', 'Prøve kassen', 'Gik fint', 'blomsterfaget', 'krans']) expect([word, await places(organisation, word)]).toEqual([word, []]);
  expect(await rows(organisation, 'select course_id from placement where id = $1', [placementId])).toEqual([{ course_id: courseId }]);
  expect(await rows(organisation, 'select outcome from course where id = $1', [courseId])).toEqual([{ outcome: 'unchanged' }]);
});

/** In which tables of an organisation a word stands. */
async function places(organisation: TestOrganisation, word: string): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('outbox', 'idempotency_key') order by 1`,
  );
  const found = [];
  for (const { name } of tables) if ((await rows(organisation, `select from "${name}" t where to_jsonb(t)::text like '%' || $1 || '%' limit 1`, [word])).length > 0) found.push(name);
  return found;
}

test('what is in use stays: an open course, a live reservation, a word said lately', async () => {
  const organisation = await app.makeOrganisation();
  const consultant = await organisation.signIn('consultant');
  const made = async (caseRef: string): Promise<string> => (await consultant.post<{ id: string }>('/citizens', { caseRef, pseudonym: 'Ida', targetGroup: 'LAB6-03' })).body.id;
  const [unused, open, live, said] = [await made('BRUG-1'), await made('BRUG-2'), await made('BRUG-3'), await made('BRUG-4')];
  const opening = await share(consultant, await makePlace(app, organisation));
  await consultant.post(`/openings/${opening}/reservations`, forCitizen({ citizenRef: 'BRUG-3' }));
  await app.db.touch({ organisationId: organisation.id }, (tx) =>
    tx.run(`insert into course (organisation_id, id, citizen_id, opened_on, created_at) values (app_organisation(), $1, $2, $3, $4)`, [tx.newId(), open, tx.today, tx.now]),
  );
  app.clock.set(new Date('2027-07-15T09:00:00Z'));
  await (await organisation.signIn('consultant')).patch(`/citizens/${said}`, { minutesPossible: 600, version: 1 });
  app.clock.set(new Date('2027-08-01T09:00:00Z'));
  expect(await night(organisation)).toBe(1);
  const erased = await rows<{ id: string }>(organisation, 'select id from citizen where facts_erased_on is not null');
  expect(erased).toEqual([{ id: unused }]);
  expect([open, live, said]).not.toContain(unused);
});

test('a reference on a reservation that nobody wrote a citizen down for; a mentor nobody needs, told beforehand', async () => {
  const organisation = await app.makeOrganisation();
  const consultant = await organisation.signIn('consultant');
  const place = await makePlace(app, organisation);
  const mentor = await makeMentor(app, organisation, place, 'glemt@proeve.example');
  const opening = await share(consultant, place);
  const reservation = (await consultant.post<{ id: string }>(`/openings/${opening}/reservations`, forCitizen({ citizenRef: 'LØS-7' }))).body.id;
  await consultant.post(`/reservations/${reservation}/withdrawal`, { reason: 'Fortrudt' });
  app.clock.set(new Date('2027-08-01T09:00:00Z'));
  expect(await night(organisation)).toBe(1);
  expect(await rows(organisation, 'select citizen_ref, reason, withdrawn_reason from reservation')).toEqual([{ citizen_ref: '–', reason: '–', withdrawn_reason: '–' }]);
  app.clock.set(new Date('2028-01-10T09:00:00Z'));
  await night(organisation);
  expect((await tasks(await organisation.signIn('consultant'))).filter(({ kind }) => kind === 'mentor-retention')).toMatchObject([{ dueOn: '2028-02-01' }]);
  app.clock.set(new Date('2028-02-01T09:00:00Z'));
  await night(organisation);
  expect(await rows(organisation, 'select name, email from mentor where id = $1', [mentor])).toEqual([{ name: '–', email: null }]);
  expect(await places(organisation, 'glemt@proeve')).toEqual([]);
});

test('old rows of the two logs, and no younger ones; the database itself keeps half a year', async () => {
  app.clock.set(new Date());
  const organisation = await app.makeOrganisation();
  const consultant = await organisation.signIn('consultant');
  const { id } = (await consultant.post<{ id: string }>('/citizens', { caseRef: 'LOG-1', pseudonym: 'Ida', targetGroup: 'LAB6-03' })).body;
  const now = app.clock.now().getTime();
  await app.db.touch({ organisationId: organisation.id }, async (tx) => {
    for (const days of [10, 700, 800, 2000]) {
      const at = new Date(now - days * day);
      await tx.run(`insert into citizen_seen (organisation_id, id, citizen_id, at, actor_kind, fields, basis) values (app_organisation(), $1, $2, $3, 'system', 'name', 'system')`, [tx.newId(), id, at]);
      await tx.run(`insert into journal_entry (organisation_id, id, at, actor_kind, action, subject_type, subject_id) values (app_organisation(), $1, $2, 'system', 'x', 'x', $1)`, [tx.newId(), at]);
    }
  });
  expect(await night(organisation)).toBe(3);
  expect(await rows(organisation, `select from citizen_seen where actor_kind = 'system'`)).toHaveLength(2);
  expect(await rows(organisation, `select from journal_entry where action = 'x'`)).toHaveLength(3);
  expect(await rows(organisation, `select after ->> 'kind' as kind, after ->> 'n' as n from journal_entry where action = 'retention.erased' order by id`)).toEqual([
    { kind: 'access-log', n: '2' },
    { kind: 'journal', n: '1' },
  ]);
  const touch = (sql: string) => app.db.touch({ organisationId: organisation.id }, (tx) => tx.run(sql));
  await expect(touch(`select erase_log('access-log', now() - interval '179 days')`)).rejects.toMatchObject({ code: '22023' });
  await expect(touch('delete from citizen_seen')).rejects.toMatchObject({ code: '42501' });
  await expect(touch(`select set_config('app.erasing', 'yes', true)`).then(() => touch('delete from follow_up'))).rejects.toMatchObject({ code: '42501' });
});

test('a time is changed from a day on: longer soon, shorter in a fortnight at the earliest, and the preview knows both', async () => {
  const organisation = await app.makeOrganisation();
  const [consultant, administrator] = [await organisation.signIn('consultant'), await organisation.signIn('administrator')];
  await consultant.post('/citizens', { caseRef: 'FRIST-1', pseudonym: 'Ida', targetGroup: 'LAB6-03' });
  const set = (kind: string, months: number, from: string) => administrator.put(`/retention/${kind}`, { months, from });
  expect(await set('citizen', 3, '2027-02-10')).toMatchObject({ status: 422 });
  expect(await set('citizen', 3, '2027-01-01')).toMatchObject({ status: 422 });
  expect(await set('access-log', 3, '2028-01-01')).toMatchObject({ status: 422 });
  expect(await set('citizen', 2, '2027-03-01')).toMatchObject({ status: 200 });
  expect(await set('citizen', 2, '2027-03-15')).toMatchObject({ status: 200 });
  expect((await kept(organisation)).citizen).toMatchObject({ months: 6, changes: [{ months: 2, from: '2027-03-01' }, { months: 2, from: '2027-03-15' }], going: [{ on: '2027-04-01', n: 1 }] });
  expect((await consultant.get('/retention')).status).toBe(403);
  expect((await set('everything', 6, '2028-01-01')).status).toBe(400);

  const page = (method: string, fields?: Record<string, string>) =>
    fetch(`${app.url}/indstillinger/opbevaring`, {
      method,
      redirect: 'manual',
      headers: { cookie: `sid=${administrator.token}`, 'sec-fetch-site': 'same-origin' },
      ...(fields && { body: new URLSearchParams({ _csrf: csrfOf(administrator.token ?? ''), ...fields }) }),
    });
  const html = await (await page('GET')).text();
  expect(html).toContain('Borgerens oplysninger');
  expect(html).not.toMatch(/FRIST-1|Ida/);
  expect(await (await page('POST', { kind: 'citizen', months: '99', from: '2028-01-01' })).text()).toContain('Vælg et antal måneder inden for grænserne');
  expect((await page('POST', { kind: 'citizen', months: '12', from: '2028-01-01' })).status).toBe(303);
});
