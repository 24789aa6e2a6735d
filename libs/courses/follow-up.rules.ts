import { addDays, daysBetween, weekday, type DayRange } from '#platform';

/** Where a course is: before the first day at a company, its first weeks there, well under way, or with nothing running. */
export type CoursePhase = 'before-start' | 'first-weeks' | 'running' | 'between';
/** The agreement behind the place; `open`: one shared outside any agreement. */
export type PlaceModel = 'fixed_slots' | 'standing' | 'match_driven' | 'cluster' | 'open';

/**
 * How many days there are at most between two follow-ups (R81; model 3 asks for close follow-up all along). A company
 * of a standing agreement has seldom somebody, so it is spoken with more often than one that always has.
 */
export const cadence: Readonly<Record<PlaceModel, Readonly<Record<CoursePhase, number>>>> = {
  fixed_slots: { 'before-start': 14, 'first-weeks': 7, running: 21, between: 7 },
  standing: { 'before-start': 14, 'first-weeks': 7, running: 14, between: 7 },
  match_driven: { 'before-start': 7, 'first-weeks': 7, running: 7, between: 7 },
  cluster: { 'before-start': 14, 'first-weeks': 7, running: 14, between: 7 },
  open: { 'before-start': 14, 'first-weeks': 7, running: 14, between: 7 },
};

/** How long a new workplace counts as new. */
const firstDays = 28;

export interface Stay extends DayRange {
  readonly model: PlaceModel;
  /** The day the citizen came; null: planned. */
  readonly startedOn: string | null;
}

export interface Standing {
  readonly model: PlaceModel;
  readonly phase: CoursePhase;
}

/** Where the course is on a day, by the placements that are not cancelled. */
export function standingOn(stays: readonly Stay[], day: string): Standing {
  const running = stays.findLast(({ startedOn, to }) => startedOn !== null && startedOn <= day && day < to);
  if (running) return { model: running.model, phase: daysBetween(running.startedOn ?? day, day) < firstDays ? 'first-weeks' : 'running' };
  const planned = stays.find(({ startedOn, to }) => startedOn === null && day < to);
  if (planned) return { model: planned.model, phase: 'before-start' };
  return { model: stays.at(-1)?.model ?? 'open', phase: 'between' };
}

/** When the next follow-up is due after one on `day`: by the cadence, on a weekday. */
export function nextFollowUp({ model, phase }: Standing, day: string): string {
  const due = addDays(day, cadence[model][phase]);
  // The day before a weekend rather than the one after: the cadence is a most.
  return addDays(due, -Math.max(0, weekday(due) - 5));
}

export interface FollowUpDays {
  readonly heldOn: string;
  readonly nextOn: string;
  readonly openedOn: string;
  readonly today: string;
}

/** What is impossible about a follow-up's days; undefined: nothing. */
export function followUpFault({ heldOn, nextOn, openedOn, today }: FollowUpDays): { readonly field: string; readonly code: string } | undefined {
  if (heldOn > today) return { field: 'heldOn', code: 'fault.follow-up.ahead' };
  if (heldOn < openedOn) return { field: 'heldOn', code: 'fault.follow-up.before-course' };
  if (nextOn <= heldOn || nextOn < today) return { field: 'nextOn', code: 'fault.follow-up.next-past' };
  return nextOn > addDays(today, goalOfNext) ? { field: 'nextOn', code: 'fault.follow-up.next-far' } : undefined;
}

/** A next time further ahead than 13 weeks is no next time. */
const goalOfNext = 91;
