import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { courseOf, type Course } from './course-row.js';
import { checkValidity } from './create-course.js';

export interface CourseChange {
  readonly courseId: string;
  readonly name?: string;
  readonly description?: string | null;
  /** For certificates from now on; those given keep theirs. */
  readonly validMonths?: number | null;
  readonly retiredOn?: string | null;
  readonly version: number;
}

/** Changes a course; what is left out stays. Refuses with `edit.stale` (412). */
@Injectable()
export class ChangeCourse {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, version, ...change }: CourseChange): Promise<Course> {
    return this.db.write(actor, async (tx) => {
      const before = await courseOf(tx, courseId);
      const after = { ...before, ...change };
      checkValidity(after);
      const changed = await tx.run(
        'update training_course set name = $3, description = $4, valid_months = $5, retired_on = $6, version = version + 1 where id = $1 and version = $2',
        [courseId, version, after.name, after.description || null, after.validMonths, after.retiredOn],
      );
      if (changed === 0) throw staleEdit(await courseOf(tx, courseId));
      await journal(tx, actor, { action: 'training-course.changed', subject: 'training-course', subjectId: courseId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return courseOf(tx, courseId);
    });
  }
}
