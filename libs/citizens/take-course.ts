import { journal } from '#journal';
import type { Actor, Tx } from '#platform';

/**
 * The citizen is out at a company: the consultant around them owns the course from now on (R91). The primary contact
 * when no consultant is attached; whoever owns it stays when they are that already. Answers the owner, or null when
 * nobody is attached. Called where a start is confirmed, in its transaction.
 */
export async function consultantTakesCourse(tx: Tx, actor: Actor, courseId: string): Promise<string | null> {
  const course = await tx.one<{ owner: string | null; taker: string | null }>(
    `select k.owner_user_id as owner,
            (select r.user_id from citizen_role r
              where r.organisation_id = k.organisation_id and r.citizen_id = k.citizen_id and r.valid @> $2::date and r.stands_in_for is null
                and (r.role = 'consultant' or r.is_primary)
              order by r.role = 'consultant' desc, r.user_id = k.owner_user_id desc, r.is_primary desc, lower(r.valid), r.id limit 1) as taker
       from course k where k.id = $1 for no key update of k`,
    [courseId, tx.today],
  );
  if (course.taker === null || course.taker === course.owner) return course.owner;
  await tx.run('update course set owner_user_id = $2, version = version + 1 where id = $1', [courseId, course.taker]);
  await journal(tx, actor, { action: 'course.owner-changed', subject: 'course', subjectId: courseId, before: { owner: course.owner }, after: { owner: course.taker } });
  return course.taker;
}
