import { addDays } from '#platform';

/** What is kept for a time, in the order it is told. */
export const kinds = ['citizen', 'course', 'reference', 'mentor', 'access-log', 'journal'] as const;
export type Kind = (typeof kinds)[number];

interface Bounds {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Months after the last use. `citizen`: what is known of a citizen; `course`: the case reference on placements, and what
 * was written on the course; `reference`: the case reference on a reservation that nobody wrote a citizen down for; `mentor`: who a company's mentor was; the two logs by the age of their rows. The logs are
 * kept half a year at least, whatever is chosen: the database refuses less (migrations/…-retention.sql).
 */
export const bounds: Readonly<Record<Kind, Bounds>> = {
  citizen: { usual: 6, least: 1, most: 24 },
  course: { usual: 24, least: 6, most: 60 },
  reference: { usual: 6, least: 1, most: 24 },
  mentor: { usual: 12, least: 6, most: 36 },
  'access-log': { usual: 24, least: 6, most: 60 },
  journal: { usual: 60, least: 24, most: 120 },
};

/** So many days ahead somebody is told that a citizen's or a mentor's data will go. */
export const noticeDays = 30;
/** A shorter time holds from so many days ahead at the earliest, so that it is seen before it erases. */
export const shorterAfterDays = 14;

export interface Rule {
  readonly months: number;
  /** First day it holds. */
  readonly from: string;
}

/** A rule until the next one begins; null: no end. */
export interface Span extends Rule {
  readonly until: string | null;
}

/** How long a kind is kept, from the beginning on: the usual until something else was said. */
export function spansOf(kind: Kind, rules: readonly Rule[]): Span[] {
  const all = [{ from: '1900-01-01', months: bounds[kind].usual }, ...rules.toSorted((a, b) => a.from.localeCompare(b.from))];
  return all.map((rule, at) => ({ ...rule, until: all[at + 1]?.from ?? null }));
}

/** The rule in force on a day. */
export const ruleOn = (spans: readonly Span[], day: string): Span | undefined => spans.find(({ from, until }) => from <= day && (until === null || day < until));

/** What is wrong with a change, as a dictionary key; undefined: nothing. */
export function changeFault(kind: Kind, spans: readonly Span[], change: Rule, today: string): 'fault.retention.months' | 'fault.retention.past' | 'fault.retention.soon' | undefined {
  const { least, most } = bounds[kind];
  if (change.months < least || change.months > most) return 'fault.retention.months';
  if (change.from <= today) return 'fault.retention.past';
  const before = ruleOn(spans, addDays(change.from, -1));
  const isShorter = before !== undefined && change.months < before.months;
  return isShorter && change.from < addDays(today, shorterAfterDays) ? 'fault.retention.soon' : undefined;
}
