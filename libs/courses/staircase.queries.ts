import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { seeCourse } from './course-row.js';

/** A step of the organisation's own staircase (trappemodel). */
export interface Step {
  readonly id: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly position: number;
  /** From this day nobody is placed on it any more. */
  readonly retiredOn: string | null;
  readonly version: number;
}

/** Where the citizen has stood from a day on. */
export interface StepTakenView {
  readonly id: string;
  readonly stepId: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly fromOn: string;
  readonly nextGoal: string | null;
  readonly by: string | null;
}

export interface Staircase {
  /** Lowest first; of those retired only the ones this citizen has stood on. */
  readonly steps: readonly Step[];
  /** Oldest first, through all the citizen's courses. */
  readonly taken: readonly StepTakenView[];
}

const stepSelect = 'select id, name_da as "nameDa", name_en as "nameEn", position, retired_on as "retiredOn", version from staircase_step';
export const stepOf = (tx: Tx, id: string): Promise<Step> => tx.one<Step>(`${stepSelect} where id = $1`, [id]);

const takenSql = `
select t.id, t.step_id as "stepId", s.name_da as "nameDa", s.name_en as "nameEn", t.from_on as "fromOn", t.next_goal as "nextGoal", u.name as by
  from citizen_step t
  join staircase_step s on s.organisation_id = t.organisation_id and s.id = t.step_id
  left join app_user u on u.organisation_id = t.organisation_id and u.id = t.created_by
 where t.citizen_id = $1
 order by t.from_on, t.id limit 200`;

@Injectable()
export class StaircaseQueries {
  constructor(private readonly db: Db) {}

  /** The organisation's steps, lowest first; retired ones last. */
  async steps(actor: Actor): Promise<{ items: Step[] }> {
    return { items: await this.db.read(actor, (tx) => tx.rows<Step>(`${stepSelect} order by retired_on is not null, position, id limit 99`)) };
  }

  one(actor: Actor, stepId: string): Promise<Step> {
    return this.db.read(actor, (tx) => stepOf(tx, stepId));
  }

  /** The staircase with a citizen's way on it. */
  ofCourse(actor: Actor, courseId: string): Promise<Staircase> {
    return this.db.touch(actor, async (tx) => {
      const { citizenId } = await seeCourse(tx, actor, courseId);
      const taken = await tx.rows<StepTakenView>(takenSql, [citizenId]);
      const steps = await tx.rows<Step>(`${stepSelect} where retired_on is null or retired_on > $1::date or id = any ($2) order by position, id limit 99`, [
        tx.today,
        taken.map(({ stepId }) => stepId),
      ]);
      return { steps, taken };
    });
  }
}
