import { Refusal } from '#platform';
import yauzl from 'yauzl';

/** What a workbook may unpack to; the declared sizes are checked before anything is unpacked, the real ones while it is. */
export const ARCHIVE_LIMITS = { entries: 100, unpackedBytes: 50 * 1024 * 1024, ratio: 100, cells: 500_000 } as const;

/** Parts that a plain sheet does not have, and names that would leave the archive's own folder. */
const MACROS = /vbaProject|\.bin$|macrosheets|activeX|embeddings/iu;
const ODD_PATH = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\/iu;
const DTD = /<!(?:DOCTYPE|ENTITY)/iu;
/** A DTD stands before the root element, so near the start of a part. */
const PROLOGUE = 4_096;

/** The parts of a workbook by name, each to be opened as often as needed. */
export type Archive = Map<string, () => Promise<AsyncIterable<Buffer>>>;

/**
 * Looks through a workbook's zip directory and refuses what is too large or does not belong in a sheet.
 * @throws Refusal `import.not-a-workbook`, `import.workbook-macros`, `import.workbook-unsafe`, `import.workbook-too-large` (422)
 */
export async function inspectWorkbook(bytes: Buffer): Promise<Archive> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false }).catch(broken);
  if (zip.entryCount > ARCHIVE_LIMITS.entries) refuse('too-large');
  const entries: yauzl.Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    broken(error);
  }
  checkDirectory(entries, bytes.length);
  const left = { bytes: ARCHIVE_LIMITS.unpackedBytes as number, cells: ARCHIVE_LIMITS.cells as number };
  const archive: Archive = new Map(
    entries.map((entry) => [
      entry.fileName,
      async () => (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>,
    ]),
  );
  for (const [name, open] of archive) if (!name.endsWith('/')) await unpack(open, left);
  return archive;
}

function checkDirectory(entries: yauzl.Entry[], fileBytes: number): void {
  const names = entries.map(({ fileName }) => fileName);
  if (!names.includes('xl/workbook.xml') || !names.includes('[Content_Types].xml')) refuse('not-a-workbook');
  if (names.some((name) => MACROS.test(name) && !/printerSettings\d*\.bin$/u.test(name))) refuse('macros');
  if (names.some((name) => ODD_PATH.test(name)) || new Set(names).size < names.length) refuse('unsafe');
  if (entries.some((entry) => entry.isEncrypted() || !entry.canDecodeFileData())) refuse('unsafe');
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (declared > ARCHIVE_LIMITS.unpackedBytes || declared > fileBytes * ARCHIVE_LIMITS.ratio) refuse('too-large');
}

/** Unpacks one part to nowhere, stopping when it is more than what is left: a directory may lie about sizes. */
async function unpack(
  open: () => Promise<AsyncIterable<Buffer>>,
  left: { bytes: number; cells: number },
): Promise<void> {
  let prologue = '';
  try {
    for await (const chunk of await open()) {
      left.bytes -= chunk.length;
      left.cells -= countCells(chunk);
      if (left.bytes < 0 || left.cells < 0) refuse('too-large');
      if (prologue.length < PROLOGUE) prologue += chunk.toString('latin1').replaceAll('\0', '');
      if (DTD.test(prologue.slice(0, PROLOGUE))) refuse('unsafe');
    }
  } catch (error) {
    broken(error);
  }
}

/** Cells cost the reader far more memory than their bytes; one lost where two chunks meet does not matter. */
function countCells(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf('<c'); at >= 0; at = chunk.indexOf('<c', at + 2)) count += 1;
  return count;
}

function broken(error: unknown): never {
  if (error instanceof Refusal) throw error;
  refuse('not-a-workbook');
}

function refuse(why: 'not-a-workbook' | 'macros' | 'unsafe' | 'too-large'): never {
  throw new Refusal(why === 'not-a-workbook' ? 'import.not-a-workbook' : `import.workbook-${why}`, { status: 422 });
}
