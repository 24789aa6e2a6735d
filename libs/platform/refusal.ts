/** A piece of what was wrong with an input: which field, and the dictionary key that says what. */
export interface InputFault {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

interface RefusalDetails {
  readonly status?: number;
  /** Values for the sentence's placeholders; never personal data. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly faults?: readonly InputFault[];
  /** Extra members of the problem document, such as what changed or the existing company's id. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

/**
 * A "no" with a stable code. The sentence is the dictionary's `refusal.<code>`; the status is 409 unless said.
 * One filter turns it into problem+json (RFC 9457) or a page.
 */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.status = details.status ?? 409;
  }
}

/** 404, also where the caller may not know that the thing exists. */
export const notFound = (): Refusal => new Refusal('not-found', { status: 404 });

/** 422 with what is wrong in which field. */
export const invalid = (...faults: InputFault[]): Refusal => new Refusal('input.invalid', { status: 422, faults });

/** 412: somebody else changed it since the caller read it; `current` is how it is now. */
export const staleEdit = (current: unknown): Refusal =>
  new Refusal('edit.stale', { status: 412, extra: { current } });
