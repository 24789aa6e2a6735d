import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, type Actor } from '#platform';
import { bumpSector, type ListNames } from './list-names.js';
import { refuseTakenName } from './name-once.js';
import { sectorOf, type Sector } from './sectors.queries.js';

export interface SectorChange extends ListNames {
  readonly sectorId: string;
  readonly version: number;
}

/** Changes a friendly sector's names and place in the list. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateSector {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { sectorId, version, ...change }: SectorChange): Promise<Sector> {
    return this.db.write(actor, async (tx) => {
      const before = await sectorOf(tx, sectorId);
      if (change.nameDa !== before.nameDa) await refuseTakenName(tx, 'sector', change.nameDa, sectorId);
      await bumpSector(tx, before, version, change);
      await journal(tx, actor, { action: 'sector.updated', subject: 'sector', subjectId: sectorId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return sectorOf(tx, sectorId);
    });
  }
}
