import { addDays, daysBetween, mondayOf } from '#platform';

export const moods = ['good', 'okay', 'hard'] as const;
export type Mood = (typeof moods)[number];

export interface TraineeWeek {
  readonly today: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** On how many days of this ISO week the trainee can have been there, today included. */
export function possibleDays({ today, from, until }: TraineeWeek): number {
  const first = later(mondayOf(today), from);
  const after = until > today ? addDays(today, 1) : until;
  return Math.max(0, daysBetween(first, after));
}

export type PulseState = 'open' | 'answered' | 'closed' | 'none';

/**
 * How this week's pulse stands: to be answered; answered today, which can be put right today; answered on an earlier day;
 * or not asked, because the trainee has not been there this week.
 */
export function pulseState(week: TraineeWeek, answeredOn: string | null): PulseState {
  if (answeredOn !== null) return answeredOn === week.today ? 'answered' : 'closed';
  return possibleDays(week) > 0 ? 'open' : 'none';
}

export interface PulseAnswer {
  readonly mood: Mood;
  readonly callMe: boolean;
  /** Of earlier weeks, the latest first. */
  readonly before: readonly Mood[];
}

/** Why somebody from the service should ring today: asked to, or two low answers in a row (and again after two more). */
export function whyFollowUp({ mood, callMe, before }: PulseAnswer): 'call' | 'low' | undefined {
  if (callMe) return 'call';
  if (mood !== 'hard') return undefined;
  const end = before.findIndex((each) => each !== 'hard');
  const inARow = 1 + (end === -1 ? before.length : end);
  return inARow % 2 === 0 ? 'low' : undefined;
}
