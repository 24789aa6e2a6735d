import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { stepOf, type Step } from './staircase.queries.js';

/** Adds a step to the organisation's own staircase. */
@Injectable()
export class CreateStep {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { nameDa, nameEn, position }: Pick<Step, 'nameDa' | 'nameEn' | 'position'>): Promise<Step> {
    return this.db.write(actor, async (tx) => {
      const id = tx.newId();
      await tx.run('insert into staircase_step (organisation_id, id, name_da, name_en, position) values (app_organisation(), $1, $2, $3, $4)', [id, nameDa, nameEn, position]);
      await journal(tx, actor, { action: 'staircase.step-added', subject: 'staircase', subjectId: id, after: { nameDa } });
      return stepOf(tx, id);
    });
  }
}
