import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { changeOf } from './change-facts.js';
import { about, refuseStale } from './extend-placement.js';
import { lockPlacement } from './lock-placement.js';
import { viewOf, type PlacementView } from './placements.queries.js';
import { refuseConflict } from './refuse-conflict.js';

export interface Pause {
  readonly id: string;
  readonly from: string;
  /** First day back. */
  readonly until: string;
  readonly reason: string;
  readonly version: number;
}

/**
 * The citizen is away for some days and comes back to the same place: the slot stays occupied, the course goes on.
 * Refuses `placement.pause-too-long`, `placement.pause-twice` and as checksOf (change.rules.ts) says; `edit.stale` (412).
 */
@Injectable()
export class PausePlacement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, from, until, reason, version }: Pause): Promise<PlacementView> {
    return this.db.write(actor, async (tx) => {
      const placement = await lockPlacement(tx, id);
      await refuseStale(tx, actor, placement, version);
      refuseConflict(actor, (await changeOf(tx, placement, { verb: 'pause', from, until })).checks);
      await tx.run(
        `insert into placement_pause (organisation_id, id, placement_id, period, reason, created_at, created_by)
         values (app_organisation(), $1, $2, daterange($3::date, $4::date), $5, $6, $7)`,
        [tx.newId(), id, from, until, reason, tx.now, actor.userId],
      );
      await tx.run('update placement set version = version + 1 where id = $1', [id]);
      await journal(tx, actor, { action: 'placement.paused', ...about(placement), after: { from, until, reason } });
      return viewOf(tx, actor, id);
    });
  }
}

/** The citizen is back before the pause was to end (or it never began: then it is cancelled). Refuses `placement.not-paused`. */
@Injectable()
export class ResumePlacement {
  constructor(private readonly db: Db) {}

  /** `on`: the first day back; today unless said. */
  run(actor: Actor, { id, pauseId, on }: { readonly id: string; readonly pauseId: string; readonly on?: string }): Promise<PlacementView> {
    return this.db.write(actor, async (tx) => {
      const [placement, back] = [await lockPlacement(tx, id), on ?? tx.today];
      const touched = await tx.run(
        `update placement_pause
            set cancelled_at = case when starts_on >= $3::date then $4::timestamptz end,
                period = case when starts_on >= $3::date then period else daterange(starts_on, $3::date) end, version = version + 1
          where id = $1 and placement_id = $2 and cancelled_at is null and ends_on > $3::date`,
        [pauseId, id, back, tx.now],
      );
      if (touched === 0) throw new Refusal('placement.not-paused');
      await tx.run('update placement set version = version + 1 where id = $1', [id]);
      await journal(tx, actor, { action: 'placement.resumed', ...about(placement), after: { from: back } });
      return viewOf(tx, actor, id);
    });
  }
}
