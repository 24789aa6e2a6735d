import { codeOf, Refusal } from '#platform';
import { LIMITS } from './table.js';

/** One file of a multipart request; `fields` are the form's fields that came before it. */
interface FilePart {
  readonly filename: string;
  readonly fields: Readonly<Record<string, unknown>>;
  toBuffer(): Promise<Buffer>;
}

/** What the server's multipart reader puts on a request. */
export interface MultipartRequest {
  file(options: object): Promise<FilePart | undefined>;
  files(options: object): AsyncIterableIterator<FilePart>;
}

export type UploadedFile = { readonly fileName: string; readonly bytes: Buffer };

/** So many files may come in one go from a page. */
const MOST_FILES = 20;

/** The reader may cut a larger file off without a word, so one byte more is read than is allowed. */
const limits = (files: number) => ({ fileSize: LIMITS.fileBytes + 1, files, fields: 10, fieldSize: 1_000 });

/**
 * The one file of an upload, in memory: it is at most 5 MB.
 * @throws Refusal `input.wrong-media-type` (415), `import.no-file` (422), `import.file-too-large` (413)
 */
export async function uploadedFile(request: MultipartRequest): Promise<UploadedFile> {
  try {
    const part = await request.file({ limits: limits(1) });
    if (!part) throw new Refusal('import.no-file', { status: 422 });
    return withinLimit({ fileName: part.filename, bytes: await part.toBuffer() });
  } catch (error) {
    throw refusalOfReader(error);
  }
}

/**
 * The files of a page's form, one at a time in memory, with the form's mark against forged requests (`_csrf`), which the
 * caller checks. A field left empty is no file; one that is too large comes cut off, for `withinLimit` to refuse.
 * @throws Refusal as `uploadedFile`
 */
export async function* uploadedFiles(request: MultipartRequest): AsyncGenerator<UploadedFile & { readonly mark: unknown }> {
  try {
    for await (const part of request.files({ throwFileSizeLimit: false, limits: limits(MOST_FILES) })) {
      const bytes = await part.toBuffer();
      if (part.filename) yield { fileName: part.filename, bytes, mark: (part.fields._csrf as { value?: unknown } | undefined)?.value };
    }
  } catch (error) {
    throw refusalOfReader(error);
  }
}

/** @throws Refusal `import.file-too-large` (413) */
export function withinLimit<F extends UploadedFile>(file: F): F {
  if (file.bytes.length > LIMITS.fileBytes) throw tooLarge();
  return file;
}

function refusalOfReader(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new Refusal('input.wrong-media-type', { status: 415 });
  const unreadable = code.startsWith('FST_') || (error instanceof Error && /multipart|form/iu.test(error.message));
  return unreadable && !(error instanceof Refusal) ? new Refusal('import.no-file', { status: 422 }) : error;
}

const tooLarge = (): Refusal =>
  new Refusal('import.file-too-large', { status: 413, params: { max: LIMITS.fileBytes / 1_048_576 } });
