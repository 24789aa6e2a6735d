import type { Tx } from '#platform';
import type { Reference } from '#reference';
import type { Mapping } from './columns.rules.js';
import { inSlices } from './in-slices.js';
import { knownCompanies } from './known-companies.js';
import { municipalityOf } from './municipality.rules.js';
import { type Planned, planSteps, type Row } from './plan.rules.js';
import { type ReadRow, readRow } from './row.rules.js';
import { jsonOf, type Steps } from './steps.rules.js';
import type { Cells } from './table.js';

/** How many rows of each verdict; `warned` counts rows where something was left out. */
export type Counts = {
  new: number;
  adds: number;
  duplicate: number;
  decision: number;
  refused: number;
  warned: number;
};

/** A row of the file by its number there; `cells` is null when the row held a CPR-shaped number, which is never stored. */
export type FileRow = { row: number; cells: Cells | null };

const CHUNK = 1_000;

type Sheet = { headings: string[]; mapping: Mapping };
type Read = FileRow & { read: ReadRow };

/**
 * Reads the rows by the mapping, compares them with the register and writes one `import_row` each, with its verdict.
 * Other requests are let through all the while: a large sheet is seconds of work.
 */
export async function previewRows(
  tx: Tx,
  importId: string,
  file: FileRow[],
  sheet: Sheet,
  reference: Reference,
): Promise<Counts> {
  const read = await inSlices(readAll(file, sheet, tx.today, reference));
  const rows: Row[] = read.flatMap(({ row, read: one }) => (one.kind === 'facts' ? [{ row, facts: one.facts }] : []));
  const plan = await inSlices(planSteps(rows, await knownCompanies(tx, rows)));
  const planned = new Map(plan.rows.map((each) => [each.row, each]));
  const counts: Counts = { new: 0, adds: 0, duplicate: 0, decision: 0, refused: 0, warned: 0 };
  const counted = (each: Read) => {
    const stored = storedRow(each, planned.get(each.row), sheet.headings);
    counts[stored.verdict] += 1;
    counts.warned += Number(stored.warnings.length > 0);
    return stored;
  };
  for (let at = 0; at < read.length; at += CHUNK)
    await insertRows(tx, importId, await inSlices(jsonOf(read.slice(at, at + CHUNK), counted)));
  return counts;
}

function* readAll(file: FileRow[], { mapping, headings }: Sheet, today: string, reference: Reference): Steps<Read[]> {
  const all: Read[] = [];
  for (const { row, cells } of file) {
    const read = readOrRefused(cells, mapping, today, headings);
    if (read.kind === 'facts' && municipalityOf(read.facts.town, read.facts.postalCode, reference).unsure)
      read.warnings.push({
        field: mapping.includes('postalCode') ? 'postalCode' : 'postalTown',
        code: 'import.warning.municipality-unsure',
      });
    all.push({ row, cells, read });
    yield;
  }
  return all;
}

function readOrRefused(cells: Cells | null, mapping: Mapping, today: string, headings: string[]): ReadRow {
  return cells ? readRow(cells, mapping, today, headings) : { kind: 'refused', reason: 'cpr', column: null };
}

function storedRow({ row, cells, read }: Read, plan: Planned | undefined, headings: string[]) {
  const nothing = { row, cells, facts: null, warnings: [], candidates: [], reason: null, reasonColumn: null };
  if (read.kind === 'facts') {
    return {
      ...nothing,
      facts: read.facts,
      warnings: read.warnings,
      verdict: plan?.verdict ?? 'new',
      candidates: plan?.candidates ?? [],
    } as const;
  }
  const reasonColumn = read.column === null ? null : headings[read.column] || String(read.column + 1);
  return {
    ...nothing,
    verdict: 'refused',
    cells: read.reason === 'cpr' ? null : cells,
    reason: read.reason,
    reasonColumn,
  } as const;
}

async function insertRows(tx: Tx, importId: string, json: string): Promise<void> {
  await tx.run(
    `insert into import_row (organisation_id, import_id, row_number, cells, verdict, reason, reason_column, warnings, facts, candidates)
     select app_organisation(), $1, r.row, nullif(r.cells, 'null'), r.verdict, r.reason, r."reasonColumn", r.warnings, nullif(r.facts, 'null'), r.candidates
       from jsonb_to_recordset($2::jsonb) as r(row integer, cells jsonb, verdict text, reason text, "reasonColumn" text, warnings jsonb, facts jsonb, candidates jsonb)
     on conflict on constraint import_row_pk do update
        set verdict = excluded.verdict, reason = excluded.reason, reason_column = coalesce(excluded.reason_column, import_row.reason_column),
            warnings = excluded.warnings, facts = excluded.facts, candidates = excluded.candidates, decision = null`,
    [importId, json],
  );
}
