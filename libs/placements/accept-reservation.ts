import { Injectable } from '@nestjs/common';
import type { MatchAgreement } from '#agreements';
import { lockLiveReservation, mayAnswer } from '#openings';
import { Db, Refusal, type Actor } from '#platform';
import { makeMatch, type Match } from './make-match.js';

export interface Acceptance {
  readonly id: string;
  readonly mentorId?: string;
  /** Where the mentor gets more than the mentor accepts. */
  readonly overLimitReason?: string;
  /** Makes a match-driven agreement of it; what was agreed beforehand (PlanMatchAgreement) unless said. */
  readonly agreement?: MatchAgreement;
}

/**
 * A member of staff writes down the company's "yes", given by telephone or at a visit; the journal says that it was not
 * the mentor's own hand. On a shared opening the match may bear a match-driven agreement (model 3) in the same transaction.
 * Refuses as `makeMatch` does, `reservation.ended`, `reservation.not-yours` (403), and
 * `agreement.on-a-slot` when the place belongs to an agreement already.
 */
@Injectable()
export class AcceptReservation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, mentorId, overLimitReason, agreement }: Acceptance): Promise<Match> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayAnswer(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      if (agreement && reservation.slotId) throw new Refusal('agreement.on-a-slot');
      return makeMatch(tx, actor, reservation, { mentorId, overLimitReason }, agreement);
    });
  }
}
