import { Injectable } from '@nestjs/common';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { changeOf } from './change-facts.js';
import { refuseStale } from './extend-placement.js';
import { lockPlacement } from './lock-placement.js';
import { moveSegment, type MovedPlacement } from './move-segment.js';
import { refuseConflict } from './refuse-conflict.js';
import { slotsOfRotation } from './rotation-slot.js';
import { lockDestination } from './workplace-cap.js';

export interface Rotation {
  readonly id: string;
  /** Another member workplace of the cluster. */
  readonly workplaceId: string;
  /** First day there. */
  readonly from: string;
  /** First day after; as planned unless said. */
  readonly until?: string;
  readonly mentorId?: string;
  /** As of a move. */
  readonly overLimitReason?: string;
  readonly version: number;
}

/**
 * Model 4, rotation: the citizen goes on at another member workplace of the cluster, in the same course and without a
 * break in its weeks. The slot is found: a free one there, else the pooled one goes along. Refuses
 * `placement.not-a-member`, `placement.no-slot-there`, and as MovePlacement does.
 */
@Injectable()
export class RotatePlacement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, rotation: Rotation): Promise<MovedPlacement> {
    return this.db.write(actor, (tx) => rotatePlacement(tx, actor, rotation));
  }
}

/** The same in a transaction that does more. */
export async function rotatePlacement(tx: Tx, actor: Actor, { id, version, overLimitReason, ...wish }: Rotation): Promise<MovedPlacement> {
  const placement = await lockPlacement(tx, id, await slotsOfRotation(tx, id, wish.workplaceId));
  await lockDestination(tx, { slotId: placement.slotId, workplaceId: wish.workplaceId });
  await refuseStale(tx, actor, placement, version);
  const change = await changeOf(tx, placement, { verb: 'rotate', ...wish });
  refuseConflict(actor, change.checks, overLimitReason);
  if (wish.mentorId && !change.destination?.mentor) throw new Refusal('placement.mentor-unknown', { status: 422 });
  return moveSegment(tx, actor, placement, { ...change, overLimitReason }, 'rotated');
}
