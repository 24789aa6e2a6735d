import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { stepOf, type Step } from './staircase.queries.js';

export interface StepChange extends Omit<Step, 'id'> {
  readonly stepId: string;
}

/** Changes or retires a step; who has stood on it keeps having done so. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateStep {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { stepId, version, ...change }: StepChange): Promise<Step> {
    return this.db.write(actor, async (tx) => {
      const before = await stepOf(tx, stepId);
      const updated = await tx.run(
        'update staircase_step set name_da = $3, name_en = $4, position = $5, retired_on = $6, version = version + 1 where id = $1 and version = $2',
        [stepId, version, change.nameDa, change.nameEn, change.position, change.retiredOn],
      );
      if (updated === 0) throw staleEdit(await stepOf(tx, stepId));
      await journal(tx, actor, { action: 'staircase.step-changed', subject: 'staircase', subjectId: stepId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return stepOf(tx, stepId);
    });
  }
}
