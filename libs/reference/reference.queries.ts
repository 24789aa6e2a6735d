import { Injectable } from '@nestjs/common';
import { Clock, Db, type Tx } from '#platform';
import { Reference, type ReferenceRows } from './reference.rules.js';

/** How long a process answers from memory. The data changes only when a new edition is loaded, at a start. */
const keepMs = 10 * 60_000;

/** All reading of reference data: some 2,500 small rows, fetched in one statement and kept in the process. */
@Injectable()
export class ReferenceQueries {
  private kept?: { reference: Reference; until: number };

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * The reference data as it stands. Inside a transaction pass its `tx`: a second connection there can starve the pool.
   * Not kept when the database has none yet (a process that started before the first load).
   */
  async current(tx?: Tx): Promise<Reference> {
    const now = this.clock.now().getTime();
    if (this.kept && now < this.kept.until && now >= this.kept.until - keepMs) return this.kept.reference;
    const rows = tx ? await fetchRows(tx) : await this.db.system(fetchRows);
    const reference = new Reference(rows);
    if (rows.municipalities.length > 0) this.kept = { reference, until: now + keepMs };
    return reference;
  }
}

const json = (name: string, select: string): string =>
  `(select coalesce(json_agg(t), '[]') from (${select}) t) as "${name}"`;
const period = `lower(valid)::text as "from", upper(valid)::text as "to"`;
const names = `name_da as "nameDa", name_en as "nameEn"`;
const datedRows = (table: string, more = ''): string => `select code, ${names}, law, ${period}${more} from ${table} order by code, valid`;

const fetchSql = `select
  ${json('regions', `select code, ${names} from region`)},
  ${json('municipalities', `select code, name, genitive_name as "genitiveName", aliases from municipality`)},
  ${json('memberships', `select municipality_code as municipality, region_code as region, ${period} from municipality_region`)},
  ${json(
    'postalCodes',
    `select p.code, p.town, p.lat, p.lon, array_agg(m.municipality_code order by m.municipality_code) as municipalities
    from postal_code p join postal_code_municipality m on m.postal_code = p.code group by p.code order by p.code`,
  )},
  ${json('sectorCodes', `select scheme, code, level, parent_code as "parentCode", ${names} from sector_code order by scheme, code`)},
  ${json(
    'sectorTemplates',
    `select t.key, ${names}, json_agg(json_build_object('scheme', d.scheme, 'division', d.division_code)) as divisions
    from sector_template t join sector_template_division d using (key) group by t.key order by t.position`,
  )},
  ${json('targetGroups', datedRows('target_group'))},
  ${json('measureTypes', datedRows('measure_type', ', needs_grant as "needsGrant"'))},
  ${json(
    'durationRules',
    `select code, measure_type_code as measure, target_group_codes as "targetGroups", circumstance_da as "circumstanceDa",
      circumstance_en as "circumstanceEn", unit, length, prolonged_to as "prolongedTo", further, version, law, ${period}
    from measure_duration_rule order by code, valid`,
  )},
  ${json(
    'ratioRules',
    `select version, (select json_agg(json_build_object('from', from_fte[n], 'per', per[n]) order by n) from generate_subscripts(per, 1) n) as steps,
      at_least as "atLeast", months, full_time_minutes as "fullTimeMinutes", measures, measures_by_choice as "measuresByChoice",
      measures_checked as "measuresChecked", law, ${period}
    from ratio_rule order by valid`,
  )},
  ${json('additionalityRules', `select version, months, measures, law, ${period} from additionality_rule order by valid`)}`;

const fetchRows = (tx: Tx): Promise<ReferenceRows> => tx.one<ReferenceRows>(fetchSql);
