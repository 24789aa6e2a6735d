import { staleEdit, type Tx } from '#platform';
import { sectorOf, type Sector } from './sectors.queries.js';

/** What every entry of an editable list has. */
export interface ListNames {
  readonly nameDa: string;
  readonly nameEn: string;
  readonly position: number;
}

/** Writes a sector's names and counts its version up; refuses with `edit.stale` (412). */
export async function bumpSector(tx: Tx, before: Sector, version: number, { nameDa, nameEn, position }: ListNames): Promise<void> {
  const updated = await tx.run('update sector set name_da = $3, name_en = $4, position = $5, version = version + 1 where id = $1 and version = $2', [before.id, version, nameDa, nameEn, position]);
  if (updated === 0) throw staleEdit(await sectorOf(tx, before.id));
}
