import { addDays, daysBetween, weekStart, type DayRange } from '#platform';
import type { WeekOfHours } from './spells.rules.js';

/** How many days the goal of 13 consecutive weeks is (R85). */
export const goalDays = 91;

/** Segments that follow each other without a break longer than the rule allows. */
export interface Run extends DayRange {
  /** Days with a measure or ordinary hours. The days of a break do not count. */
  readonly days: number;
  /** The day the goal was reached; null: not in this run. */
  readonly reachedOn: string | null;
}

export interface ThirteenWeeks {
  /** The run that today belongs to, or that can still go on: its break is not too long yet. */
  readonly current: Run | null;
  readonly longest: Run | null;
  /** The first day the goal was reached. */
  readonly reachedOn: string | null;
  /** The day it will be, if what is planned goes as planned; null when it is reached, or cannot be so. */
  readonly expectedOn: string | null;
}

export interface Counted {
  /** Half-open days in a measure or with ordinary hours, of whatever kind and at whatever workplace; they may overlap. */
  readonly segments: readonly DayRange[];
  /** The organisation's course_gap_days. */
  readonly gapDays: number;
  readonly today: string;
}

/**
 * 13 consecutive weeks (R85), counted on the course: change of workplace, of measure, or from a placement to ordinary
 * hours does not break them, and neither does a break of at most `gapDays` calendar days. Today counts as a whole day.
 */
export function thirteenWeeks({ segments, gapDays, today }: Counted): ThirteenWeeks {
  const tomorrow = addDays(today, 1);
  const past = segments.map(({ from, to }) => ({ from, to: earlier(to, tomorrow) }));
  const runs = runsOf(past, gapDays);
  const last = runs.at(-1);
  const reachedOn = runs.find((run) => run.reachedOn !== null)?.reachedOn ?? null;
  const planned = runsOf(segments, gapDays).find((run) => run.reachedOn !== null)?.reachedOn ?? null;
  return {
    current: last && daysBetween(last.to, today) <= gapDays ? last : null,
    longest: runs.reduce<Run | null>((most, run) => (most && most.days >= run.days ? most : run), null),
    reachedOn,
    expectedOn: reachedOn === null ? planned : null,
  };
}

/** The runs that segments make, in the order of time. */
export function runsOf(segments: readonly DayRange[], gapDays: number): Run[] {
  const runs: Run[] = [];
  for (const { from, to } of segments.filter((each) => each.from < each.to).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const run = runs.at(-1);
    if (!run || daysBetween(run.to, from) > gapDays) runs.push(longer({ from, to: from, days: 0, reachedOn: null }, from, to));
    else if (to > run.to) runs[runs.length - 1] = longer(run, later(run.to, from), to);
  }
  return runs;
}

function longer(run: Run, from: string, to: string): Run {
  const days = run.days + daysBetween(from, to);
  const reachedOn = run.reachedOn ?? (days >= goalDays ? addDays(from, goalDays - run.days - 1) : null);
  return { from: run.from, to, days, reachedOn };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

export interface CountedStay extends DayRange {
  /** The day the citizen came; null: nobody has said so. */
  readonly startedOn: string | null;
  /** Days the citizen was away. */
  readonly pauses: readonly DayRange[];
}

/** A pause, or another end: earlier (`from` is the first day no longer there), or with the rest of the days elsewhere. Half-open. */
export interface ChangeOfStay {
  readonly verb: 'pause' | 'end' | 'move' | 'rotate';
  readonly from: string;
  readonly until: string;
}

/** What a change leaves of the days of a stay; where it is moved to does not matter. */
export const changedStay = <S extends { readonly until: string; readonly pauses: readonly DayRange[] }>(stay: S, { verb, from, until }: ChangeOfStay): S =>
  verb === 'pause' ? { ...stay, pauses: [...stay.pauses, { from, to: until }] } : { ...stay, until: verb === 'end' ? from : until };

/**
 * What of a course counts: placements from the day the citizen came, without the days of a pause; weeks with ordinary
 * hours whole; and what is planned from tomorrow on.
 */
export function segmentsThatCount(stays: readonly CountedStay[], weeks: readonly WeekOfHours[], today: string): DayRange[] {
  const tomorrow = addDays(today, 1);
  return [
    ...stays.flatMap(({ from, to, startedOn, pauses }) => without({ from: later(from, startedOn ?? tomorrow), to }, pauses)),
    ...weeks.filter(({ minutes }) => minutes > 0).map((each) => ({ from: weekStart(each), to: addDays(weekStart(each), 7) })),
  ];
}

const without = (whole: DayRange, pauses: readonly DayRange[]): DayRange[] =>
  pauses.reduce<DayRange[]>((parts, pause) => parts.flatMap(({ from, to }) => [{ from, to: earlier(to, pause.from) }, { from: later(from, pause.to), to }]), [whole]).filter(({ from, to }) => from < to);
