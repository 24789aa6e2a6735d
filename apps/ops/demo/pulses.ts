import { addDays, isoWeek, mondayOf, outbox, type Tx } from '#platform';
import { raiseTask } from '#tasks';

interface Trainee {
  readonly placementId: string;
  readonly mentorId: string;
  readonly workplaceId: string;
  readonly companyId: string;
  readonly owner: string | null;
  readonly from: string;
}

/** What was said, week by week, the latest last: most weeks are good, one mentor in seven has had two hard ones. */
const courses = [['good', 'good', 'good'], ['okay', 'good', 'good'], ['good', 'okay', 'good'], ['okay', 'okay', 'good'], ['good', 'good', 'okay'], ['good', 'hard', 'okay'], ['okay', 'hard', 'hard']] as const;

/** A mentor with much to see on the page: a certificate, and trainees who were answered for. */
const shownSql = `
select m.id from mentor m where m.email is not null
 order by (exists (select from training_certificate x where x.mentor_id = m.id and x.revoked_at is null))::int * 2
        + (exists (select from pulse y where y.mentor_id = m.id))::int desc, m.id limit 1`;

/** Mentors' answers of the last three weeks, the follow-up that two hard weeks raised, and one mail with a link to a mentor's own page. */
export async function addPulses(tx: Tx): Promise<void> {
  const trainees = await tx.rows<Trainee>(
    `select p.id as "placementId", p.mentor_id as "mentorId", p.workplace_id as "workplaceId", w.company_id as "companyId", k.owner_user_id as owner, p.starts_on as "from"
       from placement p join workplace w on w.id = p.workplace_id left join course k on k.id = p.course_id
      where p.mentor_id is not null and p.cancelled_at is null and p.starts_on <= $1::date - 28 and p.ends_on > $1::date
      order by p.id limit 40`,
    [tx.today],
  );
  for (const [n, trainee] of trainees.entries()) await addCourse(tx, n, trainee);
  const shown = await tx.row<{ id: string }>(shownSql);
  if (!shown) return;
  await tx.run(
    `insert into training_enrolment (organisation_id, id, session_id, mentor_id, invited_at)
     select app_organisation(), $1, t.id, $2, $3 from training_session t join training_course k on k.id = t.course_id where t.starts_at > $3 and t.cancelled_at is null
      order by k.kind = 'network' desc, t.starts_at desc limit 1 on conflict do nothing`,
    [tx.newId(), shown.id, tx.now],
  );
  await outbox(tx, 'mail.mentor-page', shown.id);
}

async function addCourse(tx: Tx, n: number, { placementId, mentorId, workplaceId, companyId, owner }: Trainee): Promise<void> {
  const moods = courses[n % courses.length] ?? courses[0];
  for (const [back, mood] of [...moods].reverse().entries()) {
    const friday = addDays(mondayOf(tx.today), -7 * (back + 1) + 4);
    const { year, week } = isoWeek(friday);
    await tx.run(
      `insert into pulse (organisation_id, id, placement_id, mentor_id, iso_year, iso_week, mood, days_attended, call_me, answered_on, answered_at)
       values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, false, $8::date, $8::date + time '13:00')`,
      [tx.newId(), placementId, mentorId, year, week, mood, mood === 'hard' ? 2 : 3 + (n % 3), friday],
    );
    if (back === 0 && mood === 'hard')
      await raiseTask(tx, { kind: 'pulse-low', subject: 'placement', subjectId: placementId, occasion: `${year}-W${week}`, companyId, workplaceId, userId: owner, dueOn: friday, facts: { week } });
  }
}
