import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor } from '#platform';
import { courseOf, type Course } from './course-row.js';

export interface NewCourse {
  readonly kind: Course['kind'];
  readonly name: string;
  readonly description?: string | null;
  /** 1 to 120; a network meeting has none. */
  readonly validMonths?: number | null;
}

/** Months of validity belong to what gives a certificate, and only to that. */
export function checkValidity({ kind, validMonths }: Pick<NewCourse, 'kind' | 'validMonths'>): void {
  if (kind !== 'network' && !validMonths) throw invalid({ field: 'validMonths', code: 'fault.required' });
  if (kind === 'network' && validMonths) throw invalid({ field: 'validMonths', code: 'fault.training.network-validity' });
}

/** Adds a course mentors can be trained by: first course, refresher or network meeting. */
@Injectable()
export class CreateCourse {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: NewCourse): Promise<Course> {
    checkValidity(input);
    return this.db.write(actor, async (tx) => {
      const id = tx.newId();
      await tx.run(
        `insert into training_course (organisation_id, id, kind, name, description, valid_months, created_at, created_by)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $7)`,
        [id, input.kind, input.name, input.description || null, input.validMonths ?? null, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'training-course.created', subject: 'training-course', subjectId: id, after: { kind: input.kind, name: input.name } });
      return courseOf(tx, id);
    });
  }
}
