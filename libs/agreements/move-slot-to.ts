import { journal } from '#journal';
import { invalid, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { refreshSlots, type AgreementRow } from './agreement-row.js';
import { refuseCommitted } from './commitments.js';
import { refuseOverCap } from './members.js';
import { slotOf } from './slots.queries.js';

export interface SlotMove {
  readonly slotId: string;
  readonly workplaceId: string;
  readonly version: number;
}

type Move = Omit<SlotMove, 'version'> & { readonly version?: number };

/** Moves a slot of a locked agreement. `version`: as the caller read it, when that matters. */
export async function moveSlotTo(tx: Tx, actor: Actor, agreement: AgreementRow, move: Move): Promise<void> {
  const { slotId, workplaceId } = move;
  if (agreement.slotPooling !== 'pooled') throw new Refusal('slot.not-pooled');
  const before = await slotOf(tx, slotId);
  await stand(tx, agreement.id, move);
  await refuseOverCap(tx, agreement.id);
  await refreshSlots(tx, agreement.id);
  await refuseCommitted(tx, actor, 'slot', [slotId], tx.today);
  await journal(tx, actor, { action: 'slot.moved', subject: 'agreement', subjectId: agreement.id, workplaceId, before: { workplaceId: before.workplaceId }, after: { slot: before.number, workplaceId } });
}

async function stand(tx: Tx, agreementId: string, { slotId, workplaceId, version }: Move): Promise<void> {
  const member = await tx.row('select 1 from agreement_workplace where agreement_id = $1 and workplace_id = $2', [agreementId, workplaceId]);
  if (!member) throw invalid({ field: 'workplaceId', code: 'fault.agreement.not-a-member' });
  const updated = await tx.run(
    `update slot s set workplace_id = w.id, sector_id = w.sector_id, municipality_code = w.municipality_code, version = s.version + 1
       from workplace w where w.id = $3 and s.id = $1 and s.version = coalesce($2, s.version)`,
    [slotId, version ?? null, workplaceId],
  );
  if (updated === 0) throw staleEdit(await slotOf(tx, slotId));
}
