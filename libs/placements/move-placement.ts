import { Injectable } from '@nestjs/common';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { changeOf } from './change-facts.js';
import { refuseStale } from './extend-placement.js';
import { lockPlacement } from './lock-placement.js';
import { moveSegment, type MovedPlacement } from './move-segment.js';
import { refuseConflict } from './refuse-conflict.js';
import { lockDestination } from './workplace-cap.js';

export interface Move {
  readonly id: string;
  /** First day at the new place. */
  readonly from: string;
  /** First day after; as planned unless said. */
  readonly until?: string;
  /** The slot to move to; without one, to a workplace outside any agreement. */
  readonly slotId?: string;
  readonly workplaceId?: string;
  readonly mentorId?: string;
  /** Why the mentor there gets more than the mentor accepts, or somebody while away. */
  readonly overLimitReason?: string;
  readonly version: number;
}

/**
 * Moves a citizen to another slot or workplace from a date: the segment is closed on that day and the next one opened in
 * the same course, in one transaction; both slots' openings follow. Refuses as checksOf (change.rules.ts) says, with
 * `placement.mentor-unknown` (422) and `edit.stale` (412).
 */
@Injectable()
export class MovePlacement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, version, overLimitReason, ...wish }: Move): Promise<MovedPlacement> {
    return this.db.write(actor, async (tx) => {
      const placement = await lockPlacement(tx, id, wish.slotId ? [wish.slotId] : []);
      await lockDestination(tx, { slotId: wish.slotId ?? null, workplaceId: await workplaceOf(tx, wish) });
      await refuseStale(tx, actor, placement, version);
      const change = await changeOf(tx, placement, { verb: 'move', ...wish });
      refuseConflict(actor, change.checks, overLimitReason);
      if (wish.mentorId && !change.destination?.mentor) throw new Refusal('placement.mentor-unknown', { status: 422 });
      return moveSegment(tx, actor, placement, { ...change, overLimitReason }, 'moved');
    });
  }
}

async function workplaceOf(tx: Tx, { slotId, workplaceId }: Pick<Move, 'slotId' | 'workplaceId'>): Promise<string | null> {
  const slot = slotId ? await tx.row<{ workplaceId: string }>('select workplace_id as "workplaceId" from slot where id = $1', [slotId]) : undefined;
  return slot?.workplaceId ?? workplaceId ?? null;
}
