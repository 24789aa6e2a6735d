import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, Db, invalid, staleEdit, type Actor, type Tx } from '#platform';
import { settleTasks } from '#tasks';
import { lockCourse } from './course-row.js';
import { criterionFault, type CriterionSaid } from './criterion.rules.js';
import { criterionSelect, type Criterion } from './terms.queries.js';

export interface Review extends CriterionSaid {
  readonly courseId: string;
  readonly criterionId: string;
  /** Worded anew; as it was unless said. */
  readonly criterion?: string;
  readonly version: number;
}

type Reviewed = Criterion & { readonly agreedOn: string };

/**
 * A what-it-takes criterion (hvad der skal til) is looked at on its day: met, or again on another day, perhaps in other
 * words (R62). A "met" by mistake is taken back by saying when it is looked at again. Every version stays. Refuses 404,
 * `course.closed`, `edit.stale` (412), and 422 as `criterionFault` says.
 */
@Injectable()
export class ReviewCriterion {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, criterionId, ...said }: Review): Promise<Criterion> {
    return this.db.write(actor, async (tx) => {
      await lockCourse(tx, actor, courseId);
      const { agreedOn, ...before } = await criterionOf(tx, courseId, criterionId);
      const fault = criterionFault(said, { agreedOn, today: tx.today, inAYear: addDays(tx.today, 365) });
      if (fault) throw invalid(fault);
      if (before.version !== said.version) throw staleEdit(before);
      await tx.run(
        `update what_it_takes set criterion = coalesce($2, criterion), met_on = $3, review_on = coalesce($4::date, review_on),
                version = version + 1, written_at = $5, written_by = $6 where id = $1`,
        [criterionId, said.criterion ?? null, said.metOn ?? null, said.reviewOn ?? null, tx.now, actor.userId],
      );
      await settleTasks(tx, 'criterion-review', criterionId, actor.userId);
      const { agreedOn: _, ...after } = await criterionOf(tx, courseId, criterionId);
      await journal(tx, actor, { action: said.metOn ? 'course.criterion-met' : 'course.criterion-reviewed', subject: 'course', subjectId: courseId, before: factsOf(before), after: factsOf(after) });
      return after;
    });
  }
}

const factsOf = ({ criterion, metOn, reviewOn }: Criterion) => ({ criterion, metOn, reviewOn });

const criterionOf = (tx: Tx, courseId: string, criterionId: string): Promise<Reviewed> =>
  tx.one<Reviewed>(
    `select ${criterionSelect}, t.agreed_with_citizen_on as "agreedOn"
       from what_it_takes w join start_terms t on t.organisation_id = w.organisation_id and t.id = w.start_terms_id
      where w.id = $1 and t.course_id = $2`,
    [criterionId, courseId],
  );
