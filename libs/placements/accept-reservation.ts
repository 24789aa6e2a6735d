import { Injectable } from '@nestjs/common';
import { lockLiveReservation, mayAnswer } from '#openings';
import { Db, Refusal, type Actor } from '#platform';
import { makePlacement, type MadePlacement } from './make-placement.js';

/**
 * A member of staff writes down the company's "yes", given by telephone or at a visit; the journal says that it was not
 * the mentor's own hand. Refuses as `makePlacement` does, `reservation.ended`, `reservation.not-yours` (403).
 */
@Injectable()
export class AcceptReservation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, mentorId }: { readonly id: string; readonly mentorId?: string }): Promise<MadePlacement> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayAnswer(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      return makePlacement(tx, actor, reservation, mentorId);
    });
  }
}
