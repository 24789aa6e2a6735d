import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor, type Tx } from '#platform';
import { bumpSector } from './list-names.js';
import { sectorOf, type Sector } from './sectors.queries.js';

export interface DivisionMapping {
  readonly sectorId: string;
  readonly divisions: readonly { readonly scheme: string; readonly division: string }[];
  readonly version: number;
}

/**
 * Says which divisions fall under a friendly sector; a division falls under one only, so it leaves the one it was under.
 * Workplaces with a code of such a division move along (and their slots and openings with them).
 */
@Injectable()
export class MapDivisions {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { sectorId, divisions, version }: DivisionMapping): Promise<Sector> {
    return this.db.write(actor, async (tx) => {
      const before = await sectorOf(tx, sectorId);
      await bumpSector(tx, before, version, before);
      const wanted = [divisions.map(({ scheme }) => scheme), divisions.map(({ division }) => division)];
      const known = await tx.one<{ n: number }>(
        `select count(*) as n from unnest($1::text[], $2::text[]) d(scheme, code) join sector_code c using (scheme, code) where c.level = 'division'`,
        wanted,
      );
      if (known.n < divisions.length) throw invalid({ field: 'divisions', code: 'fault.sector-code.unknown' });
      await remap(tx, sectorId, wanted);
      await journal(tx, actor, { action: 'sector.divisions-changed', subject: 'sector', subjectId: sectorId, before: { divisions: before.divisions }, after: { divisions } });
      return sectorOf(tx, sectorId);
    });
  }
}

async function remap(tx: Tx, sectorId: string, [schemes, codes]: readonly (readonly string[])[]): Promise<void> {
  await tx.run('delete from sector_division where sector_id = $1', [sectorId]);
  await tx.run(
    `insert into sector_division (organisation_id, scheme, division_code, sector_id)
     select distinct app_organisation(), scheme, code, $3::uuid from unnest($1::text[], $2::text[]) d(scheme, code)
         on conflict on constraint sector_division_pk do update set sector_id = excluded.sector_id`,
    [schemes, codes, sectorId],
  );
  await tx.run(
    `update workplace w set sector_id = d.sector_id
       from sector_division d
      where d.sector_id = $1 and w.sector_scheme = d.scheme and left(w.sector_code, 2) = d.division_code and w.sector_id is distinct from $1`,
    [sectorId],
  );
}
