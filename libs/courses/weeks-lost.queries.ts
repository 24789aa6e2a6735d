import type { Tx } from '#platform';
import { gapDaysOf, weeksOf } from './courses.queries.js';
import { segmentsOf, staysOf, type Segment } from './segments.js';
import { changedStay, segmentsThatCount, thirteenWeeks, type ChangeOfStay } from './thirteen-weeks.rules.js';

/** The day the 13 weeks would be reached as planned, were it not for a change of one of the course's placements; null: they are reached all the same, or never were to be. */
export async function weeksLostBy(tx: Tx, courseId: string, { placementId, ...change }: ChangeOfStay & { readonly placementId: string }): Promise<string | null> {
  const [segments, weeks, gapDays] = await Promise.all([segmentsOf(tx, courseId), weeksOf(tx, courseId), gapDaysOf(tx)]);
  // As planned, everybody comes on the first day.
  const planned = segments.map((segment) => ({ ...segment, startedOn: segment.startedOn ?? segment.from }));
  const reached = (those: readonly Segment[]): string | null => {
    const { reachedOn, expectedOn } = thirteenWeeks({ segments: segmentsThatCount(staysOf(those), weeks, tx.today), gapDays, today: tx.today });
    return reachedOn ?? expectedOn;
  };
  return reached(planned.map((each) => (each.id === placementId ? changedStay(each, change) : each))) === null ? reached(planned) : null;
}
