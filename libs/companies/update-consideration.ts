import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import type { ListNames } from './list-names.js';
import { refuseTakenName } from './name-once.js';
import { considerationOf, type Consideration } from './sectors.queries.js';

export interface ConsiderationChange extends ListNames {
  readonly considerationId: string;
  /** From this day no longer offered; null offers it again. */
  readonly retiredOn: string | null;
  readonly version: number;
}

/** Changes or retires a consideration; slots and openings that have it keep it. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateConsideration {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { considerationId, version, ...change }: ConsiderationChange): Promise<Consideration> {
    return this.db.write(actor, async (tx) => {
      const before = await considerationOf(tx, considerationId);
      if (change.nameDa !== before.nameDa) await refuseTakenName(tx, 'consideration', change.nameDa, considerationId);
      const updated = await tx.run(
        'update consideration set name_da = $3, name_en = $4, position = $5, retired_on = $6, version = version + 1 where id = $1 and version = $2',
        [considerationId, version, change.nameDa, change.nameEn, change.position, change.retiredOn],
      );
      if (updated === 0) throw staleEdit(await considerationOf(tx, considerationId));
      await journal(tx, actor, { action: 'consideration.updated', subject: 'consideration', subjectId: considerationId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return considerationOf(tx, considerationId);
    });
  }
}
