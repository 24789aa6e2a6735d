import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { promoteNext } from '#openings';
import { addDays, Db, outbox, Refusal, type Actor, type Tx } from '#platform';
import { keepMatches, keepSlots } from '#upkeep';
import { changeOf } from './change-facts.js';
import { lockPlacement, type StandingPlacement } from './lock-placement.js';
import { refuseConflict } from './refuse-conflict.js';
import { stopOf, type Stop } from './stop.rules.js';
import { tellOfChange } from './tell-of-change.js';

export interface StoppedPlacement {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  /** True when it never began. */
  readonly cancelled: boolean;
  readonly version: number;
}

/**
 * Ends a placement before its planned end, or cancels one that has not begun, with the reason. The slot is back in the
 * pool in the same transaction, and the next in the queue moves up. A place on a shared opening comes back only when the
 * placement never began: it was offered once. The one who reserved is told by mail when a colleague
 * stops it, the mentor always. Refuses `placement.over`, `placement.stop-after-end`, `placement.continued`, and
 * `placement.end-before-start` for a day before one who came was there, and `placement.stop-too-early` for a day gone
 * by before the placement's first.
 */
@Injectable()
export class StopPlacement {
  constructor(private readonly db: Db) {}

  /** `on`: the first day the citizen is no longer there; today unless said, or tomorrow for one who came today. */
  run(
    actor: Actor,
    { id, on, reason }: { readonly id: string; readonly on?: string; readonly reason: string },
  ): Promise<StoppedPlacement> {
    return this.db.write(actor, async (tx) => {
      const placement = await lockPlacement(tx, id);
      const { from, until, over, cameOn, companyId, workplaceId } = placement;
      const last = on ?? (cameOn === tx.today ? addDays(tx.today, 1) : tx.today);
      refuseConflict(actor, (await changeOf(tx, placement, { verb: 'end', from: last })).checks);
      const stop = stopOf({ from, until, over, on: last });
      if ('refusal' in stop) throw new Refusal(stop.refusal);
      const stopped = await this.write(tx, actor, id, stop, reason);
      await journal(tx, actor, {
        action: stopped.cancelled ? 'placement.cancelled' : 'placement.stopped',
        subject: 'placement',
        subjectId: id,
        companyId,
        workplaceId,
        before: { until },
        after: { until: stopped.until, reason },
      });
      await givePlaceBack(tx, actor, placement, stopped.cancelled);
      await keepMatches(tx, actor, { placementId: id });
      const { reservationId, reservedBy } = placement;
      if (reservationId && reservedBy !== actor.userId)
        await outbox(tx, 'mail.placement-stopped', reservationId, { by: actor.userId ?? '' });
      await tellOfChange(tx, actor, { what: 'ended', placementId: id });
      return stopped;
    });
  }

  private write(
    tx: Tx,
    actor: Actor,
    id: string,
    stop: Exclude<Stop, { refusal: string }>,
    reason: string,
  ): Promise<StoppedPlacement> {
    return tx.one<StoppedPlacement>(
      `update placement
          set stopped_at = $2, stopped_by = $3, stop_reason = $4, version = version + 1,
              cancelled_at = case when $5::date is null then $2::timestamptz end,
              period = case when $5::date is null then period else daterange(lower(period), $5::date) end
        where id = $1
       returning id, lower(period) as "from", upper(period) as "until", cancelled_at is not null as cancelled, version`,
      [id, tx.now, actor.userId, reason, 'until' in stop ? stop.until : null],
    );
  }
}

/** Its slot is in the pool again, or its place on a shared opening when it never began; the next in the queue moves up. */
export async function givePlaceBack(tx: Tx, actor: Actor, { openingId, slotId }: Pick<StandingPlacement, 'openingId' | 'slotId'>, cancelled: boolean): Promise<void> {
  if (!openingId) return;
  if (slotId) await tx.run('select refresh_slot_opening($1::uuid[], $2, $3)', [[slotId], tx.today, tx.now]);
  else if (!cancelled) return;
  else await tx.run('update opening set taken = taken - 1 where id = $1', [openingId]);
  await promoteNext(tx, actor, openingId);
  await keepSlots(tx, actor, [slotId]);
}
