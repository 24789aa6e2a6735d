import { daysBetween } from '#platform';

/** A stay of the same citizen at the same workplace in the same measure, begun before the one that is planned. */
export interface EarlierStay {
  readonly from: string;
  /** First day after. */
  readonly until: string;
  /** As agreed with both sides before the start; null: nobody wrote it. */
  readonly purpose: string | null;
}

/** Days at the workplace before the planned first day. The law counts by person, workplace and purpose. */
export interface EarlierDays {
  /** Same purpose, or one of the two is not known: these count together with what is planned. */
  readonly together: number;
  /** Another purpose: told, because a repeat at one workplace asks for a reason, but not counted. */
  readonly apart: number;
  /** The first day of the earliest stay, whatever its purpose. */
  readonly since: string | null;
}

/** Two purposes are one when they differ only in capitals, spaces and punctuation. */
const asOne = (purpose: string): string => purpose.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** How many earlier days count together with a stay from `from` for `purpose` (null: not agreed yet). A day counts once. */
export function earlierDays(stays: readonly EarlierStay[], from: string, purpose: string | null): EarlierDays {
  const before = stays.filter((stay) => stay.from < from).sort((a, b) => (a.from < b.from ? -1 : 1));
  const isSame = (stay: EarlierStay): boolean => purpose === null || stay.purpose === null || asOne(stay.purpose) === asOne(purpose);
  const days = (counted: readonly EarlierStay[]): number => covered(counted, from);
  const together = days(before.filter(isSame));
  return { together, apart: days(before) - together, since: before[0]?.from ?? null };
}

/** Days of half-open stays, in the order of their first days, before `end`. */
function covered(stays: readonly EarlierStay[], end: string): number {
  let [days, reached] = [0, ''];
  for (const { from, until } of stays) {
    const [first, last] = [from > reached ? from : reached, until < end ? until : end];
    if (last > first) days += daysBetween(first, last);
    if (last > reached) reached = last;
  }
  return days;
}
