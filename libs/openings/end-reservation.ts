import { journal } from '#journal';
import type { Actor, Tx } from '#platform';
import { keepSlots } from '#upkeep';
import type { LockedReservation } from './lock-reservation.js';
import { promoteNext } from './promote-next.js';

/** How a reservation ends without a placement. `accepted` is libs/placements' business. */
export type ReservationEnd = 'declined' | 'withdrawn' | 'expired';

const endSql: Readonly<Record<ReservationEnd, string>> = {
  declined: 'update reservation set declined_at = $2, decline_reason = $3, version = version + 1 where id = $1',
  withdrawn: 'update reservation set withdrawn_at = $2, withdrawn_reason = $3, version = version + 1 where id = $1',
  expired: 'update reservation set expired_at = $2, version = version + 1 where id = $1 and $3::text is null',
};

/**
 * Ends a live reservation that was read under its opening's lock, gives its place back when it was first, and lets the
 * next in the queue move up: one transaction, so that the place is never seen to belong to nobody while somebody waits.
 */
export async function endReservation(
  tx: Tx,
  actor: Actor,
  reservation: LockedReservation,
  end: ReservationEnd,
  reason?: string,
): Promise<void> {
  const { id, openingId, workplaceId, companyId, slotId, seat } = reservation;
  await Promise.all([
    tx.run(endSql[end], [id, tx.now, reason ?? null]),
    journal(tx, actor, {
      action: `reservation.${end}`,
      subject: 'reservation',
      subjectId: id,
      companyId,
      workplaceId,
      after: { openingId, ...(reason && { reason }) },
    }),
  ]);
  if (seat === null) return;
  await tx.run('update opening set taken = taken - 1 where id = $1', [openingId]);
  // Where the offer is no longer good, the place is over with the last who wants it.
  if (slotId) await tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [[slotId], tx.today, tx.now]);
  await promoteNext(tx, actor, openingId);
  await keepSlots(tx, actor, [slotId]);
}
