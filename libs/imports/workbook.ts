import ExcelJS from 'exceljs';
import { harmless, Refusal } from '#platform';
import { inspectWorkbook } from './archive.js';
import { unharmed } from './formula.rules.js';
import { type Cells, LIMITS, checkSize } from './table.js';

/**
 * Reads the first sheet with anything in it as text: record n is row n. What would unpack beyond its limits has been
 * refused by then. (exceljs' streaming reader uses less memory, but loses the shared strings of files that hold them
 * after the sheet, as Excel's own do.)
 */
export async function readWorkbook(bytes: Buffer): Promise<Cells[]> {
  await inspectWorkbook(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes: UNREAD });
  } catch {
    throw new Refusal('import.not-a-workbook', { status: 422 });
  }
  const records =
    workbook.worksheets
      .filter(({ state }) => state === 'visible')
      .map(readSheet)
      .find(({ length }) => length > 0) ?? [];
  checkSize(records);
  return records;
}

/** Writes records as a workbook with one sheet; every cell is text, so nothing in it is ever run. */
export async function writeWorkbook(records: Cells[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Ark1');
  for (const cells of records) sheet.addRow(cells.map(harmless));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Parts of a sheet that hold no cells. */
const UNREAD = [
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'picture',
  'printOptions',
  'sheetProtection',
  'tableParts',
];

function readSheet(sheet: ExcelJS.Worksheet): Cells[] {
  if (sheet.rowCount > LIMITS.rows + 1)
    throw new Refusal('import.too-many-rows', { status: 422, params: { max: LIMITS.rows } });
  const records: Cells[] = [];
  sheet.eachRow((row, number) => {
    const cells: Cells = [];
    row.eachCell((cell, column) => {
      if (column > LIMITS.columns)
        throw new Refusal('import.too-many-columns', { status: 422, params: { max: LIMITS.columns } });
      while (cells.length < column - 1) cells.push('');
      cells.push(unharmed(asText(cell)));
    });
    if (cells.every((cell) => cell === '')) return;
    while (records.length < number - 1) records.push([]);
    records.push(cells);
  });
  return records;
}

/** What the reader would have seen: dates as ISO days, "0000" formats with their zeros, results of formulas. */
function asText(cell: ExcelJS.Cell): string {
  const value = cell.value;
  if (typeof value === 'number') return numberText(value, cell.numFmt);
  return valueText(value);
}

function valueText(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return valueText(value.result);
  if ('text' in value) return valueText(value.text);
  return '';
}

function numberText(value: number, format: string | undefined): string {
  const zeros = /^0{2,}$/u.test(format ?? '') ? (format ?? '').length : 0;
  const plain = Number.isSafeInteger(value) ? value.toFixed(0) : String(value).replace('.', ',');
  return plain.padStart(zeros, '0');
}
