import { Refusal } from '#platform';
import { ARCHIVE_LIMITS } from './archive.js';
import { unharmed } from './formula.rules.js';
import { type Cells, LIMITS } from './table.js';
import { type Book, type NumberStyle, unescaped } from './workbook-parts.js';
import { type PartReader, readPart } from './xml-part.js';

/** Reads one sheet as text, or its first rows: record n is row n. */
export async function readSheet(chunks: AsyncIterable<Buffer>, book: Book, rows = Infinity): Promise<Cells[]> {
  const sheet = new Sheet(book, rows);
  await readPart(chunks, sheet);
  return sheet.finished();
}

class Sheet implements Required<PartReader> {
  private readonly records: Cells[] = [];
  private readonly merged: string[] = [];
  private row = 0;
  private column = 0;
  private cell: Record<string, string> = {};
  private value = '';
  private taken = false;
  private spoken = false;

  constructor(
    private readonly book: Book,
    private readonly rows: number,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') [this.row, this.column] = [Number(attributes.r ?? this.row + 1), 0];
    if (name === 'c') {
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
      [this.cell, this.value] = [attributes, ''];
    }
    if (name === 'rPh') this.spoken = true;
    if (name === 'mergeCell' && attributes.ref) this.merged.push(attributes.ref);
    this.taken = name === 'v' || (name === 't' && !this.spoken);
  }

  text(piece: string): void {
    if (this.taken) this.value += piece;
  }

  close(name: string): void {
    if (name === 'rPh') this.spoken = false;
    if (name === 'v' || name === 't') this.taken = false;
    if (name === 'c') this.put(unharmed(textOf(this.cell, this.value, this.book)));
  }

  /** A cell that is merged over several rows says the same in each of them. */
  finished(): Cells[] {
    let left: number = ARCHIVE_LIMITS.cells;
    for (const range of this.merged) {
      const [first = '', last = ''] = range.split(':');
      const [column, top, bottom] = [columnOf(first), rowOf(first), Math.min(rowOf(last), this.records.length)];
      const text = this.records[top - 1]?.[column - 1];
      if (!text) continue;
      for (let row = top + 1; row <= bottom && left > 0; row += 1, left -= 1) {
        [this.row, this.column] = [row, column];
        if (!this.records[row - 1]?.[column - 1]) this.put(text);
      }
    }
    return this.records;
  }

  private put(text: string): void {
    if (text === '' || this.row > this.rows) return;
    if (this.row > LIMITS.rows + 1) tooMuch('import.too-many-rows', LIMITS.rows);
    if (this.column > LIMITS.columns) tooMuch('import.too-many-columns', LIMITS.columns);
    while (this.records.length < this.row) this.records.push([]);
    const cells = this.records[this.row - 1] ?? [];
    while (cells.length < this.column) cells.push('');
    cells[this.column - 1] = text;
  }
}

/** What the reader would have seen: days as ISO days, "0000" formats with their zeros, results of formulas. */
function textOf({ t = 'n', s = '' }: Record<string, string>, value: string, book: Book): string {
  if (t === 's') return book.strings[Number(value)] ?? '';
  if (t === 'b') return value === '1' ? 'true' : 'false';
  if (t === 'd') return value.slice(0, 10);
  if (t === 'e') return '';
  if (t !== 'n') return unescaped(value);
  return value.trim() === '' ? '' : numberText(Number(value), book.styles[Number(s)] ?? 0, book.since1904);
}

/** Excel counts days from 30 December 1899 (older Mac files from 1 January 1904). */
function numberText(value: number, style: NumberStyle, since1904: boolean): string {
  if (style === 'date') {
    const day = new Date(Math.round((value - 25_569 + (since1904 ? 1_462 : 0)) * 86_400_000));
    return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
  }
  const plain = Number.isSafeInteger(value) ? value.toFixed(0) : String(value).replace('.', ',');
  return plain.padStart(style, '0');
}

/** "AB12" is in column 28. */
function columnOf(reference: string): number {
  return [...(/^\$?([A-Z]{1,3})/iu.exec(reference)?.[1] ?? '').toUpperCase()].reduce(
    (column, letter) => column * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

function rowOf(reference: string): number {
  return Number(/\d+$/u.exec(reference)?.[0] ?? 0);
}

function tooMuch(code: string, max: number): never {
  throw new Refusal(code, { status: 422, params: { max } });
}
