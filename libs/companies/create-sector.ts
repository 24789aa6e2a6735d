import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import type { ListNames } from './list-names.js';
import { refuseTakenName } from './name-once.js';
import { sectorOf, type Sector } from './sectors.queries.js';

/** Adds a friendly sector of the organisation's own, still without divisions. A name that another has is refused (422). */
@Injectable()
export class CreateSector {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { nameDa, nameEn, position }: ListNames): Promise<Sector> {
    return this.db.write(actor, async (tx) => {
      await refuseTakenName(tx, 'sector', nameDa);
      const id = tx.newId();
      await tx.run('insert into sector (organisation_id, id, key, name_da, name_en, position) values (app_organisation(), $1, $2, $3, $4, $5)', [id, `own-${id}`, nameDa, nameEn, position]);
      await journal(tx, actor, { action: 'sector.created', subject: 'sector', subjectId: id, after: { nameDa } });
      return sectorOf(tx, id);
    });
  }
}
