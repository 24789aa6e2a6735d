import { journal } from '#journal';
import type { LockedReservation } from '#openings';
import { outbox, type Actor, type Tx } from '#platform';

/**
 * "Ring til mig": the one who reserved is told by mail and on Min dag; the link stays open for the answer. Once a day
 * is enough: the button pressed again sends no second mail.
 */
export async function requestCallBack(
  tx: Tx,
  actor: Actor,
  { id, companyId, workplaceId }: LockedReservation,
): Promise<void> {
  const asked = await tx.run(
    `update reservation set callback_at = $2, version = version + 1
      where id = $1 and (callback_at is null or callback_at < $2::timestamptz - interval '1 day')`,
    [id, tx.now],
  );
  if (asked === 0) return;
  await Promise.all([
    journal(tx, actor, {
      action: 'reservation.call-back',
      subject: 'reservation',
      subjectId: id,
      companyId,
      workplaceId,
    }),
    outbox(tx, 'mail.call-back', id),
  ]);
}
