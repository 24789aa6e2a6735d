import { addDays, daysBetween } from '#platform';

/** Half-open days that were asked for, and the first day (if any) on which the place is no longer free. */
export interface AskedDays {
  readonly from: string;
  readonly until: string;
  readonly freeUntil: string | null;
  readonly today: string;
}

/**
 * The days a placement gets when it is agreed today: those asked for or, when the first of them went by before the
 * answer came, as many from today on, as far as the place is free. Undefined: it is free no more.
 */
export function placementDays({ from, until, freeUntil, today }: AskedDays): { readonly from: string; readonly until: string } | undefined {
  if (today <= from) return { from, until };
  const asLong = addDays(today, daysBetween(from, until));
  if (freeUntil === null || freeUntil >= asLong) return { from: today, until: asLong };
  return freeUntil > today ? { from: today, until: freeUntil } : undefined;
}
