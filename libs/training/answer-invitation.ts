import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, type Actor, type Tx } from '#platform';
import { enrolmentOf, type Enrolment } from './enrolment-row.js';
import { fillSeats } from './fill-seats.js';
import { lockOpenSession } from './session-row.js';
import { presentedTrainingLink } from './training-link.js';

export interface InvitationAnswer {
  readonly answer: 'yes' | 'no';
  readonly reason?: string | null;
}

/**
 * A yes takes a seat, or a place at the end of the waiting list; a no gives the seat to the next there. Until the session
 * begins the answer can be changed, and the same answer twice is no fault. The link's answers and staff's come here.
 */
export async function giveAnswer(tx: Tx, actor: Actor, enrolmentId: string, { answer, reason }: InvitationAnswer): Promise<Enrolment> {
  const { sessionId } = await tx.one<{ sessionId: string }>('select session_id as "sessionId" from training_enrolment where id = $1', [enrolmentId]);
  await lockOpenSession(tx, sessionId);
  const changed =
    answer === 'yes'
      ? await tx.run('update training_enrolment set accepted_at = $2, declined_at = null, decline_reason = null, version = version + 1 where id = $1 and accepted_at is null', [enrolmentId, tx.now])
      : await tx.run('update training_enrolment set declined_at = $2, decline_reason = $3, accepted_at = null, seat = null, version = version + 1 where id = $1 and declined_at is null', [enrolmentId, tx.now, reason || null]);
  if (changed === 0) return enrolmentOf(tx, enrolmentId);
  await fillSeats(tx, sessionId, enrolmentId);
  if (answer === 'yes') await outbox(tx, 'mail.training-confirmed', enrolmentId);
  await journal(tx, actor, { action: answer === 'yes' ? 'training-enrolment.accepted' : 'training-enrolment.declined', subject: 'training-session', subjectId: sessionId, after: { enrolmentId } });
  return enrolmentOf(tx, enrolmentId);
}

/** On behalf of somebody who rang, or by the mentor's own page. */
@Injectable()
export class AnswerEnrolment {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { enrolmentId, ...answer }: InvitationAnswer & { readonly enrolmentId: string }): Promise<Enrolment> {
    return this.db.write(actor, (tx) => giveAnswer(tx, actor, enrolmentId, answer));
  }
}

/** By the link in the mail, without an account. Only ever by POST. Refuses `training-link.unknown` (404). */
@Injectable()
export class AnswerInvitation {
  constructor(private readonly db: Db) {}

  async run({ token, ...answer }: InvitationAnswer & { readonly token: string }): Promise<Enrolment> {
    const { actor, enrolmentId } = await presentedTrainingLink(this.db, token);
    return this.db.write(actor, (tx) => giveAnswer(tx, actor, enrolmentId, answer));
  }
}
