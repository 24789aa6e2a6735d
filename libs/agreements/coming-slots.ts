import type { Actor, Tx } from '#platform';
import { refreshSlots, type AgreementRow } from './agreement-row.js';
import { closedSlots, comingSlots, modelAfter } from './change-steps.rules.js';
import { announceTerms, takeBackEnd, takeBackModel } from './coming-terms.js';
import { refuseCommitted, refuseCut } from './commitments.js';
import { models } from './models.rules.js';
import type { ChangeStep } from './steps.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

interface Coming {
  readonly versionId: string;
  /** The version's day. */
  readonly from: string;
  readonly steps: readonly ChangeStep[];
}

/** What a coming version does to places, to their number and for how long, is known from now on: decision 8. */
export async function announce(tx: Tx, actor: Actor, agreement: AgreementRow, coming: Coming): Promise<void> {
  await announceEnds(tx, actor, agreement, coming);
  await announceSlots(tx, actor, agreement, coming);
  const endsOn = await announceTerms(tx, agreement, coming);
  if (endsOn === undefined) return;
  await refreshSlots(tx, agreement.id);
  if (endsOn) await refuseCut(tx, actor, agreement, endsOn);
}

/**
 * The places that a coming version adds stand in the pool from now on, free from its day and as its model has it. Those
 * that only the day makes room for, under a cap that it lifts or in the stead of others, come with the day.
 */
async function announceSlots(tx: Tx, actor: Actor, { id, model, startsOn, activatedAt }: AgreementRow, { versionId, from, steps }: Coming): Promise<void> {
  const agreement = { id, startsOn, activatedAt, model: modelAfter(steps) ?? model };
  let announced = 0;
  for (const slot of comingSlots(steps)) if (await tx.attempt(() => insertSlots(tx, actor, agreement, [{ startsOn: from, ...slot }], versionId))) announced += 1;
  if (announced > 0) await refreshSlots(tx, id);
}

/**
 * The places that a coming version closes are offered until its day and no longer; under a model that promises none, all.
 * Refuses `slot.has-placements` and `slot.has-reservations`.
 */
async function announceEnds(tx: Tx, actor: Actor, { id, model }: AgreementRow, { versionId, from, steps }: Coming): Promise<void> {
  const all = !models[modelAfter(steps) ?? model].promisesSlots;
  const going = await tx.rows<{ id: string }>(
    `update slot set goes_with = $2, stays_until = ends_on, ends_on = greatest(starts_on, $3::date), version = version + 1
      where agreement_id = $1 and comes_with is null and ($4 or id = any ($5::uuid[])) and (ends_on is null or ends_on > greatest(starts_on, $3::date)) returning id`,
    [id, versionId, from, all, closedSlots(steps)],
  );
  if (going.length === 0) return;
  await refreshSlots(tx, id);
  await refuseCommitted(tx, actor, 'slot', going.map(({ id: slotId }) => slotId), from);
}

/** All that was announced but new places is as it was before. Answers whether anything was. */
export const takeBack = async (tx: Tx, agreementId: string): Promise<boolean> => (await takeBackEnd(tx, agreementId)) + (await takeBackEnds(tx, agreementId)) > 0;

/**
 * Places are there as they were before it was announced, for all that the agreement itself may end sooner or later; what
 * has been given an earlier end meanwhile keeps that. Answers how many changed.
 */
export async function takeBackEnds(tx: Tx, agreementId: string): Promise<number> {
  const model = await takeBackModel(tx, agreementId);
  const slots = await tx.run(
    `update slot s set ends_on = case when s.ends_on = greatest(s.starts_on, v.valid_from) then s.stays_until else s.ends_on end,
            goes_with = null, stays_until = null, version = s.version + 1
       from agreement_version v where s.agreement_id = $1 and v.organisation_id = s.organisation_id and v.id = s.goes_with`,
    [agreementId],
  );
  return model + slots;
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

/**
 * The version is withdrawn: what it closes stays, and what it adds never begins, but for the places that somebody has
 * already: those are agreed from their day. Refuses `slot.has-placements` and `slot.has-reservations` where such a one
 * cannot stay: at a workplace that only the version lets join, or of a model that it would have brought.
 */
export async function withdrawSlots(tx: Tx, actor: Actor, agreementId: string): Promise<void> {
  const stayed = await takeBack(tx, agreementId);
  // Waits for whoever is claiming one of them.
  await tx.run('select from opening where slot_id in (select id from slot where agreement_id = $1 and comes_with is not null) order by id for no key update', [agreementId]);
  const kept = await tx.run(
    `update slot s set comes_with = null, version = s.version + 1 from agreement a
      where a.id = $1 and s.organisation_id = a.organisation_id and s.agreement_id = a.id and s.comes_with is not null and s.model = a.model
        and exists (select from agreement_workplace aw where aw.organisation_id = s.organisation_id and aw.agreement_id = s.agreement_id and aw.workplace_id = s.workplace_id)
        and (exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > s.starts_on)
             or exists (select from reservation r where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null))`,
    [agreementId],
  );
  const gone = await tx.rows<{ id: string; startsOn: string }>(
    `update slot set ends_on = starts_on, version = version + 1
      where agreement_id = $1 and comes_with is not null and ends_on is distinct from starts_on returning id, starts_on as "startsOn"`,
    [agreementId],
  );
  const [first] = gone;
  if (first || stayed || kept > 0) await refreshSlots(tx, agreementId);
  if (first) await refuseCommitted(tx, actor, 'slot', gone.map(({ id }) => id), first.startsOn);
}
