import { journal } from '#journal';
import type { Actor, Tx } from '#platform';
import { settleTasks } from '#tasks';

interface Given {
  readonly id: string;
  readonly mentorId: string | null;
  readonly issuedOn: string;
  readonly expiresOn: string;
}

/**
 * The certificate of an attendance: counts from the session's day for the course's months. The mentor's days of training
 * follow it, unless a later one is known already, and the tasks that asked for training are done.
 */
export async function issueCertificate(tx: Tx, actor: Actor, enrolmentId: string): Promise<void> {
  const given = await tx.row<Given>(
    `insert into training_certificate (organisation_id, id, enrolment_id, course_id, mentor_id, user_id, issued_on, expires_on, trained_before, until_before, created_at, created_by)
     select e.organisation_id, $2, e.id, k.id, e.mentor_id, e.user_id, d.on_day, (d.on_day + make_interval(months => k.valid_months))::date, m.trained_on, m.trained_until, $3, $4
       from training_enrolment e
       join training_session t on t.organisation_id = e.organisation_id and t.id = e.session_id
       join training_course k on k.organisation_id = t.organisation_id and k.id = t.course_id
      cross join lateral (select (t.starts_at at time zone 'Europe/Copenhagen')::date as on_day) d
       left join mentor m on m.organisation_id = e.organisation_id and m.id = e.mentor_id
      where e.id = $1
         on conflict do nothing
     returning id, mentor_id as "mentorId", issued_on as "issuedOn", expires_on as "expiresOn"`,
    [enrolmentId, tx.newId(), tx.now, actor.userId],
  );
  if (!given) return;
  const { id, mentorId, issuedOn, expiresOn } = given;
  if (mentorId) {
    await tx.run('update mentor set trained_on = $2, trained_until = $3, version = version + 1 where id = $1 and (trained_on is null or trained_on <= $2::date)', [mentorId, issuedOn, expiresOn]);
    await settleTasks(tx, 'mentor-training', mentorId, actor.userId);
    await settleTasks(tx, 'certificate-expires', mentorId, actor.userId);
  }
  await journal(tx, actor, { action: 'training-certificate.issued', subject: mentorId ? 'mentor' : 'training-certificate', subjectId: mentorId ?? id, ...(await placeOf(tx, mentorId)), after: { issuedOn, expiresOn } });
}

/** Takes back what an attendance gave; the mentor stands as the newest certificate left says, or as before. */
export async function revokeCertificate(tx: Tx, actor: Actor, enrolmentId: string): Promise<void> {
  const taken = await tx.row<Given & { trainedBefore: string | null; untilBefore: string | null }>(
    `update training_certificate set revoked_at = $2, revoked_by = $3 where enrolment_id = $1 and revoked_at is null
     returning id, mentor_id as "mentorId", issued_on as "issuedOn", expires_on as "expiresOn", trained_before as "trainedBefore", until_before as "untilBefore"`,
    [enrolmentId, tx.now, actor.userId],
  );
  if (!taken) return;
  const { id, mentorId, issuedOn, expiresOn } = taken;
  if (mentorId) {
    const left = await tx.row<Pick<Given, 'issuedOn' | 'expiresOn'>>(
      'select issued_on as "issuedOn", expires_on as "expiresOn" from training_certificate where mentor_id = $1 and revoked_at is null order by issued_on desc, expires_on desc limit 1',
      [mentorId],
    );
    await tx.run('update mentor set trained_on = $3, trained_until = $4, version = version + 1 where id = $1 and trained_on = $2', [mentorId, issuedOn, left?.issuedOn ?? taken.trainedBefore, left ? left.expiresOn : taken.untilBefore]);
  }
  await journal(tx, actor, { action: 'training-certificate.revoked', subject: mentorId ? 'mentor' : 'training-certificate', subjectId: mentorId ?? id, ...(await placeOf(tx, mentorId)), before: { issuedOn, expiresOn } });
}

/** On whose timeline it belongs. */
async function placeOf(tx: Tx, mentorId: string | null): Promise<{ companyId?: string; workplaceId?: string }> {
  if (!mentorId) return {};
  return tx.one<{ companyId: string; workplaceId: string }>(
    'select w.company_id as "companyId", w.id as "workplaceId" from mentor m join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id where m.id = $1',
    [mentorId],
  );
}
