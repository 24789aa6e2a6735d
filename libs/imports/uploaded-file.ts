import { codeOf, Refusal } from '#platform';
import { LIMITS } from './table.js';

/** What the server's multipart reader puts on a request. */
export interface MultipartRequest {
  file(options: object): Promise<{ readonly filename: string; toBuffer(): Promise<Buffer> } | undefined>;
}

/**
 * The one file of an upload, in memory: it is at most 5 MB. (The reader may cut a larger one off without a word, so one byte
 * more is read than is allowed.)
 * @throws Refusal `input.wrong-media-type` (415), `import.no-file` (422), `import.file-too-large` (413)
 */
export async function uploadedFile(request: MultipartRequest): Promise<{ fileName: string; bytes: Buffer }> {
  try {
    const part = await request.file({
      limits: { fileSize: LIMITS.fileBytes + 1, files: 1, fields: 10, fieldSize: 1_000 },
    });
    if (!part) throw new Refusal('import.no-file', { status: 422 });
    const bytes = await part.toBuffer();
    if (bytes.length > LIMITS.fileBytes) throw tooLarge();
    return { fileName: part.filename, bytes };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') throw new Refusal('input.wrong-media-type', { status: 415 });
    if (code.startsWith('FST_') || (error instanceof Error && /multipart|form/iu.test(error.message)))
      throw new Refusal('import.no-file', { status: 422 });
    throw error;
  }
}

const tooLarge = (): Refusal =>
  new Refusal('import.file-too-large', { status: 413, params: { max: LIMITS.fileBytes / 1_048_576 } });
