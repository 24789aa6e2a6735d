import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { harmless, Refusal } from '#platform';
import { unharmed } from './formula.rules.js';
import { type Cells, LIMITS, checkSize } from './table.js';

/** How a text file was written, kept so that what comes back opens in the same spreadsheet the same way. */
export type Dialect = {
  encoding: 'utf-8' | 'windows-1252' | 'utf-16le';
  separator: ';' | ',' | '\t';
  /** The first line was Excel's own `sep=;`. */
  sepLine: boolean;
  bom: boolean;
  newline: '\r\n' | '\n' | '\r';
};

/** What a spreadsheet in Danish Excel expects when nothing else is known. */
export const DANISH_EXCEL: Dialect = { encoding: 'utf-8', separator: ';', sepLine: false, bom: true, newline: '\r\n' };

const SEPARATORS = [';', '\t', ','] as const;
const SEP_LINE = /^sep=([;,\t])\r?\n?/iu;
/** Enough of a file to tell its separator from. */
const SAMPLE = 65_536;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_BOM = Buffer.from([0xff, 0xfe]);

/**
 * Reads a delimited text file: its dialect and its records, blank ones kept so that record n is row n of the spreadsheet.
 * @throws Refusal `import.not-text`, `import.broken-quotes`, or a size limit.
 */
export function readText(bytes: Buffer): { dialect: Dialect; records: Cells[] } {
  const { encoding, bom, text } = decode(bytes);
  const sepLine = SEP_LINE.exec(text);
  const body = sepLine ? text.slice(sepLine[0].length) : text;
  const separator = (sepLine?.[1] as Dialect['separator'] | undefined) ?? guessSeparator(body);
  const records = parseRecords(body, separator).map((cells) => cells.map(unharmed));
  while (records.length > 0 && records.at(-1)?.every((cell) => cell === '')) records.pop();
  checkSize(records);
  return { dialect: { encoding, separator, sepLine: sepLine !== null, bom, newline: newlineOf(body) }, records };
}

/** Writes records in `dialect`; cells that start a formula are made harmless, everything else reads back unchanged. */
export function writeText(records: Cells[], dialect: Dialect): Buffer {
  const lines = records.map((cells) =>
    cells.map((cell) => quote(harmless(cell), dialect.separator)).join(dialect.separator),
  );
  if (dialect.sepLine) lines.unshift(`sep=${dialect.separator}`);
  return iconv.encode(lines.map((line) => line + dialect.newline).join(''), dialect.encoding, { addBOM: dialect.bom });
}

/** Strict UTF-8 or else Windows-1252: guessing libraries call Danish 1252 text ISO-8859-2 (measured). */
function decode(bytes: Buffer): { encoding: Dialect['encoding']; bom: boolean; text: string } {
  if (bytes.subarray(0, 2).equals(UTF16_BOM)) {
    return { encoding: 'utf-16le', bom: true, text: iconv.decode(bytes, 'utf-16le') };
  }
  if (bytes.includes(0)) throw new Refusal('import.not-text', { status: 422 });
  if (!isUtf8(bytes)) return { encoding: 'windows-1252', bom: false, text: iconv.decode(bytes, 'windows-1252') };
  return { encoding: 'utf-8', bom: bytes.subarray(0, 3).equals(UTF8_BOM), text: iconv.decode(bytes, 'utf-8') };
}

/** The separator with which most records have as many cells as the first; with several such, the one giving most cells. */
function guessSeparator(body: string): Dialect['separator'] {
  const sample = body.slice(0, SAMPLE);
  const scored = SEPARATORS.map((separator) => {
    const widths = parseLoosely(sample, separator).map((cells) => cells.length);
    const common = mostCommon(widths);
    const share = widths.filter((width) => width === common).length / Math.max(widths.length, 1);
    return { separator, score: common > 1 ? share * Math.min(common, 12) : 0 };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function mostCommon(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

function parseLoosely(sample: string, separator: string): Cells[] {
  return parse(sample, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    to: 200,
    skip_records_with_error: true,
  });
}

function parseRecords(body: string, separator: string): Cells[] {
  try {
    return parse(body, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LIMITS.recordCharacters,
      to: LIMITS.rows + 2,
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'CSV_MAX_RECORD_SIZE') throw new Refusal('import.cell-too-long', { status: 422 });
    throw new Refusal('import.broken-quotes', { status: 422 });
  }
}

function newlineOf(body: string): Dialect['newline'] {
  const crlf = body.match(/\r\n/gu)?.length ?? 0;
  const bare = (body.match(/\n/gu)?.length ?? 0) - crlf;
  const returns = (body.match(/\r/gu)?.length ?? 0) - crlf;
  if (crlf > 0) return '\r\n';
  return bare >= returns ? '\n' : '\r';
}

function quote(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
