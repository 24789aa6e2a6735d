import { Injectable } from '@nestjs/common';
import { Db, Refusal, type Actor } from '#platform';
import { endReservation } from './end-reservation.js';
import { lockLiveReservation } from './lock-reservation.js';
import { mayWithdraw } from './reservation-rights.rules.js';

/** Takes a reservation back, first or in the queue. Refuses `reservation.ended`, `reservation.not-yours` (403). */
@Injectable()
export class WithdrawReservation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, reason }: { readonly id: string; readonly reason?: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayWithdraw(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      await endReservation(tx, actor, reservation, 'withdrawn', reason);
    });
  }
}
