import { addDays, mondayOf, type Tx } from '#platform';
import type { Doer, Rows } from './rows.js';

interface DemoMentorRow {
  readonly id: string;
  readonly name: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly trained: boolean;
}

const told = [
  ['Tolv år i huset, de seneste fire med elever', 'Rolig, forklarer gerne to gange', 'Den, der har brug for faste rutiner og én at spørge'],
  ['Har selv været i praktik her', 'God til at få folk med til frokost', 'Den, der er bange for at gøre noget forkert'],
  ['Arbejdsleder og tidligere spejderleder', 'Struktur, humor og klare beskeder', 'Den, der vil have ansvar hurtigt'],
  ['Tyve år i faget', 'Ser, hvem der trænger til en pause', 'Den, der skal tilbage efter lang tid derhjemme'],
] as const;

/** What mentors are good at, two pauses, a mentor of two places; a course that was held, one to come that is full, a network meeting. */
export async function addTraining(tx: Tx, rows: Rows, by: Doer): Promise<void> {
  const mentors = await tx.rows<DemoMentorRow>(
    `select m.id, m.name, w.company_id as "companyId", w.id as "workplaceId", m.trained_on is not null as trained
       from mentor m join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id order by m.active_from, m.id`,
  );
  for (const [n, mentor] of mentors.entries()) await tell(tx, mentor, n);
  const [trained, untrained] = [mentors.filter((each) => each.trained), mentors.filter((each) => !each.trained)];
  addAbsences(rows, tx.today, by, trained);
  await addSecondPlace(tx, rows, tx.today, by);
  const first = course(rows, by, 'first', 'Mentorkursus', 'At tage imod, at sætte i gang og at give besked. Den svære samtale. Hvem man ringer til.', 24);
  course(rows, by, 'refresher', 'Genopfriskning for mentorer', 'Et års erfaringer: hvad virkede, og hvad er nyt i reglerne.', 24);
  const network = course(rows, by, 'network', 'Mentornetværk', 'Kaffe og erfaringer på tværs af virksomhederne.', null);
  const coordinators = await tx.rows<{ id: string }>('select distinct coordinator_user_id as id from agreement where coordinator_user_id is not null order by 1');
  held(rows, tx.today, by, first, { mentors: trained.slice(0, 4), staff: coordinators.slice(1) });
  const coming = session(rows, first, { today: tx.today, days: 10, seats: 3, by, place: 'Rådhuset, sal 2' });
  untrained.slice(0, 6).forEach((mentor, n) => enrol(rows, by, coming, mentor.id, -5, n < 4 ? { accepted_at: rows.at(-4 + n / 10), seat: n < 3 ? n + 1 : null } : {}));
  const later = session(rows, first, { today: tx.today, days: 24, seats: 12, by, place: 'Rådhuset, sal 2' });
  untrained.slice(6, -2).forEach((mentor, n) => enrol(rows, by, later, mentor.id, -4, { accepted_at: rows.at(-3), seat: n + 1 }));
  const meeting = session(rows, network, { today: tx.today, days: 22, seats: 20, by, place: null, video_url: 'https://moede.example/mentornetvaerk' });
  trained.slice(4, 9).forEach((mentor, n) => enrol(rows, by, meeting, mentor.id, -3, n < 3 ? { accepted_at: rows.at(-2), seat: n + 1 } : {}));
  await rows.write(tx);
  await accept(tx);
  await tx.run('update mentor m set trained_on = x.issued_on, trained_until = x.expires_on from training_certificate x where x.organisation_id = m.organisation_id and x.mentor_id = m.id');
}

/** Mentors say yes to as many as there are promised places; at one company somebody has become full while a place is free. */
async function accept(tx: Tx): Promise<void> {
  await tx.run(
    `update mentor m set accepts = greatest(m.accepts, x.places)
       from (select workplace_id, sum(least(slots, cap)) as places
               from (select s.workplace_id, count(*) as slots, a.total_cap as cap from slot s join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
                      where s.model <> 'standing' group by s.workplace_id, a.id, a.total_cap) each_agreement
              group by workplace_id) x where x.workplace_id = m.workplace_id`,
  );
  await tx.run(`update mentor m set accepts = 2 from workplace w where w.organisation_id = m.organisation_id and w.id = m.workplace_id and w.name = 'Munkebo Maskinværksted'`);
}

async function tell(tx: Tx, { id }: DemoMentorRow, n: number): Promise<void> {
  const [experience, strengths, suits] = told[n % told.length] ?? [];
  await tx.run(
    `update mentor set experience = $2, strengths = $3, suits = $4, weekdays = $5, consideration_ids = array(select id from consideration where position % 3 = $6 % 3 limit 3) where id = $1`,
    [id, experience, strengths, suits, n % 5 === 4 ? [1, 2, 4] : [1, 2, 3, 4, 5], n],
  );
}

/** One is on holiday now, one has too much to do from next week on. */
function addAbsences(rows: Rows, today: string, by: Doer, [holiday, overload]: readonly DemoMentorRow[]): void {
  const pause = (mentor: DemoMentorRow | undefined, kind: string, period: string, note: string | null): void => {
    if (!mentor) return;
    rows.add('mentor_pause', { id: rows.id(-2), mentor_id: mentor.id, kind, note, period, created_at: rows.at(-2), created_by: by.id, version: 1 });
    rows.note(-2, by, 'mentor.paused', mentor.id, { company_id: mentor.companyId, workplace_id: mentor.workplaceId, after: { kind } });
  };
  pause(holiday, 'holiday', `[${addDays(today, -3)},${addDays(today, 11)})`, null);
  pause(overload, 'overload', `[${addDays(today, 7)},)`, 'Julesalget. Tager gerne imod igen i januar.');
}

/** A company of two workplaces shares a mentor. */
async function addSecondPlace(tx: Tx, rows: Rows, today: string, by: Doer): Promise<void> {
  const pair = await tx.row<{ mentor: string; other: string }>(
    `select m.id as mentor, o.id as other from mentor m
       join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
       join workplace o on o.organisation_id = w.organisation_id and o.company_id = w.company_id and o.id <> w.id
      where m.accepts > 1 order by m.id limit 1`,
  );
  if (pair) rows.add('mentor_workplace', { id: rows.id(-20), mentor_id: pair.mentor, workplace_id: pair.other, period: `[${addDays(today, -20)},)`, created_at: rows.at(-20), created_by: by.id, version: 1 });
}

function course(rows: Rows, by: Doer, kind: string, name: string, description: string, valid_months: number | null): string {
  const id = rows.id(-120);
  rows.add('training_course', { id, kind, name, description, valid_months, created_at: rows.at(-120), created_by: by.id, version: 1 });
  return id;
}

interface DemoSession {
  readonly today: string;
  readonly days: number;
  readonly seats: number;
  readonly by: Doer;
  readonly place: string | null;
  readonly video_url?: string;
}

/** A session so many days from this week's Monday, in the early afternoon; two hours long. */
function session(rows: Rows, course_id: string, { today, days, seats, by, ...where }: DemoSession): string {
  const id = rows.id(Math.min(days, 0) - 30);
  const at = (hour: number): Date => new Date(`${addDays(mondayOf(today), days)}T${hour}:00:00Z`);
  rows.add('training_session', { id, course_id, starts_at: at(12), ends_at: at(14), seats, video_url: null, ...where, created_at: rows.at(Math.min(days, 0) - 30), created_by: by.id, version: 1 });
  return id;
}

function enrol(rows: Rows, by: Doer, session_id: string, mentor_id: string | null, days: number, more: Readonly<Record<string, unknown>>): string {
  const id = rows.id(days);
  // Who has yet to answer has the mail in front of them.
  if (!more.accepted_at) rows.add('outbox', { id: rows.id(0), topic: 'mail.training-invitation', subject_id: id, payload: {}, created_at: rows.at(0), due_at: rows.at(0), attempts: 0 });
  rows.add('training_enrolment', { id, session_id, mentor_id, invited_at: rows.at(days), invited_by: by.id, accepted_at: null, seat: null, attended_at: null, absent_at: null, version: 1, ...more });
  return id;
}

interface Attending {
  readonly mentors: readonly DemoMentorRow[];
  readonly staff: readonly { readonly id: string }[];
}

/** Three weeks ago: all but the last mentor came, and the coordinators. */
function held(rows: Rows, today: string, by: Doer, courseId: string, { mentors, staff }: Attending): void {
  const past = session(rows, courseId, { today, days: -18, seats: 12, by, place: 'Rådhuset, sal 2' });
  const day = addDays(mondayOf(today), -18);
  const expires_on = `${Number(day.slice(0, 4)) + 2}-${day.slice(5, 7)}-${day.slice(8).replace('29', '28')}`;
  const people = [...mentors.map(({ id }) => ({ mentor_id: id, user_id: null })), ...staff.map(({ id }) => ({ mentor_id: null, user_id: id }))];
  people.forEach((person, n) => {
    const came = n !== mentors.length - 1;
    const mark = came ? { attended_at: rows.at(-17) } : { absent_at: rows.at(-17) };
    const enrolment_id = enrol(rows, by, past, person.mentor_id, -40, { user_id: person.user_id, accepted_at: rows.at(-38), seat: n + 1, marked_by: by.id, ...mark });
    if (came) rows.add('training_certificate', { id: rows.id(-17), enrolment_id, course_id: courseId, ...person, issued_on: day, expires_on, created_at: rows.at(-17), created_by: by.id });
  });
}
