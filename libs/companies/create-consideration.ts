import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import type { ListNames } from './list-names.js';
import { refuseTakenName } from './name-once.js';
import { considerationOf, type Consideration } from './sectors.queries.js';

/** Adds something workplaces can offer. Worded as what the work offers, never as what ails somebody. A name that another has is refused (422). */
@Injectable()
export class CreateConsideration {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { nameDa, nameEn, position }: ListNames): Promise<Consideration> {
    return this.db.write(actor, async (tx) => {
      await refuseTakenName(tx, 'consideration', nameDa);
      const id = tx.newId();
      await tx.run('insert into consideration (organisation_id, id, name_da, name_en, position) values (app_organisation(), $1, $2, $3, $4)', [id, nameDa, nameEn, position]);
      await journal(tx, actor, { action: 'consideration.created', subject: 'consideration', subjectId: id, after: { nameDa } });
      return considerationOf(tx, id);
    });
  }
}
