import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, type Actor } from '#platform';
import { lockOpening, refuseByHand } from './lock-opening.js';

/**
 * Takes a shared opening out of the pool for good. Reservations on it end as withdrawn, and those who made them are told.
 * A claim that comes at the same moment either is among those or finds the opening gone: both need its row's lock.
 * Refuses `opening.from-slot`, `opening.withdrawn`.
 */
@Injectable()
export class WithdrawOpening {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const opening = await lockOpening(tx, id);
      refuseByHand(actor, opening);
      const { companyId, workplaceId } = opening;
      await tx.run(
        `update opening set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4, held_by = null, held_until = null,
                version = version + 1,
                taken = taken - (select count(*) from reservation where opening_id = $1 and ended_at is null and seat is not null)
          where id = $1`,
        [id, tx.now, actor.userId, reason],
      );
      const ended = await tx.rows<{ id: string }>(
        `update reservation set withdrawn_at = $2, withdrawn_reason = $3, version = version + 1
          where opening_id = $1 and ended_at is null returning id`,
        [id, tx.now, reason],
      );
      await journal(tx, actor, {
        action: 'opening.withdrawn',
        subject: 'opening',
        subjectId: id,
        companyId,
        workplaceId,
        after: { reason },
      });
      for (const reservation of ended) {
        await journal(tx, actor, {
          action: 'reservation.withdrawn',
          subject: 'reservation',
          subjectId: reservation.id,
          companyId,
          workplaceId,
          after: { openingId: id },
        });
        await outbox(tx, 'mail.reservation-withdrawn', reservation.id);
      }
    });
  }
}
