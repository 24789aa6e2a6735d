import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { changeOf, type HoursStep } from './change-facts.js';
import { about, refuseStale } from './extend-placement.js';
import { lockPlacement } from './lock-placement.js';
import { viewOf, type PlacementView } from './placements.queries.js';
import { refuseConflict } from './refuse-conflict.js';

export interface HoursPlan {
  readonly id: string;
  /** From a day, so many minutes a week, until the next step. None: the hours it began with, all along. */
  readonly steps: readonly HoursStep[];
  readonly version: number;
}

/** Weekly hours that ramp: the whole plan is written anew. Refuses `placement.hours-twice` and as checksOf says; `edit.stale` (412). */
@Injectable()
export class RampHours {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, steps, version }: HoursPlan): Promise<PlacementView> {
    return this.db.write(actor, async (tx) => {
      const placement = await lockPlacement(tx, id);
      await refuseStale(tx, actor, placement, version);
      refuseConflict(actor, (await changeOf(tx, placement, { verb: 'hours', steps, ...(steps.length === 0 && { from: placement.from }) })).checks);
      const before = await viewOf(tx, actor, id);
      await tx.run('delete from placement_hours where placement_id = $1', [id]);
      await tx.run(
        `insert into placement_hours (organisation_id, placement_id, from_on, minutes_per_week)
         select app_organisation(), $1, * from unnest($2::date[], $3::int[])`,
        [id, steps.map(({ from }) => from), steps.map(({ minutesPerWeek }) => minutesPerWeek)],
      );
      await tx.run('update placement set version = version + 1 where id = $1', [id]);
      await journal(tx, actor, { action: 'placement.hours-ramped', ...about(placement), before: { steps: before.hours }, after: { steps } });
      return viewOf(tx, actor, id);
    });
  }
}
