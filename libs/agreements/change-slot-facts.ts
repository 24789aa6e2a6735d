import { changes, journal } from '#journal';
import { staleEdit, type Actor, type Tx } from '#platform';
import { refreshSlots, type AgreementRow } from './agreement-row.js';
import { slotOf } from './slots.queries.js';
import { checkConsiderations } from './write-slots.js';

export interface SlotFacts {
  readonly tasks?: string;
  readonly minutesPerWeek?: number;
  readonly pathToHours?: string;
  readonly considerationIds?: readonly string[];
}

/** Changes what a slot of a locked agreement offers. `version`: as the caller read it, when that matters. */
export async function changeSlotFacts(tx: Tx, actor: Actor, agreement: AgreementRow, slotId: string, change: SlotFacts, version?: number): Promise<void> {
  const before = await slotOf(tx, slotId);
  await checkConsiderations(tx, change.considerationIds ?? []);
  const { tasks, minutesPerWeek, pathToHours, considerationIds } = { ...before, ...change };
  const updated = await tx.run(
    'update slot set tasks = $3, minutes_per_week = $4, path_to_hours = $5, consideration_ids = $6, version = version + 1 where id = $1 and version = coalesce($2, version)',
    [slotId, version ?? null, tasks, minutesPerWeek, pathToHours, considerationIds],
  );
  if (updated === 0) throw staleEdit(await slotOf(tx, slotId));
  await refreshSlots(tx, agreement.id);
  await journal(tx, actor, {
    action: 'slot.changed',
    subject: 'agreement',
    subjectId: agreement.id,
    companyId: agreement.companyId,
    workplaceId: before.workplaceId,
    ...changes<Record<string, unknown>>({ ...before }, { ...change }),
  });
}
