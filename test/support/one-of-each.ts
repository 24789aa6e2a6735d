/** One row in every table of an organisation, for the tests that try to reach it from outside or with odd requests. */
import type { Db, Tx } from '#platform';
import type { TestOrganisation } from './app.js';
import { addCitizen } from './one-citizen.js';
import { addCourse } from './one-course.js';
import { addMentorPage } from './one-mentor-page.js';

/** The id of the row in each table that has one. */
export type OneOfEach = Readonly<Record<string, string>>;

const day = 86_400_000;

/** What has an owner is that user's. */
export function oneOfEach(db: Db, organisation: TestOrganisation, owner = 'consultant'): Promise<OneOfEach> {
  const user = organisation.users[owner]?.id ?? '';
  return db.touch({ organisationId: organisation.id }, async (tx) => {
    const add = adder(tx, organisation.id);
    const rows: Record<string, string> = { organisation: organisation.id, app_user: user };
    rows.team = (await tx.one<{ id: string }>('select id from team limit 1')).id;
    await addCompany(add, rows, tx, user);
    await addPromises(add, rows, tx, user);
    await addPool(add, rows, tx, user);
    await addMoves(add, rows, tx, user);
    await addImport(add, rows, tx, user);
    await addTasks(add, rows, tx, user);
    await addTraining(add, rows, tx, user);
    await addCitizen(add, rows, tx, user);
    await addCourse(add, rows, tx, user);
    await addMentorPage(add, rows, tx, user);
    await addLoose(add, rows, tx, user);
    return rows;
  });
}

type Add = (table: string, values: Readonly<Record<string, unknown>>, withId?: boolean) => Promise<string>;
export type Part = (add: Add, rows: Record<string, string>, tx: Tx, user: string) => Promise<void>;

const adder =
  (tx: Tx, organisation: string): Add =>
  async (table, values, withId = true) => {
    const id = tx.newId();
    const row: Record<string, unknown> = { organisation_id: organisation, ...(withId && { id }), ...values };
    const names = Object.keys(row);
    await tx.run(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(row),
    );
    return id;
  };

const addCompany: Part = async (add, rows, tx, user) => {
  const created_at = tx.now;
  rows.sector = await add('sector', { key: 'proeve', name_da: 'Prøvebranche', name_en: 'Trial trade', position: 99 });
  await add('sector_division', { scheme: 'DB25', division_code: '99', sector_id: rows.sector }, false);
  rows.company = await add('company', {
    name: 'Prøve Bageri ApS',
    name_key: 'prove bageri',
    cvr: '10000009',
    created_at,
  });
  rows.workplace = await add('workplace', {
    company_id: rows.company,
    name: 'Prøve Bageri',
    street: 'Prøvevej 1',
    postal_code: '5000',
    municipality_code: '0461',
    sector_id: rows.sector,
    created_at,
  });
  rows.contact_person = await add('contact_person', {
    company_id: rows.company,
    name: 'Prøve Kontakt',
    phone: '12345678',
    created_at,
  });
  await add(
    'company_knowledge',
    { company_id: rows.company, user_id: user, source: 'created', since: created_at, others_knew: 0 },
    false,
  );
  rows.mentor = await add('mentor', {
    workplace_id: rows.workplace,
    name: 'Prøve Mentor',
    email: 'mentor@proeve.example',
    active_from: tx.today,
    created_at,
  });
  rows.consideration = await add('consideration', { name_da: 'Ingen tunge løft', name_en: 'No lifting', position: 99 });
};

const addPromises: Part = async (add, rows, tx, user) => {
  const created_at = tx.now;
  rows.cluster = await add('cluster', { name: 'Prøvecentret', kind: 'geographic', created_at });
  const agreement = {
    model: 'fixed_slots',
    title: 'Prøveaftale',
    company_id: rows.company,
    contact_user_id: user,
    starts_on: tx.today,
    refill: true,
    created_at,
  };
  rows.agreement = await add('agreement', agreement);
  await add('agreement_workplace', { agreement_id: rows.agreement, workplace_id: rows.workplace }, false);
  await add('agreement_mentor', { agreement_id: rows.agreement, mentor_id: rows.mentor }, false);
  const place = {
    workplace_id: rows.workplace,
    tasks: 'Pakke brød',
    minutes_per_week: 900,
    sector_id: rows.sector,
    municipality_code: '0461',
    created_at,
  };
  rows.slot = await add('slot', {
    ...place,
    agreement_id: rows.agreement,
    model: 'fixed_slots',
    number: 1,
    path_to_hours: 'Ordinære timer fra uge 5',
    starts_on: tx.today,
  });
  await addAgreementLife(add, rows, tx, user);
};

const addAgreementLife: Part = async (add, rows, tx, user) => {
  const agreement_id = rows.agreement;
  const version_id = await add('agreement_version', { agreement_id, number: 1, valid_from: tx.today, content: '{}', written_at: tx.now, written_by: user });
  rows.agreement_version = version_id;
  await add('agreement_change', { agreement_id, steps: '[]', begun_at: tx.now }, false);
  rows.agreement_pause = await add('agreement_pause', { agreement_id, period: '[2020-01-01,2020-01-08)', reason: 'Ombygning', by_company: false, created_at: tx.now });
  rows.agreement_acceptance = await add('agreement_acceptance', { agreement_id, version_id, name: 'Prøve Chef', email: 'chef@proeve.example', asked_at: tx.now });
  const expires_at = new Date(tx.now.getTime() + 30 * day);
  await add('agreement_link', { token_hash: `aftale-${rows.agreement}`, acceptance_id: rows.agreement_acceptance, created_at: tx.now, expires_at }, false);
  rows.appetite = await add('appetite', { company_id: rows.company, light: 'maybe', set_on: tx.today, set_at: tx.now });
};

const addPool: Part = async (add, rows, tx, user) => {
  const created_at = tx.now;
  const place = {
    workplace_id: rows.workplace,
    tasks: 'Pakke brød',
    minutes_per_week: 900,
    sector_id: rows.sector,
    municipality_code: '0461',
    created_at,
  };
  rows.saved_view = await add('saved_view', { user_id: user, name: 'Prøvevisning', query: 'onlyFree=true', created_at });
  rows.opening = await add('opening', {
    ...place,
    places: 2,
    free_from: tx.today,
    shared_by: user,
    published_at: tx.now,
  });
  const [from, until] = [tx.today, new Date(tx.now.getTime() + 91 * day).toISOString().slice(0, 10)];
  const wish = {
    opening_id: rows.opening,
    workplace_id: rows.workplace,
    citizen_ref: 'PRØVE-1',
    target_group_code: 'x',
    measure_type_code: 'x',
    minutes_per_week: 900,
  };
  rows.reservation = await add('reservation', {
    ...wish,
    reason: 'Vil gerne bage',
    from_date: from,
    until_date: until,
    reserved_by: user,
    created_at,
    expires_at: new Date(tx.now.getTime() + 3 * day),
  });
  await add(
    'mentor_link',
    {
      token_hash: `hash ${rows.reservation}`,
      reservation_id: rows.reservation,
      email: 'mentor@proeve.example',
      created_at,
      expires_at: created_at,
    },
    false,
  );
  rows.placement = await add('placement', {
    workplace_id: rows.workplace,
    citizen_ref: 'PRØVE-2',
    measure_type_code: 'x',
    minutes_per_week: 900,
    period: `[${from},${until})`,
    planned_end: until,
    created_at,
  });
};

const addMoves: Part = async (add, rows, tx) => {
  const [created_at, from, until] = [tx.now, tx.today, new Date(tx.now.getTime() + 7 * day).toISOString().slice(0, 10)];
  await add('placement_hours', { placement_id: rows.placement, from_on: from, minutes_per_week: 600 }, false);
  rows.placement_pause = await add('placement_pause', { placement_id: rows.placement, period: `[${from},${until})`, reason: 'Ferie', created_at });
  rows.workplace_closure = await add('workplace_closure', { workplace_id: rows.workplace, period: `[${from},${until})`, reason: 'Ferielukket', created_at });
  rows.workplace_employees = await add('workplace_employees', { workplace_id: rows.workplace, month: '2026-01-01', fte: 12.5, created_at });
};

const addTasks: Part = async (add, rows, tx, user) => {
  const asked = { subject_type: 'agreement', subject_id: rows.agreement, occasion: 'x', company_id: rows.company, user_id: user };
  rows.task = await add('task', { ...asked, kind: 'offer-question', due_on: tx.today, raised_at: tx.now });
  const answer = { agreement_id: rows.agreement, answer: 'good', answered_on: tx.today, next_on: '2099-01-01' };
  rows.offer_answer = await add('offer_answer', { ...answer, created_at: tx.now, created_by: user });
};

const addTraining: Part = async (add, rows, tx, user) => {
  const created_at = tx.now;
  rows.mentor_workplace = await add('mentor_workplace', { mentor_id: rows.mentor, workplace_id: rows.workplace, period: `[${tx.today},)`, created_at });
  rows.mentor_pause = await add('mentor_pause', { mentor_id: rows.mentor, kind: 'holiday', period: `[${tx.today},)`, created_at });
  rows.training_course = await add('training_course', { kind: 'first', name: 'Prøvekursus', valid_months: 24, created_at });
  const [starts_at, ends_at] = [new Date(tx.now.getTime() + day), new Date(tx.now.getTime() + 2 * day)];
  rows.training_session = await add('training_session', { course_id: rows.training_course, starts_at, ends_at, seats: 2, place: 'Prøvesalen', created_at });
  rows.training_enrolment = await add('training_enrolment', { session_id: rows.training_session, mentor_id: rows.mentor, invited_at: created_at, invited_by: user });
  await add('training_link', { token_hash: `hash ${rows.training_enrolment}`, enrolment_id: rows.training_enrolment, created_at }, false);
  const from = { enrolment_id: rows.training_enrolment, course_id: rows.training_course, mentor_id: rows.mentor };
  rows.training_certificate = await add('training_certificate', { ...from, issued_on: tx.today, expires_on: new Date(tx.now.getTime() + 700 * day).toISOString().slice(0, 10), created_at });
};

const addImport: Part = async (add, rows, tx, user) => {
  const dialect = JSON.stringify({
    format: 'text',
    encoding: 'utf8',
    separator: ';',
    sepLine: false,
    bom: true,
    newline: '\r\n',
  });
  const columns = JSON.stringify({ headings: ['Virksomhed', 'CVR'], mapping: [null, 'cvr'] });
  rows.import_run = await add('import_run', {
    user_id: user,
    file_name: 'prøve.csv',
    dialect,
    columns,
    status: 'preview',
    rows_total: 1,
    created_at: tx.now,
  });
  await add('import_row', { import_id: rows.import_run, row_number: 1, verdict: 'new' }, false);
  await add('import_change', {
    import_id: rows.import_run,
    kind: 'filled',
    subject: 'company',
    subject_id: rows.company,
    before: '{}',
    after: '{}',
  });
  await add('import_mapping', { user_id: user, fingerprint: 'x', columns: '[]', updated_at: tx.now }, false);
};

const addLoose: Part = async (add, rows, tx, user) => {
  await add('organisation_municipality', { municipality_code: '0461' }, false);
  await add(
    'password_link',
    { token_hash: `hash ${user}`, user_id: user, purpose: 'reset', created_at: tx.now, expires_at: tx.now },
    false,
  );
  await add(
    'session',
    { token_hash: `hash ${user}`, user_id: user, created_at: tx.now, seen_at: tx.now, expires_at: tx.now },
    false,
  );
  rows.demo_mail = await add('demo_mail', {
    to_address: 'a@proeve.example',
    subject: 'Prøve',
    text: 'Prøve',
    html: 'Prøve',
    created_at: tx.now,
  });
  await add('retention_rule', { kind: 'citizen', valid_from: '2099-01-01', months: 6, created_at: tx.now }, false);
  await add('mail_sent', { dedup_key: 'x', sent_at: tx.now }, false);
  await add('search_word', { word: 'prøveord' }, false);
  rows.journal_entry = await add('journal_entry', {
    at: tx.now,
    actor_kind: 'system',
    action: 'organisation.created',
    subject_type: 'organisation',
    subject_id: rows.organisation,
  });
  await add('outbox', {
    topic: 'test.nothing',
    subject_id: user,
    created_at: tx.now,
    due_at: new Date(tx.now.getTime() + 365 * day),
  });
  await add('idempotency_key', { actor: 'x', operation: 'x', key: 'x', fingerprint: 'x', created_at: tx.now }, false);
};
