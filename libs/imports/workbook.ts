import { harmless, Refusal } from '#platform';
import { inspectWorkbook } from './archive.js';
import { HEADING_ROWS, mostHeadings } from './columns.rules.js';
import { readSheet } from './read-sheet.js';
import { type Cells, checkSize } from './table.js';
import { readBook } from './workbook-parts.js';

/** The records of one sheet, its name, and those of the other visible sheets with something in them. */
export type ReadWorkbook = { records: Cells[]; sheet: string; otherSheets: string[] };

/**
 * Reads one visible sheet as text: the one whose first rows name most columns (a guide may stand before it), else the
 * first with anything in it; record n is row n. What would unpack beyond its limits has been refused by then.
 * (exceljs' reader holds a whole workbook as objects, some 200 MB for 10,000 rows, and blocks while it makes them; its
 * streaming reader loses shared strings that stand after the sheet, as Excel's own files have them.)
 */
export async function readWorkbook(bytes: Buffer): Promise<ReadWorkbook> {
  const archive = await inspectWorkbook(bytes);
  try {
    const book = await readBook(archive);
    const read = async (path: string, rows?: number) => {
      const open = archive.get(path);
      return open ? readSheet(await open(), book, rows) : [];
    };
    const sheets: { path: string; name: string; headings: number; filled: boolean }[] = [];
    for (const [path, name] of book.sheets) {
      const first = await read(path, HEADING_ROWS);
      sheets.push({ path, name, headings: mostHeadings(first), filled: first.length > 0 });
    }
    let records: Cells[] = [];
    let chosen = sheets[0];
    for (const sheet of sheets.toSorted((one, other) => other.headings - one.headings)) {
      if (records.length > 0) break;
      [records, chosen] = [await read(sheet.path), sheet];
    }
    checkSize(records);
    return { records, sheet: chosen?.name ?? '', otherSheets: sheets.flatMap((sheet) => (sheet !== chosen && sheet.filled ? [sheet.name] : [])) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('import.not-a-workbook', { status: 422 });
  }
}

/** Writes records as a workbook with one sheet; every cell is text, so nothing in it is ever run. */
export async function writeWorkbook(records: Cells[]): Promise<Buffer> {
  // Fetched when a sheet is asked for: it is large, and most processes never write one.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Ark1');
  for (const cells of records) sheet.addRow(cells.map(harmless));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
