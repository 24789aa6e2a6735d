import type { Actor, Tx } from '#platform';
import { putSlots } from './put-slots.js';
import { lockAgreement, readAgreement, refuseSlotless } from './agreement-row.js';
import { changeTerms, type TermsChange } from './change-terms.js';
import { changeSlotFacts, type SlotFacts } from './change-slot-facts.js';
import { closeSlotOn } from './close-slot-on.js';
import { convertTo, type Conversion } from './convert-to.js';
import { moveSlotTo } from './move-slot-to.js';
import type { WrittenSlot } from './write-slots.js';

/** One thing that a change does to an agreement: the same as the verb of that name does today. */
export type ChangeStep =
  | { readonly do: 'terms'; readonly change: TermsChange }
  | { readonly do: 'add-slots'; readonly slots: readonly WrittenSlot[] }
  | { readonly do: 'change-slot'; readonly slotId: string; readonly change: SlotFacts }
  | { readonly do: 'close-slot'; readonly slotId: string }
  | { readonly do: 'move-slot'; readonly slotId: string; readonly workplaceId: string }
  | { readonly do: 'convert'; readonly conversion: Conversion };

/** Takes the steps one after the other, as of a day: places come and go on it. Refuses as the verbs do. */
export async function takeSteps(tx: Tx, actor: Actor, agreementId: string, steps: readonly ChangeStep[], on: string): Promise<void> {
  for (const step of steps) await takeStep(tx, actor, agreementId, step, on);
  await refuseSlotless(tx, await readAgreement(tx, agreementId), on);
}

async function takeStep(tx: Tx, actor: Actor, agreementId: string, step: ChangeStep, on: string): Promise<void> {
  const agreement = await lockAgreement(tx, agreementId);
  if ('slotId' in step) await tx.one('select 1 from slot where id = $1 and agreement_id = $2', [step.slotId, agreementId]);
  const from = agreement.activatedAt && on > agreement.startsOn ? { startsOn: on } : {};
  switch (step.do) {
    case 'terms':
      return changeTerms(tx, actor, agreement, step.change, on);
    case 'add-slots':
      return putSlots(tx, actor, agreement, step.slots.map((slot) => ({ ...from, ...slot })));
    case 'change-slot':
      return changeSlotFacts(tx, actor, agreement, step.slotId, step.change);
    case 'close-slot':
      return closeSlotOn(tx, actor, agreement, { slotId: step.slotId, endsOn: on });
    case 'move-slot':
      return moveSlotTo(tx, actor, agreement, step);
    case 'convert':
      return convertTo(tx, actor, agreement, step.conversion, on);
  }
}

/** What `look` sees once the steps are taken; nothing of it stays. Refuses as the steps would. */
export function preview<T>(tx: Tx, actor: Actor, { agreementId, steps, on }: { readonly agreementId: string; readonly steps: readonly ChangeStep[]; readonly on: string }, look: () => Promise<T>): Promise<T> {
  return tx.tryOut(async () => {
    await takeSteps(tx, actor, agreementId, steps, on);
    return look();
  });
}
