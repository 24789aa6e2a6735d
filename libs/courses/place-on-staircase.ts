import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor } from '#platform';
import { courseBegan } from './course-days.rules.js';
import { lockCourse } from './course-row.js';
import { segmentsOf, staysOf } from './segments.js';

export interface StepTaken {
  readonly courseId: string;
  readonly stepId: string;
  /** Today unless said. */
  readonly fromOn?: string;
  /** What it takes to come to the next step, in the citizen's words. */
  readonly nextGoal?: string;
}

/**
 * Says on which step of the staircase the citizen stands from a day on, up or down; where they stood before stays seen.
 * Refuses `course.closed`, and 422 for a step that is retired, and for a day ahead or before the course began.
 */
@Injectable()
export class PlaceOnStaircase {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, stepId, fromOn, nextGoal }: StepTaken): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      const { citizenId, openedOn } = await lockCourse(tx, actor, courseId);
      const on = fromOn ?? tx.today;
      if (on > tx.today) throw invalid({ field: 'fromOn', code: 'fault.terms.ahead' });
      if (on < courseBegan(openedOn, staysOf(await segmentsOf(tx, courseId)))) throw invalid({ field: 'fromOn', code: 'fault.step.before-course' });
      const step = await tx.row<{ da: string; en: string }>('select name_da as da, name_en as en from staircase_step where id = $1 and (retired_on is null or retired_on > $2::date)', [stepId, on]);
      if (!step) throw invalid({ field: 'stepId', code: 'fault.unknown' });
      const id = tx.newId();
      await tx.run(
        `insert into citizen_step (organisation_id, id, citizen_id, course_id, step_id, from_on, next_goal, created_at, created_by)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, citizenId, courseId, stepId, on, nextGoal ?? null, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'course.step-taken', subject: 'course', subjectId: courseId, after: { step, fromOn: on } });
      return { id };
    });
  }
}
