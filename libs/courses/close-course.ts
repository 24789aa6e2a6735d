import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, staleEdit, type Actor } from '#platform';
import { closingRefusal, type CvSaid } from './closing.rules.js';
import { lockCourse } from './course-row.js';
import { segmentsOf } from './segments.js';

export const outcomes = ['ordinary_job', 'ordinary_hours', 'flexjob', 'wage_subsidy', 'education', 'another_effort', 'unchanged', 'moved', 'other'] as const;

export interface Closing {
  readonly courseId: string;
  readonly outcome: (typeof outcomes)[number];
  readonly outcomeNote?: string;
  readonly cv: CvSaid;
  readonly version: number;
}

/**
 * Closes a course today: with its outcome, and after the CV was brought up to date or waived with a reason (R78). What
 * was still to be done for it is done. Refuses as `closingRefusal` says, and `edit.stale` (412).
 */
@Injectable()
export class CloseCourse {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, outcome, outcomeNote, cv, version }: Closing): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const course = await lockCourse(tx, actor, courseId);
      if (course.version !== version) throw staleEdit(course);
      const placed = (await segmentsOf(tx, courseId)).filter(({ state }) => state !== 'cancelled' && state !== 'no-show');
      const placedUntil = placed.map(({ until }) => until).toSorted().at(-1) ?? null;
      const refusal = closingRefusal({ closed: false, placedUntil, openedOn: course.openedOn, today: tx.today }, cv);
      if (refusal) throw new Refusal(refusal);
      const [updatedOn, waived] = 'updatedOn' in cv ? [cv.updatedOn, null] : [null, cv.waivedReason];
      await tx.run(
        `update course set closed_on = $2, closed_by = $3, outcome = $4, outcome_note = $5, cv_updated_on = $6, cv_waived_reason = $7,
                next_follow_up_on = null, version = version + 1 where id = $1`,
        [courseId, tx.today, actor.userId, outcome, outcomeNote ?? null, updatedOn, waived],
      );
      await tx.run(
        `update task set done_at = $2, done_by = $3, version = version + 1
          where done_at is null and kind in ('follow-up', 'criterion-review') and facts ->> 'courseId' = $1::text`,
        [courseId, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'course.closed', subject: 'course', subjectId: courseId, after: { outcome, cv: updatedOn ?? waived } });
    });
  }
}
