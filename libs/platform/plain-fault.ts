/**
 * Something the person at the keyboard can put right: no port, no disk, a wrong setting. The commands in `apps/ops` print
 * `message` and `hint` and nothing else; a stack would only hide the sentence that helps.
 */
export class PlainFault extends Error {
  override readonly name = 'PlainFault';

  constructor(
    message: string,
    readonly hint = '',
  ) {
    super(message);
  }
}

/** The code of a system or database error (`EADDRINUSE`, `28P01` …), or an empty string. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
