import type { Actor, Tx } from '#platform';
import { refreshSlots, type AgreementRow } from './agreement-row.js';
import { comingSlots, modelAfter } from './change-steps.rules.js';
import { refuseCommitted } from './commitments.js';
import type { ChangeStep } from './steps.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

interface Coming {
  readonly versionId: string;
  /** The version's day. */
  readonly from: string;
  readonly steps: readonly ChangeStep[];
}

/**
 * The places that a coming version adds stand in the pool from now on, free from its day and as its model has it. Those
 * that only the day makes room for, under a cap that it lifts or in the stead of others, come with the day.
 */
export async function announceSlots(tx: Tx, actor: Actor, { id, model, startsOn, activatedAt }: AgreementRow, { versionId, from, steps }: Coming): Promise<void> {
  const agreement = { id, startsOn, activatedAt, model: modelAfter(steps) ?? model };
  let announced = 0;
  for (const slot of comingSlots(steps)) if (await tx.attempt(() => insertSlots(tx, actor, agreement, [{ startsOn: from, ...slot }], versionId))) announced += 1;
  if (announced > 0) await refreshSlots(tx, id);
}

/** On their day they are the agreement's as all others. Promises those that are still to be written. */
export async function withoutAnnounced(tx: Tx, slots: readonly WrittenSlot[]): Promise<readonly WrittenSlot[]> {
  const named = slots.flatMap(({ ids = [] }) => ids);
  if (named.length === 0) return slots;
  const arrived = await tx.rows<{ id: string }>('update slot set comes_with = null where id = any ($1::uuid[]) and comes_with is not null returning id', [named]);
  const there = new Set(arrived.map(({ id }) => id));
  return slots.flatMap((slot) => {
    const ids = slot.ids?.filter((id) => !there.has(id));
    return ids === undefined || ids.length > 0 ? [{ ...slot, ...(ids && { ids, count: ids.length }) }] : [];
  });
}

/** Their version is withdrawn: they never begin. Refuses `slot.has-placements` and `slot.has-reservations`. */
export async function withdrawSlots(tx: Tx, actor: Actor, agreementId: string): Promise<void> {
  const gone = await tx.rows<{ id: string; startsOn: string }>(
    `update slot set ends_on = starts_on, version = version + 1
      where agreement_id = $1 and comes_with is not null and ends_on is distinct from starts_on returning id, starts_on as "startsOn"`,
    [agreementId],
  );
  const [first] = gone;
  if (!first) return;
  await refreshSlots(tx, agreementId);
  await refuseCommitted(tx, actor, 'slot', gone.map(({ id }) => id), first.startsOn);
}
