import { addDays, isoWeek, mondayOf, type Tx } from '#platform';
import type { Rows } from './rows.js';
import { firstNames } from './words.data.js';

/** A placement whose first day has come, with its course. Days from now are negative. */
interface Gone {
  readonly placementId: string;
  readonly courseId: string;
  readonly citizenId: string;
  readonly owner: string | null;
  readonly ownerName: string;
  readonly mentorId: string | null;
  readonly tasks: string;
  readonly from: string;
  readonly until: string;
  /** Days since the first day, and whether the last one has gone by. */
  readonly days: number;
  readonly over: boolean;
}

const goneSql = `
select p.id as "placementId", p.course_id as "courseId", k.citizen_id as "citizenId", k.owner_user_id as owner, coalesce(u.name, '') as "ownerName", p.mentor_id as "mentorId",
       coalesce(o.tasks, 'Hjælpe til') as tasks, p.starts_on as "from", p.ends_on as "until", $1::date - p.starts_on as days, p.ends_on <= $1::date as over
  from placement p
  join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
  left join app_user u on u.organisation_id = k.organisation_id and u.id = k.owner_user_id
  left join opening o on o.organisation_id = p.organisation_id and o.id = p.opening_id
 where p.starts_on < $1::date and p.cancelled_at is null
 order by p.starts_on, p.citizen_ref`;

const outcomes = ['ordinary_hours', 'ordinary_job', 'flexjob', 'another_effort', 'ordinary_hours', 'education'];
const criteria = ['Møder fast tre dage om ugen', 'Klarer opgaverne uden en makker', 'Siger selv til, når noget er svært'];
const nextSteps = ['Mentor viser kassen på fredag', 'Vi taler om lørdagstimer', 'En fast makker de næste to uger', 'Prøver en time mere om dagen'];
const goals = ['Jeg vil prøve kassen', 'Jeg vil møde hver dag i en uge', 'Jeg vil have mine egne faste timer'];

/** What consultants have written on courses since the first day: starts, follow-ups, hours, work agreements, the staircase, ends. */
export async function addProgress(tx: Tx, rows: Rows): Promise<void> {
  const steps = await tx.rows<{ id: string }>('select id from staircase_step order by position');
  const all = await tx.rows<Gone>(goneSql, [tx.today]);
  // Of some who began this week nobody has said yet whether they came.
  const gone = all.filter(({ days }, n) => days > 10 || n % 3 !== 1);
  const terms = gone.map((each, n) => addTerms(rows, each, n));
  gone.forEach((each, n) => {
    rows.note(-each.days, { id: each.owner, name: each.ownerName }, 'course.started', each.courseId, { after: { placementId: each.placementId, startedOn: each.from } });
    addFollowUps(rows, each, n);
    if (n % 3 === 0) addHours(rows, each, tx.today);
    if (n % 2 === 0) addAgreement(rows, each, n);
    addSteps(rows, each, n, steps);
  });
  await rows.write(tx);
  // Of a few nobody has written the grant back yet.
  const grants = gone.map((_, n) => (n % 9 === 4 ? null : `V-${47110 + n * 13}`));
  await tx.run(
    `update placement p set started_on = p.starts_on, start_terms_id = x.terms, grant_number = x.number, grant_from = case when x.number is not null then p.starts_on end,
            grant_until = case when x.number is not null then p.ends_on end
       from unnest($1::uuid[], $2::uuid[], $3::text[]) x (id, terms, number) where p.id = x.id`,
    [gone.map(({ placementId }) => placementId), terms, grants],
  );
  await tx.run(
    `update course k set next_follow_up_on = greatest(f.next_on, k.opened_on) from (select course_id, max(next_on) as next_on from follow_up group by course_id) f where f.course_id = k.id`,
  );
  await tx.run(`update what_it_takes set met_on = review_on + 3, version = 2, written_at = review_on + 3 + time '14:10' where review_on + 8 < $1::date`, [tx.today]);
  await closeSome(tx, gone.filter(({ over, until }, n) => over && (n % 4 !== 3 || until < addDays(tx.today, -60))));
  await tx.run(`update citizen z set pseudonym = n.name from (select id, ($1::text[])[1 + row_number() over (order by case_ref)::int % cardinality($1::text[])] as name from citizen) n where n.id = z.id and z.pseudonym = z.case_ref`, [firstNames]);
}

function addTerms(rows: Rows, { courseId, owner, ownerName, days, from }: Gone, n: number): string {
  const [id, at] = [rows.id(-days - 2), rows.at(-days - 2)];
  const on = addDays(from, -2);
  const hours = [{ hours_outcome: 'not_yet' }, { hours_outcome: 'agreed', hours_minutes: 120, hours_from: addDays(from, 42) }, { hours_outcome: 'not_yet' }, { hours_outcome: 'refused', refused_reason: 'Ingen lønkroner før nytår' }][n % 4];
  rows.add('start_terms', { id, course_id: courseId, purpose: 'Finde ud af, om opgaverne og arbejdstiden passer', agreed_with_citizen_on: on, agreed_with_company_on: on, created_at: at, created_by: owner, version: 1, ...hours });
  rows.note(-days - 2, { id: owner, name: ownerName }, 'course.terms-agreed', courseId, { after: { hoursOutcome: hours?.hours_outcome } });
  if (n % 2 === 0) {
    rows.add('what_it_takes', { id: rows.id(-days - 1.9), start_terms_id: id, criterion: criteria[n % criteria.length], review_on: addDays(from, 42), written_at: at, written_by: owner, version: 1 });
  }
  return id;
}

function addFollowUps(rows: Rows, { courseId, owner, ownerName, days, from, until }: Gone, n: number): void {
  for (let day = 5; day <= days && addDays(from, day) < until; day += 14) {
    rows.note(day - days, { id: owner, name: ownerName }, 'course.followed-up', courseId, { after: { heldOn: addDays(from, day) } });
    const absent = (n + day) % 5 === 0;
    rows.add('follow_up', {
      id: rows.id(day - days), course_id: courseId, held_on: addDays(from, day), how: ['visit', 'call', 'meeting'][(n + day) % 3], citizen_present: !absent,
      absent_reason: absent ? 'Havde fri den dag' : null, paid_hours: ['yes', 'no', 'later'][(n + day) % 3], next_step: nextSteps[(n + day) % nextSteps.length],
      next_on: addDays(from, day + (n % 12 === 0 ? 10 : 16)), created_at: rows.at(day - days), created_by: owner,
    });
  }
}

function addHours(rows: Rows, { courseId, owner, from, days }: Gone, today: string): void {
  for (let day = 42; day < days; day += 7) {
    const monday = mondayOf(addDays(from, day));
    if (monday > today) return;
    const { year, week } = isoWeek(monday);
    rows.add('ordinary_hours', { course_id: courseId, iso_year: year, iso_week: week, minutes: day === 70 ? 0 : 120 + 30 * Math.min(6, (day - 42) / 7), written_at: rows.at(day - days), written_by: owner });
  }
}

function addAgreement(rows: Rows, { courseId, placementId, owner, mentorId, tasks, days, from }: Gone, n: number): void {
  const [id, at] = [rows.id(-days), rows.at(-days)];
  if (owner === null) return;
  rows.add('work_agreement', {
    id, course_id: courseId, placement_id: placementId, number: 1, pen: ['citizen', 'consultant', 'caseworker'][n % 3], responsible_user_id: owner, goal: 'At komme i arbejde igen, gerne i samme branche',
    purpose: 'At prøve opgaverne og finde en arbejdstid, der holder', tasks, attendance: 'Mandag, onsdag og fredag kl. 8-12', created_at: at, created_by: owner,
    mentor_id: mentorId, mentor_tasks: mentorId && 'Viser til rette og tager en snak hver fredag',
  });
  [['Kender opgaverne og kollegerne', 14, false], ['Møder fast som aftalt', 28, false], ['De første to løntimer om ugen', 56, true]].forEach(([milestone, day, paid_hours], index) =>
    rows.add('work_agreement_milestone', { id: rows.id(-days), work_agreement_id: id, position: index + 1, milestone, due_on: addDays(from, Number(day)), paid_hours }),
  );
  rows.add('work_agreement_signature', { id: rows.id(-days), work_agreement_id: id, party: 'citizen', signed_on: from, created_at: at, created_by: owner });
  if (n % 4 === 0) rows.add('work_agreement_signature', { id: rows.id(-days), work_agreement_id: id, party: 'company', signed_on: from, on_behalf_reason: 'Mentor har sagt ja i telefonen', created_at: at, created_by: owner });
}

function addSteps(rows: Rows, { citizenId, courseId, owner, days, from }: Gone, n: number, steps: readonly { readonly id: string }[]): void {
  [0, 2, 3].forEach((step, index) => {
    const day = index * 28;
    const id = steps[step]?.id;
    if (day > days || id === undefined) return;
    rows.add('citizen_step', { id: rows.id(day - days), citizen_id: citizenId, course_id: courseId, step_id: id, from_on: addDays(from, day), next_goal: goals[(n + index) % goals.length], created_at: rows.at(day - days), created_by: owner });
  });
}

/** Some of those that are over are closed, with the CV brought up to date; the others wait for it. */
async function closeSome(tx: Tx, over: readonly Gone[]): Promise<void> {
  await tx.run(
    `update course k set closed_on = x.until, closed_by = k.owner_user_id, outcome = x.outcome, cv_updated_on = x.until, next_follow_up_on = null
       from unnest($1::uuid[], $2::date[], $3::text[]) x (id, until, outcome) where k.id = x.id`,
    [over.map(({ courseId }) => courseId), over.map(({ until }) => until), over.map((_, n) => outcomes[n % outcomes.length])],
  );
}
