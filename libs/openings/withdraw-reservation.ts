import { Injectable } from '@nestjs/common';
import { Db, invalid, outbox, Refusal, type Actor } from '#platform';
import { endReservation } from './end-reservation.js';
import { lockLiveReservation } from './lock-reservation.js';
import { mayWithdraw } from './reservation-rights.rules.js';

/**
 * Takes a reservation back, first or in the queue. A manager who takes back a colleague's says why, and the colleague is
 * told by mail. Refuses `reservation.ended`, `reservation.not-yours` (403), and 422 without that reason.
 */
@Injectable()
export class WithdrawReservation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, reason }: { readonly id: string; readonly reason?: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayWithdraw(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      const another = reservation.reservedBy !== actor.userId;
      if (another && !reason) throw invalid({ field: 'reason', code: 'fault.required' });
      await endReservation(tx, actor, reservation, 'withdrawn', reason);
      if (another) await outbox(tx, 'mail.reservation-taken-back', id, { by: actor.userId ?? '' });
    });
  }
}
