import { Injectable } from '@nestjs/common';
import { type Actor, Db, holdsCpr, Refusal, type Tx } from '#platform';
import { ReferenceQueries } from '#reference';
import { findHeadings, headingFingerprint, type Mapping, recogniseColumns } from './columns.rules.js';
import { ImportsQueries, type ImportView } from './imports.queries.js';
import { previewRows } from './preview-rows.js';
import { type FileKind, readSpreadsheet } from './spreadsheet.js';
import type { Cells } from './table.js';

const SAMPLES = 100;

/**
 * Takes in a spreadsheet and shows what it would do: columns recognised (or as this user chose for such headings last
 * time), and a verdict for each row. Nothing of the register is changed.
 * @throws Refusal as `readSpreadsheet`; `import.no-rows` (422) when there are headings alone; `input.cpr` when the file's name, a heading or a sheet's name holds a CPR-shaped number (422)
 */
@Injectable()
export class UploadSheet {
  constructor(
    private readonly db: Db,
    private readonly queries: ImportsQueries,
    private readonly reference: ReferenceQueries,
  ) {}

  async run(actor: Actor, { fileName, bytes }: { fileName: string; bytes: Buffer }): Promise<ImportView> {
    const name =
      fileName
        .normalize('NFC')
        .replace(/^.*[\\/]/u, '')
        .slice(-200) || 'fil';
    const { kind, records } = await readSpreadsheet(name, bytes);
    const heading = findHeadings(records);
    const headings =
      heading === undefined
        ? []
        : (records[heading] ?? []).map((cell) => cell.replace(/\s+/gu, ' ').trim().slice(0, 120));
    const sheets = kind.format === 'xlsx' ? [kind.sheet ?? '', ...(kind.otherSheets ?? [])] : [];
    if ([name, ...headings, ...sheets].some((text) => holdsCpr(text))) throw new Refusal('input.cpr', { status: 422 });
    const first = heading === undefined ? 0 : heading + 1;
    const rows = records.slice(first).map((cells, index) => ({ row: first + index + 1, cells }));
    if (rows.length === 0) throw new Refusal('import.no-rows', { status: 422 });
    return this.db.write(
      actor,
      async (tx) => {
        const importId = tx.newId();
        const mapping =
          (await remembered(tx, actor, headings)) ??
          recogniseColumns(headings.length > 0 ? headings : widest(records), records.slice(first, first + SAMPLES));
        if (!mapping.includes('name')) mapping[mapping.indexOf(null)] ??= 'name';
        await insertRun(tx, actor, { importId, name, kind, headings, mapping, total: rows.length });
        const counts = await previewRows(tx, importId, rows, { headings, mapping }, await this.reference.current(tx));
        await tx.run('update import_run set counts = $2 where id = $1', [importId, JSON.stringify(counts)]);
        return this.queries.one(tx, importId);
      },
      60_000,
    );
  }
}

/** A file without headings has as many columns as its widest row, all without a name. */
function widest(records: Cells[]): string[] {
  return Array.from({ length: Math.max(...records.slice(0, SAMPLES).map(({ length }) => length)) }, () => '');
}

async function remembered(tx: Tx, actor: Actor, headings: string[]): Promise<Mapping | undefined> {
  if (headings.length === 0) return undefined;
  const found = await tx.row<{ columns: Mapping }>(
    'select columns from import_mapping where user_id = $1 and fingerprint = $2',
    [actor.userId, headingFingerprint(headings)],
  );
  return found?.columns.length === headings.length ? found.columns : undefined;
}

type NewRun = { importId: string; name: string; kind: FileKind; headings: string[]; mapping: Mapping; total: number };

async function insertRun(
  tx: Tx,
  actor: Actor,
  { importId, name, kind, headings, mapping, total }: NewRun,
): Promise<void> {
  await tx.run(
    `insert into import_run (organisation_id, id, user_id, file_name, dialect, columns, status, rows_total, created_at)
     values (app_organisation(), $1, $2, $3, $4, $5, 'preview', $6, $7)`,
    [importId, actor.userId, name, JSON.stringify(kind), JSON.stringify({ headings, mapping }), total, tx.now],
  );
}
