import { harmless, Refusal } from '#platform';
import { inspectWorkbook } from './archive.js';
import { readSheet } from './read-sheet.js';
import { type Cells, checkSize } from './table.js';
import { readBook } from './workbook-parts.js';

/**
 * Reads the first visible sheet with anything in it as text: record n is row n. What would unpack beyond its limits has
 * been refused by then. (exceljs' reader holds a whole workbook as objects, some 200 MB for 10,000 rows, and blocks while
 * it makes them; its streaming reader loses shared strings that stand after the sheet, as Excel's own files have them.)
 */
export async function readWorkbook(bytes: Buffer): Promise<Cells[]> {
  const archive = await inspectWorkbook(bytes);
  try {
    const book = await readBook(archive);
    let records: Cells[] = [];
    for (const path of book.sheets) {
      const open = archive.get(path);
      if (open && records.length === 0) records = await readSheet(await open(), book);
    }
    checkSize(records);
    return records;
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
