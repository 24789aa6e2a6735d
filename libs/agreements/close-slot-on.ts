import { journal } from '#journal';
import { staleEdit, type Actor, type Tx } from '#platform';
import { refreshSlots, type AgreementRow } from './agreement-row.js';
import { refuseCommitted } from './commitments.js';
import { slotOf } from './slots.queries.js';

export interface SlotEnd {
  readonly slotId: string;
  /** First day it is no more. */
  readonly endsOn: string;
  readonly version: number;
}

/** Closes a slot of a locked agreement; whether one is left is for the caller to ask, when all is done. `version`: as the caller read it, when that matters. */
export async function closeSlotOn(tx: Tx, actor: Actor, agreement: AgreementRow, { slotId, endsOn, version }: Omit<SlotEnd, 'version'> & { readonly version?: number }): Promise<void> {
  const before = await slotOf(tx, slotId);
  const last = endsOn > before.startsOn ? endsOn : before.startsOn;
  // On its day a change finds the place closed sooner.
  if (version === undefined && before.endsOn && before.endsOn <= last) return;
  const updated = await tx.run('update slot set ends_on = $3, version = version + 1 where id = $1 and version = coalesce($2, version)', [slotId, version ?? null, last]);
  if (updated === 0) throw staleEdit(await slotOf(tx, slotId));
  await refreshSlots(tx, agreement.id);
  await refuseCommitted(tx, actor, 'slot', [slotId], last);
  await journal(tx, actor, {
    action: 'slot.closed',
    subject: 'agreement',
    subjectId: agreement.id,
    companyId: agreement.companyId,
    workplaceId: before.workplaceId,
    before: { endsOn: before.endsOn },
    after: { slot: before.number, endsOn: last },
  });
}
