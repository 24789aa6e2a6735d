import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { seeCitizen } from './see-citizens.js';

/** Everything kept about a citizen, table by table as it stands, with who has looked and why. */
export interface SubjectReport {
  readonly madeAt: Date;
  readonly caseRef: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** The report with what its ids and codes are called, in the reader's language: people's names are not among them. */
export interface NamedReport {
  readonly report: SubjectReport;
  readonly names: Readonly<Record<string, string>>;
  readonly organisation: string;
}

/** By which columns a row belongs to the citizen, and where the ids in them come from. Parents before children. */
const ways: readonly (readonly [column: string, ids: string])[] = [
  ['citizen_id', 'select $1::uuid::text'],
  ['citizen_ref', 'select case_ref from citizen where id = $1'],
  ['course_id', 'select id::text from course where citizen_id = $1'],
  ['start_terms_id', 'select s.id::text from start_terms s join course k on k.organisation_id = s.organisation_id and k.id = s.course_id where k.citizen_id = $1'],
  ['visit_id', 'select id::text from visit where citizen_id = $1'],
  ['work_agreement_id', 'select w.id::text from work_agreement w join course k on k.organisation_id = w.organisation_id and k.id = w.course_id where k.citizen_id = $1'],
  [
    'placement_id',
    'select p.id::text from placement p left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id where k.citizen_id = $1 or p.citizen_ref = (select case_ref from citizen where id = $1)',
  ],
];

/** The names of the tables are the catalogue's own, so that a table made later is in the report by itself. */
const tablesSql = `
select c.table_name as name, array_agg(c.column_name::text order by c.column_name) as columns
  from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
 where c.table_schema = 'public' and c.column_name = any ($1)
 group by c.table_name order by c.table_name`;

const namesSql = `
select id::text, case when $1 then name_da else name_en end as name from sector
 union all select id::text, case when $1 then name_da else name_en end from consideration
 union all select id::text, case when $1 then name_da else name_en end from staircase_step
 union all select w.id::text, concat_ws(', ', c.name, nullif(w.name, c.name), w.town)
   from workplace w join company c on c.organisation_id = w.organisation_id and c.id = w.company_id where w.id = any ($2::uuid[])`;

/** Secrets, and other people's: never in the report. */
const leftOut = ['organisation_id', 'token_hash', 'email', 'contact_email', 'contact_name'];

@Injectable()
export class SubjectReportQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** The data subject's report (GDPR art. 15) in one snapshot: who looked, when and why, is in it; staff by their id only. */
  of(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<SubjectReport> {
    return this.db.touch(actor, (tx) => reportOf(tx, actor, citizenId));
  }

  /** The same, to be put into words. */
  named(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<NamedReport> {
    return this.db.touch(actor, async (tx) => {
      const report = await reportOf(tx, actor, citizenId);
      const reference = await this.reference.current(tx);
      const coded = [...reference.targetGroups(tx.today), ...reference.measureTypes(tx.today)].map(({ code, nameDa, nameEn }) => [code, actor.language === 'da' ? nameDa : nameEn]);
      const workplaces = Object.values(report.tables).flatMap((rows) => rows.flatMap(({ workplace_id: id }) => id ?? []));
      const named = await tx.rows<{ id: string; name: string }>(namesSql, [actor.language === 'da', workplaces]);
      const { name: organisation } = await tx.one<{ name: string }>('select name from organisation');
      return { report, organisation, names: Object.fromEntries([...coded, ...named.map(({ id, name }) => [id, name])]) };
    });
  }
}

async function reportOf(tx: Tx, actor: Actor, citizenId: string): Promise<SubjectReport> {
  await seeCitizen(tx, actor, citizenId, 'report');
  const { caseRef } = await tx.one<{ caseRef: string }>('select case_ref as "caseRef" from citizen where id = $1', [citizenId]);
  const found = await tx.rows<{ name: string; columns: string[] }>(tablesSql, [ways.map(([column]) => column)]);
  const tables: [string, readonly Readonly<Record<string, unknown>>[]][] = [['citizen', await rowsOf(tx, 'citizen', 'id = $1', [citizenId])]];
  for (const { name, columns } of found) tables.push([name, await belonging(tx, name, columns, citizenId)]);
  tables.push(['journal_entry', await rowsOf(tx, 'journal_entry', 'subject_id = $1', [citizenId])]);
  return { madeAt: tx.now, caseRef, tables: Object.fromEntries(tables.filter(([, rows]) => rows.length > 0)) };
}

function belonging(tx: Tx, table: string, columns: readonly string[], citizenId: string): Promise<Readonly<Record<string, unknown>>[]> {
  const conditions = ways.filter(([column]) => columns.includes(column)).map(([column, ids]) => `${column}::text in (${ids})`);
  return rowsOf(tx, table, conditions.join(' or '), [citizenId]);
}

async function rowsOf(tx: Tx, table: string, where: string, params: readonly unknown[]): Promise<Readonly<Record<string, unknown>>[]> {
  const rows = await tx.rows<{ row: Readonly<Record<string, unknown>> }>(`select to_jsonb(t) - $2::text[] as row from "${table}" t where ${where} limit 10000`, [
    ...params,
    leftOut,
  ]);
  return rows.map(({ row }) => row);
}
