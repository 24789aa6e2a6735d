import { journal } from '#journal';
import { Refusal, type Actor, type Tx } from '#platform';
import { refreshSlots, type AgreementRow } from './agreement-row.js';
import { withoutAnnounced } from './coming-slots.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

/** Adds places to a locked agreement. */
export async function putSlots(tx: Tx, actor: Actor, agreement: AgreementRow, slots: readonly WrittenSlot[]): Promise<void> {
  if (agreement.endedAt) throw new Refusal('agreement.ended');
  await insertSlots(tx, actor, agreement, await withoutAnnounced(tx, slots));
  await refreshSlots(tx, agreement.id);
  await journal(tx, actor, { action: 'slot.added', subject: 'agreement', subjectId: agreement.id, companyId: agreement.companyId, workplaceId: slots[0]?.workplaceId, after: { slots: slots.reduce((sum, { count = 1 }) => sum + count, 0), tasks: slots[0]?.tasks } });
}
