import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type Paper from 'pdfkit';
import type { Language } from './actor.js';

/** What a document holds, from top to bottom. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Smaller and grey: a reservation, a source. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Terms with their values; those without a value are left out. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: string; readonly value: string | null }[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A line to sign on for each. */
  | { readonly kind: 'signatures'; readonly parties: readonly string[] };

export interface PdfDocument {
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly PdfBlock[];
  /** Stands small at the foot of every page: what it is, from which day. */
  readonly foot: string;
  /** When it was made, of the transaction or the clock. */
  readonly made: Date;
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('dkfds')), '../fonts/IBMPlexSans/complete/ttf');
const margin = 57;
const dark = '#1a1a1a';
const grey = '#595959';

/**
 * A4, tagged for screen readers and with its letters inside, so that it reads alike everywhere and for everybody
 * (PDF/UA asks for both). Plain text in: there is no markup to escape.
 */
export async function pdf({ title, language, blocks, foot, made }: PdfDocument): Promise<Buffer> {
  // Fetched with the first document: its fonts and ciphers are large, and a process at rest has no use for them.
  const { default: Paper } = await import('pdfkit');
  const doc = new Paper({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 20 },
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: made, ModDate: made },
  });
  doc.registerFont('text', join(fonts, 'IBMPlexSans-Regular.ttf')).registerFont('strong', join(fonts, 'IBMPlexSans-SemiBold.ttf'));
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  const paper = doc.struct('Document');
  doc.addStructure(paper);
  tag(doc, paper, 'H1', () => doc.font('strong').fontSize(20).fillColor(dark).text(title, { paragraphGap: 8 }));
  for (const block of blocks) write(doc, paper, block);
  paper.end();
  writeFeet(doc, foot);
  doc.end();
  return done;
}

type Doc = InstanceType<typeof Paper>;
type Element = ReturnType<Doc['struct']>;

const tag = (doc: Doc, parent: Element, name: string, draw: () => unknown): void => {
  parent.add(doc.struct(name, {}, () => void draw()));
};
const body = (doc: Doc): Doc => doc.font('text').fontSize(10.5).fillColor(dark);

function write(doc: Doc, paper: Element, block: PdfBlock): void {
  doc.x = margin;
  switch (block.kind) {
    case 'heading':
      keepTogether(doc, 60);
      return tag(doc, paper, 'H2', () => doc.moveDown(0.6).font('strong').fontSize(13).fillColor(dark).text(block.text, { paragraphGap: 3 }));
    case 'text':
      return tag(doc, paper, 'P', () => body(doc).text(block.text, { paragraphGap: 5, lineGap: 1.5 }));
    case 'note':
      return tag(doc, paper, 'P', () => doc.font('text').fontSize(9).fillColor(grey).text(block.text, { paragraphGap: 4 }));
    case 'list':
      return writeList(doc, paper, block.items);
    case 'facts':
      return writeRows(doc, paper, [0.34, 0.66], block.facts.flatMap(({ term, value }) => (value ? [[term, value]] : [])));
    case 'table':
      return writeRows(doc, paper, block.columns.map(() => 1 / block.columns.length), block.rows, block.columns);
    case 'signatures':
      return writeSignatures(doc, paper, block.parties);
  }
}

function writeList(doc: Doc, paper: Element, items: readonly string[]): void {
  const list = doc.struct('L');
  paper.add(list);
  for (const item of items) {
    keepTogether(doc, 16);
    const top = doc.y;
    tag(doc, list, 'LI', () => body(doc).text('•', margin, top, { width: 14, lineBreak: false }).text(item, margin + 14, top, { width: doc.page.width - 2 * margin - 14, paragraphGap: 3, lineGap: 1 }));
  }
  list.end();
  doc.x = margin;
  doc.moveDown(0.3);
}

/** Rows of a table, or of terms and values when it has no columns: each as high as its highest cell, never split over a page. */
function writeRows(doc: Doc, paper: Element, shares: readonly number[], rows: readonly (readonly string[])[], columns?: readonly string[]): void {
  const width = doc.page.width - 2 * margin;
  const table = doc.struct('Table');
  paper.add(table);
  const all: readonly (readonly string[])[] = columns ? [columns, ...rows] : rows;
  for (const [nth, cells] of all.entries()) {
    const isHead = columns !== undefined && nth === 0;
    const fontOf = (column: number): Doc => body(doc).font(isHead || (!columns && column === 0) ? 'strong' : 'text');
    const widthOf = (column: number): number => width * (shares[column] ?? 0) - 8;
    const high = Math.max(...cells.map((cell, column) => fontOf(column).heightOfString(cell || ' ', { width: widthOf(column) })));
    keepTogether(doc, high + 6);
    const top = doc.y;
    const row = doc.struct('TR');
    table.add(row);
    cells.forEach((cell, column) => {
      const left = margin + shares.slice(0, column).reduce((sum, share) => sum + share, 0) * width;
      tag(doc, row, isHead || (!columns && column === 0) ? 'TH' : 'TD', () => fontOf(column).text(cell || ' ', left, top + 2, { width: widthOf(column) }));
    });
    row.end();
    doc.y = top + high + 6;
    if (columns) rule(doc, doc.y - 1, width);
  }
  table.end();
  doc.x = margin;
  doc.moveDown(0.3);
}

function writeSignatures(doc: Doc, paper: Element, parties: readonly string[]): void {
  keepTogether(doc, 90);
  const width = (doc.page.width - 2 * margin - 24 * (parties.length - 1)) / parties.length;
  const top = doc.y + 52;
  parties.forEach((party, nth) => {
    const left = margin + nth * (width + 24);
    rule(doc, top, width, left);
    tag(doc, paper, 'P', () => doc.font('text').fontSize(9).fillColor(grey).text(party, left, top + 4, { width }));
  });
  doc.x = margin;
}

/** A drawn line says nothing to a screen reader. */
function rule(doc: Doc, y: number, width: number, left = margin): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(0.5).strokeColor('#b0b0b0').moveTo(left, y).lineTo(left + width, y).stroke();
  doc.endMarkedContent();
}

/** To the next page when what comes needs more room than this one has left. */
function keepTogether(doc: Doc, high: number): void {
  if (doc.y + high > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

function writeFeet(doc: Doc, foot: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let nth = start; nth < start + count; nth += 1) {
    doc.switchToPage(nth);
    // The foot stands below the margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font('text').fontSize(8.5).fillColor(grey);
    doc.text(foot, margin, doc.page.height - 48, { width: 380, lineBreak: false, ellipsis: true });
    doc.text(`${nth + 1} / ${count}`, doc.page.width - margin - 60, doc.page.height - 48, { width: 60, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
