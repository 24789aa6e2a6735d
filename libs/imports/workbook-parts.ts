import { posix } from 'node:path';
import type { Archive } from './archive.js';
import { type PartReader, readPart } from './xml-part.js';

/** How a number is shown: as a day, or with zeros in front up to so many digits. */
export type NumberStyle = 'date' | number;

/** What a sheet's cells refer to, and where its visible sheets are: name by path. */
export type Book = { sheets: Map<string, string>; strings: string[]; styles: NumberStyle[]; since1904: boolean };

/** Excel's own numbers for formats that show a day or a time. */
const isDateId = (id: number): boolean =>
  [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => id >= from && id <= to);

/** Reads everything but the sheets themselves. */
export async function readBook(archive: Archive): Promise<Book> {
  const targets = await readRelations(archive);
  const book: Book = { sheets: new Map(), strings: [], styles: [], since1904: false };
  await readIfThere(archive, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') book.since1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '');
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      if (name === 'sheet' && target && (attributes.state ?? 'visible') === 'visible') book.sheets.set(target, (attributes.name ?? '').slice(0, 60));
    },
  });
  await readIfThere(archive, targets.get('sharedStrings') ?? 'xl/sharedStrings.xml', stringsReader(book.strings));
  await readIfThere(archive, targets.get('styles') ?? 'xl/styles.xml', stylesReader(book.styles));
  return book;
}

/** Where each part is, by the id that the workbook uses, and by kind. */
async function readRelations(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readIfThere(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target);
      targets.set(Id, path).set(Type.slice(Type.lastIndexOf('/') + 1), path);
    },
  });
  return targets;
}

async function readIfThere(archive: Archive, path: string, reader: PartReader): Promise<void> {
  const open = archive.get(path);
  if (open) await readPart(await open(), reader);
}

/** A string may stand in several runs; how it is pronounced is no part of it. */
function stringsReader(strings: string[]): PartReader {
  let [text, taken, spoken] = ['', false, false];
  return {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      taken = name === 't' && !spoken;
    },
    text(piece) {
      if (taken) text += piece;
    },
    close(name) {
      if (name === 't') taken = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') strings.push(unescaped(text));
    },
  };
}

/** Of the styles only what makes a number a day, or gives it zeros in front. */
function stylesReader(styles: NumberStyle[]): PartReader {
  const formats = new Map<string, string>();
  let inCells = false;
  return {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(numFmtId, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(styleOf(numFmtId, formats.get(numFmtId) ?? ''));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
}

function styleOf(id: string, format: string): NumberStyle {
  if (isDateId(Number(id)) || /[ymdhs]/iu.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./gu, ''))) return 'date';
  // "000000-0000" and "00 00 00 00" too: what the reader sees is ten digits, whatever stands between them.
  const zeros = (format.split(';')[0] ?? '').replace(/[\s"\\-]/gu, '');
  return /^0{2,}$/u.test(zeros) ? zeros.length : 0;
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
