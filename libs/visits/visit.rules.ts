import { addDays } from '#platform';

/** What is known of a visit and decides how it stands. */
export interface VisitFacts {
  readonly now: Date;
  readonly times: readonly { readonly number: number; readonly startsAt: Date }[];
  readonly chosen: number | null;
  readonly noneFitsAt: Date | null;
  readonly outcome: string | null;
  readonly cancelledAt: Date | null;
}

/**
 * `proposed`: the company has not answered; `none_fits`: it has, and no time will do; `late`: all times went by without
 * an answer; `agreed`: a time is set; `held`: that time has begun, the outcome is missing; `done`; `cancelled`.
 */
export type VisitState = 'proposed' | 'none_fits' | 'late' | 'agreed' | 'held' | 'done' | 'cancelled';

export function visitState({ now, times, chosen, noneFitsAt, outcome, cancelledAt }: VisitFacts): VisitState {
  if (cancelledAt) return 'cancelled';
  if (outcome) return 'done';
  const agreed = times.find(({ number }) => number === chosen);
  if (agreed) return agreed.startsAt <= now ? 'held' : 'agreed';
  if (noneFitsAt) return 'none_fits';
  return times.every(({ startsAt }) => startsAt <= now) ? 'late' : 'proposed';
}

export interface LinkFacts {
  readonly now: Date;
  readonly expiresAt: Date;
  readonly renewedAt: Date | null;
  readonly visit: VisitState;
}

/** What the company's page shows: times to choose among (`open`), what was agreed, or why there is nothing to answer. */
export type LinkState = 'open' | 'agreed' | 'none-fits' | 'late' | 'over' | 'expired' | 'renewed';

export function linkState({ now, expiresAt, renewedAt, visit }: LinkFacts): LinkState {
  if (renewedAt) return 'renewed';
  if (visit === 'done' || visit === 'cancelled') return 'over';
  if (now >= expiresAt) return 'expired';
  if (visit === 'agreed' || visit === 'held') return 'agreed';
  if (visit === 'none_fits') return 'none-fits';
  return visit === 'proposed' ? 'open' : visit;
}

/** How long a link lasts. */
export const linkDays = 30;
/** How far ahead a visit can be proposed. */
export const longestDaysAhead = 60;

/** The last day of the soft hold: two days after the day of the meeting, of the latest one proposed until one is chosen. */
export const holdDay = (days: readonly string[]): string => addDays(days.toSorted().at(-1) ?? '', 2);

/** A time of day at which people meet: from 6 to 21, so never in the hour that a change of the clock skips or repeats. */
export const isMeetingTime = (time: string): boolean => /^(?:0[6-9]|1\d|20):[0-5]\d$/.test(time);
