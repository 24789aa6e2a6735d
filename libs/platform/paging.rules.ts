import { z } from 'zod';
import { Refusal } from './refusal.js';

/** The query of a list: where to go on from, and how many (50 unless said, at most 100). */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** One page of a list; `next` is the cursor of the page after it, null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item).max(100), next: z.string().max(400).nullable() });

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The sort values of the last row shown, as an opaque text. */
export const writeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** What `writeCursor` wrote, checked by its shape; refuses anything else with 400. */
export function readCursor<T extends z.ZodType>(cursor: string | undefined, shape: T): z.infer<T> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(parsedJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new Refusal('input.unreadable', { status: 400 });
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts one row too many, which a query asks for to know whether there is a next page. */
export function cutPage<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
