import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { promoteNext } from '#openings';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { keepMatches, keepSlots } from '#upkeep';
import { changeOf } from './change-facts.js';
import { about, refreshSlots, refuseStale } from './extend-placement.js';
import { lockPlacement, readPlacement } from './lock-placement.js';
import { madeMove } from './made-move.js';
import { viewOf, type PlacementView } from './placements.queries.js';
import { refuseConflict } from './refuse-conflict.js';
import { tellOfChange } from './tell-of-change.js';
import { lockDestination } from './workplace-cap.js';

const cancelSql = 'update placement set cancelled_at = $2, started_on = null, version = version + 1 where id = $1';
const restoreSql = `
update placement o
   set period = daterange(lower(o.period), (n.before_move->>'until')::date), planned_end = (n.before_move->>'plannedEnd')::date,
       cancelled_at = null, version = o.version + 1
  from placement n where n.id = $1 and o.organisation_id = n.organisation_id and o.id = n.continues_id`;
const hoursSql = `
insert into placement_hours (organisation_id, placement_id, from_on, minutes_per_week)
select n.organisation_id, n.continues_id, (h->>'from')::date, (h->>'minutesPerWeek')::int
  from placement n cross join jsonb_array_elements(n.before_move->'hours') h where n.id = $1
    on conflict on constraint placement_hours_pk do nothing`;
/** The part of a cut pause that lies at the new place; then each as it was. */
const cutSql = `
update placement_pause z set cancelled_at = $2, version = z.version + 1
  from placement n
 where n.id = $1 and z.organisation_id = n.organisation_id and z.placement_id = n.id and z.cancelled_at is null
   and z.id not in (select (k->>'id')::uuid from jsonb_array_elements(n.before_move->'pauses') k)`;
const pausesSql = `
update placement_pause z
   set placement_id = n.continues_id, period = daterange((k->>'from')::date, (k->>'until')::date), version = z.version + 1
  from placement n cross join jsonb_array_elements(n.before_move->'pauses') k
 where n.id = $1 and z.organisation_id = n.organisation_id and z.id = (k->>'id')::uuid and z.cancelled_at is null`;

/**
 * Takes a just-made move or rotation back: the citizen stays where they were, with the end, hours and pauses from before;
 * the segment it made is cancelled and kept, and the journal has both. Only while nothing has been built on it, and the
 * old place is still free. Refuses as checksOf (change.rules.ts) says for `take-back`, and with `edit.stale` (412).
 * Promises the segment that goes on.
 */
@Injectable()
export class TakeBackMove {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, version }: { readonly id: string; readonly version: number }): Promise<PlacementView> {
    return this.db.write(actor, async (tx) => {
      const before = await madeMove(tx, id);
      const placement = await lockPlacement(tx, id, before?.slotId ? [before.slotId] : []);
      if (before) await tx.run('select from placement where id = $1 for no key update', [before.placementId]);
      if (before) await lockDestination(tx, before);
      const { checks } = await changeOf(tx, placement, { verb: 'take-back' });
      refuseConflict(actor, checks);
      await refuseStale(tx, actor, placement, version);
      if (!before) throw new Refusal('placement.not-moved');
      await restore(tx, id);
      const stays = await readPlacement(tx, before.placementId);
      const slots = [...new Set([placement.slotId, stays.slotId])];
      await refreshSlots(tx, slots);
      if (placement.openingId && placement.openingId === placement.slotId) await promoteNext(tx, actor, placement.openingId);
      await keepSlots(tx, actor, slots);
      await keepMatches(tx, actor);
      const { from, until } = placement;
      await Promise.all([
        journal(tx, actor, { action: 'placement.move-taken-back-here', ...about(placement), before: { from, until }, after: { placementId: stays.id } }),
        journal(tx, actor, { action: 'placement.move-taken-back', ...about(stays), before: { placementId: id, until: from }, after: { until: stays.until } }),
      ]);
      await tellOfChange(tx, actor, { what: 'taken-back', placementId: stays.id, otherId: id });
      return viewOf(tx, actor, stays.id);
    });
  }
}

/** In this order: the two may have one slot, where only one of them can stand. */
async function restore(tx: Tx, id: string): Promise<void> {
  await tx.run(cancelSql, [id, tx.now]);
  await tx.run(restoreSql, [id]);
  await tx.run(hoursSql, [id]);
  await tx.run(cutSql, [id, tx.now]);
  await tx.run(pausesSql, [id]);
}
