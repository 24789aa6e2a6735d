import { Injectable } from '@nestjs/common';
import { endReservation, lockLiveReservation, mayAnswer, type LockedReservation } from '#openings';
import { Db, outbox, Refusal, type Actor, type Tx } from '#platform';

/** A "not now" with its reason: the reservation ends, the next in the queue moves up, the one who reserved is told. */
export async function declineReservation(
  tx: Tx,
  actor: Actor,
  reservation: LockedReservation,
  reason: string,
): Promise<void> {
  if (reservation.seat === null) throw new Refusal('reservation.not-first');
  await endReservation(tx, actor, reservation, 'declined', reason);
  await outbox(tx, 'mail.reservation-answered', reservation.id);
}

/** A member of staff writes down the company's "not now". Refuses `reservation.ended`, `reservation.not-first`, `reservation.not-yours` (403). */
@Injectable()
export class DeclineReservation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayAnswer(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      await declineReservation(tx, actor, reservation, reason);
    });
  }
}
