import { setImmediate } from 'node:timers/promises';
import type { Tx } from '#platform';
import type { Mapping } from './columns.rules.js';
import { knownCompanies } from './known-companies.js';
import { type Planned, planRows, type Row } from './plan.rules.js';
import { type ReadRow, readRow } from './row.rules.js';
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

/**
 * Reads the rows by the mapping, compares them with the register and writes one `import_row` each, with its verdict.
 * Lets other requests through now and then: a large sheet is seconds of work.
 */
export async function previewRows(
  tx: Tx,
  importId: string,
  file: FileRow[],
  headings: string[],
  mapping: Mapping,
): Promise<Counts> {
  const read: { row: number; cells: Cells | null; read: ReadRow }[] = [];
  for (const { row, cells } of file) {
    read.push({ row, cells, read: readOrRefused(cells, mapping, tx.today) });
    if (read.length % CHUNK === 0) await setImmediate();
  }
  const rows: Row[] = read.flatMap(({ row, read: one }) => (one.kind === 'facts' ? [{ row, facts: one.facts }] : []));
  const planned = new Map(
    planRows(
      rows,
      await knownCompanies(
        tx,
        rows.map(({ facts }) => facts),
      ),
    ).rows.map((plan) => [plan.row, plan]),
  );
  const counts: Counts = { new: 0, adds: 0, duplicate: 0, decision: 0, refused: 0, warned: 0 };
  for (let at = 0; at < read.length; at += CHUNK) {
    const stored = read
      .slice(at, at + CHUNK)
      .map(({ row, cells, read: one }) => storedRow(row, cells, one, planned.get(row), headings));
    for (const { verdict, warnings } of stored) {
      counts[verdict] += 1;
      counts.warned += Number(warnings.length > 0);
    }
    await insertRows(tx, importId, stored);
  }
  return counts;
}

function readOrRefused(cells: Cells | null, mapping: Mapping, today: string): ReadRow {
  return cells ? readRow(cells, mapping, today) : { kind: 'refused', reason: 'cpr', column: null };
}

function storedRow(row: number, cells: Cells | null, read: ReadRow, plan: Planned | undefined, headings: string[]) {
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

async function insertRows(tx: Tx, importId: string, rows: object[]): Promise<void> {
  await tx.run(
    `insert into import_row (organisation_id, import_id, row_number, cells, verdict, reason, reason_column, warnings, facts, candidates)
     select app_organisation(), $1, r.row, nullif(r.cells, 'null'), r.verdict, r.reason, r."reasonColumn", r.warnings, nullif(r.facts, 'null'), r.candidates
       from jsonb_to_recordset($2::jsonb) as r(row integer, cells jsonb, verdict text, reason text, "reasonColumn" text, warnings jsonb, facts jsonb, candidates jsonb)
     on conflict on constraint import_row_pk do update
        set verdict = excluded.verdict, reason = excluded.reason, reason_column = coalesce(excluded.reason_column, import_row.reason_column),
            warnings = excluded.warnings, facts = excluded.facts, candidates = excluded.candidates, decision = null`,
    [importId, JSON.stringify(rows)],
  );
}
