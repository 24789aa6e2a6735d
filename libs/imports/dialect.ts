import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { codeOf, harmless, Refusal } from '#platform';
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
const SAMPLE = 16_384;
const PIECE = 16_384;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_BOM = Buffer.from([0xff, 0xfe]);

/**
 * Reads a delimited text file: its dialect and its records, blank ones kept so that record n is row n of the spreadsheet.
 * @throws Refusal `import.not-text`, `import.broken-quotes`, or a size limit.
 */
export async function readText(bytes: Buffer): Promise<{ dialect: Dialect; records: Cells[] }> {
  const { encoding, bom, utf8 } = decode(bytes);
  const start = utf8.toString('utf8', 0, SAMPLE);
  const sepLine = SEP_LINE.exec(start);
  const sample = sepLine ? start.slice(sepLine[0].length) : start;
  const separator = (sepLine?.[1] as Dialect['separator'] | undefined) ?? guessSeparator(sample);
  const records = await parseRecords(utf8.subarray(sepLine?.[0].length ?? 0), separator);
  while (records.length > 0 && records.at(-1)?.every((cell) => cell === '')) records.pop();
  checkSize(records);
  return { dialect: { encoding, separator, sepLine: sepLine !== null, bom, newline: newlineOf(sample) }, records };
}

/** Writes records in `dialect`; cells that start a formula are made harmless, everything else reads back unchanged. */
export function writeText(records: Cells[], dialect: Dialect): Buffer {
  const lines = records.map((cells) =>
    cells.map((cell) => quote(harmless(cell), dialect.separator)).join(dialect.separator),
  );
  if (dialect.sepLine) lines.unshift(`sep=${dialect.separator}`);
  return iconv.encode(lines.map((line) => line + dialect.newline).join(''), dialect.encoding, { addBOM: dialect.bom });
}

/**
 * Strict UTF-8 or else Windows-1252: guessing libraries call Danish 1252 text ISO-8859-2 (measured). What comes out is
 * UTF-8 without a byte order mark.
 */
function decode(bytes: Buffer): { encoding: Dialect['encoding']; bom: boolean; utf8: Buffer } {
  const recoded = (encoding: Dialect['encoding']): Buffer => Buffer.from(iconv.decode(bytes, encoding));
  if (bytes.subarray(0, 2).equals(UTF16_BOM)) return { encoding: 'utf-16le', bom: true, utf8: recoded('utf-16le') };
  if (bytes.includes(0)) throw new Refusal('import.not-text', { status: 422 });
  if (!isUtf8(bytes)) return { encoding: 'windows-1252', bom: false, utf8: recoded('windows-1252') };
  const bom = bytes.subarray(0, 3).equals(UTF8_BOM);
  return { encoding: 'utf-8', bom, utf8: bom ? bytes.subarray(3) : bytes };
}

/** The separator with which most records have as many cells as the first; with several such, the one giving most cells. */
function guessSeparator(sample: string): Dialect['separator'] {
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
  return parseAtOnce(sample, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    to: 60,
    skip_records_with_error: true,
  });
}

/** A piece at a time, and other requests in between: a large file is a second's work. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE);
    await setImmediate();
  }
}

async function parseRecords(bytes: Buffer, separator: string): Promise<Cells[]> {
  const records: Cells[] = [];
  const parser = Readable.from(pieces(bytes)).pipe(
    parse({
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LIMITS.recordCharacters,
    }),
  );
  try {
    for await (const cells of parser as AsyncIterable<Cells>) {
      records.push(cells.map(unharmed));
      if (records.length > LIMITS.rows + 1) break;
    }
  } catch (error) {
    if (codeOf(error) === 'CSV_MAX_RECORD_SIZE') throw new Refusal('import.cell-too-long', { status: 422 });
    throw new Refusal('import.broken-quotes', { status: 422 });
  }
  return records;
}

function newlineOf(sample: string): Dialect['newline'] {
  const crlf = sample.match(/\r\n/gu)?.length ?? 0;
  const bare = (sample.match(/\n/gu)?.length ?? 0) - crlf;
  const returns = (sample.match(/\r/gu)?.length ?? 0) - crlf;
  if (crlf > 0) return '\r\n';
  return bare >= returns ? '\n' : '\r';
}

function quote(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
