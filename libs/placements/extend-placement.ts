import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, staleEdit, type Actor, type Tx } from '#platform';
import { keepSlots } from '#upkeep';
import { changeOf } from './change-facts.js';
import { lockPlacement, type StandingPlacement } from './lock-placement.js';
import { viewOf, type PlacementView } from './placements.queries.js';
import { refuseConflict } from './refuse-conflict.js';
import { tellOfChange } from './tell-of-change.js';
import { lockDestination } from './workplace-cap.js';

export interface Extension {
  readonly id: string;
  /** The new first day after. */
  readonly until: string;
  readonly version: number;
}

/**
 * Gives a placement a later planned end, as far as its slot, agreement and reservations allow. The slot's opening moves
 * on in the same transaction. Refuses as checksOf (change.rules.ts) says, and with `edit.stale` (412).
 */
@Injectable()
export class ExtendPlacement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, until, version }: Extension): Promise<PlacementView> {
    return this.db.write(actor, async (tx) => {
      const placement = await lockPlacement(tx, id);
      await lockDestination(tx, placement);
      await refuseStale(tx, actor, placement, version);
      const { checks } = await changeOf(tx, placement, { verb: 'extend', until });
      refuseConflict(actor, checks);
      await tx.run(
        `update placement set period = daterange(lower(period), $2::date), planned_end = $2::date, version = version + 1 where id = $1`,
        [id, until],
      );
      await refreshSlots(tx, [placement.slotId]);
      await keepSlots(tx, actor, [placement.slotId]);
      await journal(tx, actor, { action: 'placement.extended', ...about(placement), before: { until: placement.until }, after: { until } });
      await tellOfChange(tx, actor, { what: 'extended', placementId: id });
      return viewOf(tx, actor, id);
    });
  }
}

/** The answer to an edit that crossed another: how it stands now. */
export async function refuseStale(tx: Tx, actor: Actor, { id, version: current }: StandingPlacement, version: number): Promise<void> {
  if (current !== version) throw staleEdit(await viewOf(tx, actor, id));
}

export const refreshSlots = (tx: Tx, slotIds: readonly (string | null)[]): Promise<number> =>
  tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [slotIds.filter((id) => id !== null), tx.today, tx.now]);

/** Whose timeline a change of a placement belongs on. */
export const about = ({ id, companyId, workplaceId }: StandingPlacement) => ({ subject: 'placement', subjectId: id, companyId, workplaceId }) as const;
