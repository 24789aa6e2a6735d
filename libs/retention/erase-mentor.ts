import { journal } from '#journal';
import type { Actor, Tx } from '#platform';

/** Who a mentor was goes, and every way in; that there was one at the workplace stays. */
export async function eraseMentor(tx: Tx, actor: Actor, mentorId: string): Promise<void> {
  for (const table of ['mentor_address', 'mentor_session', 'mentor_page_link', 'mentor_link']) await tx.run(`delete from ${table} where mentor_id = $1`, [mentorId]);
  await tx.run(
    `update mentor set name = '–', email = null, phone = null, experience = null, strengths = null, suits = null,
            active_until = least(active_until, $2::date), erased_on = $2, version = version + 1 where id = $1`,
    [mentorId, tx.today],
  );
  await journal(tx, actor, { action: 'mentor.erased', subject: 'mentor', subjectId: mentorId });
}
