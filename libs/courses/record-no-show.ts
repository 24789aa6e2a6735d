import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { givePlaceBack, lockPlacement } from '#placements';
import { addDays, Db, notFound, Refusal, type Actor } from '#platform';
import { lockCourse } from './course-row.js';
import { segmentsOf } from './segments.js';
import { noShowRefusal } from './start.rules.js';

/**
 * The citizen did not come. The placement is cancelled with the reason, its place is free in the same transaction and
 * the next in the queue moves up; somebody speaks with the citizen tomorrow. Refuses `placement.started`,
 * `placement.over`, `placement.no-show-early`, `course.closed`.
 */
@Injectable()
export class RecordNoShow {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, placementId, reason }: { readonly courseId: string; readonly placementId: string; readonly reason: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      // The opening's row first, as everywhere, then the citizen's.
      const placement = await lockPlacement(tx, placementId);
      await lockCourse(tx, actor, courseId);
      const segment = (await segmentsOf(tx, courseId)).find(({ id }) => id === placementId);
      if (!segment) throw notFound();
      const { from, startedOn, companyId, workplaceId } = segment;
      const refusal = noShowRefusal({ from, until: segment.until, startedOn, over: placement.over, today: tx.today });
      if (refusal) throw new Refusal(refusal);
      await tx.run(
        `update placement set no_show_reason = $2, stop_reason = $2, stopped_at = $3, stopped_by = $4, cancelled_at = $3, version = version + 1 where id = $1`,
        [placementId, reason, tx.now, actor.userId],
      );
      await tx.run('update course set next_follow_up_on = least(next_follow_up_on, $2::date), version = version + 1 where id = $1', [courseId, addDays(tx.today, 1)]);
      await journal(tx, actor, { action: 'course.no-show', subject: 'course', subjectId: courseId, companyId, workplaceId, after: { placementId, reason } });
      await givePlaceBack(tx, actor, placement, true);
    });
  }
}
