import { Refusal } from '#platform';

/** Where a page of the pool ended: the order it was in and the last row's keys as the database wrote them. */
export const writeCursor = (sort: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([sort, ...keys])).toString('base64url');

/** Refuses (400) what this order did not write. */
export function readCursor(sort: string, cursor: string, length: number): string[] {
  const parts = parsed(Buffer.from(cursor, 'base64url').toString());
  const [of, ...keys] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (of === sort && keys.length === length && keys.every((key) => typeof key === 'string' && key.length <= 40)) return keys as string[];
  throw new Refusal('input.invalid', { status: 400, faults: [{ field: 'cursor', code: 'fault.form' }] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
