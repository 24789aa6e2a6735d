import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

export interface Sector {
  readonly id: string;
  readonly key: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly position: number;
  /** The divisions of each scheme that fall under it. */
  readonly divisions: readonly { readonly scheme: string; readonly division: string }[];
  readonly version: number;
}

export interface Consideration {
  readonly id: string;
  readonly nameDa: string;
  readonly nameEn: string;
  readonly position: number;
  /** From this day it is no longer offered; older openings keep it. */
  readonly retiredOn: string | null;
  readonly version: number;
}

const sectorSelect = `select s.id, s.key, s.name_da as "nameDa", s.name_en as "nameEn", s.position, s.version,
  coalesce((select json_agg(json_build_object('scheme', d.scheme, 'division', d.division_code) order by d.scheme, d.division_code)
              from sector_division d where d.organisation_id = s.organisation_id and d.sector_id = s.id), '[]') as divisions
  from sector s`;
const considerationSelect = `select id, name_da as "nameDa", name_en as "nameEn", position, retired_on as "retiredOn", version from consideration`;

export const sectorOf = (tx: Tx, sectorId: string): Promise<Sector> => tx.one<Sector>(`${sectorSelect} where s.id = $1`, [sectorId]);
export const considerationOf = (tx: Tx, id: string): Promise<Consideration> =>
  tx.one<Consideration>(`${considerationSelect} where id = $1`, [id]);

/** The lists an organisation edits itself. */
@Injectable()
export class SectorsQueries {
  constructor(private readonly db: Db) {}

  /** The organisation's friendly sectors in its own order; at most 100. */
  async sectors(actor: Actor): Promise<{ items: Sector[] }> {
    return { items: await this.db.read(actor, (tx) => tx.rows<Sector>(`${sectorSelect} order by s.position, s.id limit 100`)) };
  }

  /** What workplaces can offer, in the organisation's own order; retired ones last. At most 100. */
  async considerations(actor: Actor): Promise<{ items: Consideration[] }> {
    const items = await this.db.read(actor, (tx) =>
      tx.rows<Consideration>(`${considerationSelect} order by retired_on is not null, position, id limit 100`),
    );
    return { items };
  }
}
