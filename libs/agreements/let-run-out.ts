import { addDays, type Actor, type Tx } from '#platform';
import { lockAgreement } from './agreement-row.js';
import { closeSlotOn } from './close-slot-on.js';
import { heldUntil } from './commitments.js';
import { endOn } from './end-agreement.js';
import { withdrawComing } from './withdraw-change.js';

/**
 * The promise is over: places that nobody is placed on or reserved for close today, the others when the last of it ends,
 * and the agreement with the last of them. A coming change is withdrawn. Promises the agreement's first day no more.
 * Refuses `slot.has-placements` and `slot.has-reservations` where somebody has a place that only the coming change adds.
 */
export async function letRunOut(tx: Tx, actor: Actor, agreementId: string, reason: string): Promise<string> {
  await withdrawComing(tx, actor, agreementId, reason);
  const agreement = await lockAgreement(tx, agreementId);
  const slots = await tx.rows<{ id: string }>('select id from slot where agreement_id = $1 and comes_with is null order by number', [agreementId]);
  const ids = slots.map(({ id }) => id);
  // Waits for whoever is claiming one of them, so that nobody's place is counted too short.
  await tx.run('select from opening where slot_id = any ($1::uuid[]) order by id for no key update', [ids]);
  const held = await heldUntil(tx, ids, tx.today, agreement.bornOfReservationId);
  for (const slotId of ids) await closeSlotOn(tx, actor, agreement, { slotId, endsOn: held.get(slotId) ?? tx.today });
  // One that begins later, or today, has a first day that it cannot end on.
  const endsOn = [addDays(agreement.startsOn, 1), ...held.values()].reduce((last, day) => (day > last ? day : last), tx.today);
  await endOn(tx, actor, agreement, { endsOn, reason });
  return endsOn;
}
