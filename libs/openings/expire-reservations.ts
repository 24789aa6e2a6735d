import { Injectable } from '@nestjs/common';
import { Db, outbox, type Actor } from '#platform';
import { endReservation } from './end-reservation.js';
import { lockReservation } from './lock-reservation.js';

/**
 * The job that ends reservations whose time is up (in the queue as well) and tells those who made them. One transaction
 * each, so that one stuck reservation holds up no other. Answers how many it ended.
 */
@Injectable()
export class ExpireReservations {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    const due = await this.db.read(actor, (tx) =>
      tx.rows<{ id: string }>(
        'select id from reservation where ended_at is null and expires_at <= $1 order by expires_at limit 500',
        [tx.now],
      ),
    );
    let ended = 0;
    let trouble: unknown;
    for (const { id } of due) {
      const expired = await this.expire(actor, id).catch((error: unknown) => (trouble ??= error));
      if (expired === true) ended += 1;
    }
    if (trouble) throw trouble;
    return ended;
  }

  private expire(actor: Actor, id: string): Promise<boolean> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockReservation(tx, id);
      // Answered, or promoted with new time, since the list was read.
      if (reservation.ended || reservation.expiresAt > tx.now) return false;
      await endReservation(tx, actor, reservation, 'expired');
      await outbox(tx, 'mail.reservation-expired', id);
      return true;
    });
  }
}
