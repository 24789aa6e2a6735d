import { journal } from '#journal';
import type { Actor, Tx } from '#platform';
import { giveAnswer } from './answer-invitation.js';
import { enrolmentOf, type Enrolment } from './enrolment-row.js';
import { lockOpenSession } from './session-row.js';

/**
 * A mentor signs up without having been asked: the same seat or place on the waiting list that a yes to an invitation
 * gives, and twice is no fault. Within the caller's transaction. Refuses `training.session-begun` and `.session-cancelled`.
 */
export async function signUp(tx: Tx, actor: Actor, { sessionId, mentorId }: { readonly sessionId: string; readonly mentorId: string }): Promise<Enrolment> {
  await lockOpenSession(tx, sessionId);
  const made = await tx.row<{ id: string }>(
    `insert into training_enrolment (organisation_id, id, session_id, mentor_id, invited_at) values (app_organisation(), $1, $2, $3, $4)
         on conflict on constraint training_enrolment_mentor_once do nothing returning id`,
    [tx.newId(), sessionId, mentorId, tx.now],
  );
  if (made) await journal(tx, actor, { action: 'training-enrolment.signed-up', subject: 'training-session', subjectId: sessionId, after: { enrolmentId: made.id } });
  const { id } = made ?? (await tx.one<{ id: string }>('select id from training_enrolment where session_id = $1 and mentor_id = $2', [sessionId, mentorId]));
  await giveAnswer(tx, actor, id, { answer: 'yes' });
  return enrolmentOf(tx, id);
}
