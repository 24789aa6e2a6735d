import { Injectable } from '@nestjs/common';
import { lockReservation, type LockedReservation } from '#openings';
import { Db, invalid, type Actor, type Tx } from '#platform';
import { declineReservation } from './decline-reservation.js';
import { makeMatch } from './make-match.js';
import { linkNow, mentorActor, presentedLink, requireOpen } from './mentor-link.js';
import { requestCallBack } from './request-call-back.js';

export type MentorAnswer = 'accept' | 'decline' | 'call';

interface GivenAnswer {
  readonly answer: MentorAnswer;
  readonly reason?: string;
  readonly mentorId: string | null;
}

/** What an answer does, whether it came by the link in the mail or from the mentor's own page. */
export async function giveMentorAnswer(tx: Tx, actor: Actor, reservation: LockedReservation, { answer, reason = '', mentorId }: GivenAnswer): Promise<void> {
  if (answer === 'call') await requestCallBack(tx, actor, reservation);
  else if (answer === 'decline') await declineReservation(tx, actor, reservation, reason);
  else await makeMatch(tx, actor, reservation, { mentorId: mentorId ?? undefined });
}

/**
 * The mentor's answer from the link: "Ja tak" makes the placement (and the agreement that waits for it), "Ikke nu" needs a reason, "Ring til mig" leaves the
 * link open. The first two use it up. Only ever by POST: a mail scanner that follows links answers nothing.
 * Refuses `mentor-link.unknown` (404) and as `requireOpen` says.
 */
@Injectable()
export class AnswerMentorRequest {
  constructor(private readonly db: Db) {}

  async run({
    token,
    answer,
    reason,
  }: {
    readonly token: string;
    readonly answer: MentorAnswer;
    readonly reason?: string;
  }): Promise<{ readonly answer: MentorAnswer }> {
    const link = await presentedLink(this.db, token);
    if (answer === 'decline' && !reason) throw invalid({ field: 'reason', code: 'fault.required' });
    const mentor = await this.db.read(link, (tx) => linkNow(tx, link));
    const actor = mentorActor(link, mentor);
    await this.db.write(actor, async (tx) => {
      const reservation = await lockReservation(tx, link.reservationId);
      requireOpen(await linkNow(tx, link, 'for no key update of l'));
      if (answer !== 'call') await tx.run('update mentor_link set used_at = $2 where token_hash = $1', [link.hash, tx.now]);
      await giveMentorAnswer(tx, actor, reservation, { answer, reason, mentorId: mentor.mentorId });
    });
    return { answer };
  }
}
