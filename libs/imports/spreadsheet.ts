import { Refusal } from '#platform';
import { type Dialect, readText, writeText } from './dialect.js';
import { type Cells, LIMITS } from './table.js';
import { readWorkbook, writeWorkbook } from './workbook.js';

/** How a file was written: a workbook, or text in some dialect. */
export type FileKind = { format: 'xlsx'; sheet?: string; otherSheets?: string[] } | ({ format: 'text' } & Dialect);

const ZIP = Buffer.from('PK');
/** The old binary formats, and workbooks locked with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const TEXT_NAME = /\.(?:csv|txt|tsv)$/iu;
const BOOK_NAME = /\.xlsx$/iu;

/**
 * Reads an uploaded spreadsheet. What it is must agree with what its name says.
 * @throws Refusal `import.file-too-large` (413), `import.old-workbook`, `import.wrong-extension`, and those of the readers
 */
export async function readSpreadsheet(fileName: string, bytes: Buffer): Promise<{ kind: FileKind; records: Cells[] }> {
  if (bytes.length > LIMITS.fileBytes)
    throw new Refusal('import.file-too-large', { status: 413, params: { max: LIMITS.fileBytes / 1_048_576 } });
  if (bytes.subarray(0, 4).equals(OLE)) throw new Refusal('import.old-workbook', { status: 422 });
  const zipped = bytes.subarray(0, 2).equals(ZIP);
  if (!(zipped ? BOOK_NAME : TEXT_NAME).test(fileName)) throw new Refusal('import.wrong-extension', { status: 422 });
  if (zipped) {
    const { records, ...sheets } = await readWorkbook(bytes);
    return { kind: { format: 'xlsx', ...sheets }, records };
  }
  const { dialect, records } = await readText(bytes);
  return { kind: { format: 'text', ...dialect }, records };
}

/** Writes records the way the file they came from was written. */
export async function writeSpreadsheet(kind: FileKind, records: Cells[]): Promise<Buffer> {
  return kind.format === 'xlsx' ? writeWorkbook(records) : writeText(records, kind);
}
