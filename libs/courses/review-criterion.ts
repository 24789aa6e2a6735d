import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor } from '#platform';
import { settleTasks } from '#tasks';
import { lockCourse } from './course-row.js';

export interface Review {
  readonly courseId: string;
  readonly criterionId: string;
  /** The day the criterion was met … */
  readonly metOn?: string;
  /** … or, not met yet, the day it is looked at again. */
  readonly reviewOn?: string;
}

/**
 * A what-it-takes criterion (hvad der skal til) is looked at on its day: met, or again on another day (R62). Refuses 404,
 * `course.closed`, and 422 unless exactly one of the two is said, in the right direction of time.
 */
@Injectable()
export class ReviewCriterion {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, criterionId, metOn, reviewOn }: Review): Promise<void> {
    return this.db.write(actor, async (tx) => {
      await lockCourse(tx, actor, courseId);
      if ((metOn === undefined) === (reviewOn === undefined)) throw invalid({ field: 'metOn', code: 'fault.criterion.one-of' });
      if (metOn !== undefined && metOn > tx.today) throw invalid({ field: 'metOn', code: 'fault.terms.ahead' });
      if (reviewOn !== undefined && reviewOn <= tx.today) throw invalid({ field: 'reviewOn', code: 'fault.terms.review-past' });
      await tx.one(
        `update what_it_takes w set met_on = $3, review_on = coalesce($4::date, w.review_on)
           from start_terms t
          where w.id = $1 and t.organisation_id = w.organisation_id and t.id = w.start_terms_id and t.course_id = $2
         returning w.id`,
        [criterionId, courseId, metOn ?? null, reviewOn ?? null],
      );
      await settleTasks(tx, 'criterion-review', criterionId, actor.userId);
      await journal(tx, actor, { action: metOn ? 'course.criterion-met' : 'course.criterion-reviewed', subject: 'course', subjectId: courseId, after: { metOn: metOn ?? null, reviewOn: reviewOn ?? null } });
    });
  }
}
