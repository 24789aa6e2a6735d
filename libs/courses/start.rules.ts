import { addDays } from '#platform';

/** A planned placement, and what is said about its first day. Days half-open. */
export interface StartFacts {
  readonly from: string;
  readonly until: string;
  readonly startedOn: string | null;
  /** Cancelled. */
  readonly over: boolean;
  /** The day purpose and ordinary hours were agreed with the later of the two sides; null: nothing is agreed. */
  readonly agreedOn: string | null;
  readonly today: string;
}

/**
 * Why a start cannot be confirmed; undefined: it can. R55, R61, R64: nobody starts before the purpose is agreed with both
 * sides and ordinary hours have been raised, whatever the target group. Agreed on the first day is before the start.
 */
export function startRefusal({ from, until, startedOn, over, agreedOn, today }: StartFacts, on: string): string | undefined {
  if (startedOn !== null) return 'placement.started';
  if (over) return 'placement.over';
  if (agreedOn === null) return 'placement.terms-needed';
  if (on > today) return 'placement.start-ahead';
  if (on < from) return 'placement.start-before-plan';
  if (on >= until) return 'placement.start-after-end';
  return on < agreedOn ? 'placement.start-before-terms' : undefined;
}

/** Why it cannot be said that the citizen did not come; undefined: it can. Before the first day one cancels instead. */
export function noShowRefusal({ from, startedOn, over, today }: Omit<StartFacts, 'agreedOn'>): string | undefined {
  if (startedOn !== null) return 'placement.started';
  if (over) return 'placement.over';
  return today < from ? 'placement.no-show-early' : undefined;
}

/** What was agreed about ordinary hours before a start (R61, R62). */
export type HoursOutcome =
  | { readonly outcome: 'agreed'; readonly minutes: number; readonly from: string }
  | { readonly outcome: 'not_yet'; readonly criteria: readonly { readonly criterion: string; readonly reviewOn: string }[] }
  | { readonly outcome: 'refused'; readonly reason: string };

export interface TermDays {
  readonly agreedWithCitizenOn: string;
  readonly agreedWithCompanyOn: string;
  readonly hours: HoursOutcome;
}

type Fault = { readonly field: string; readonly code: string };
/** Further off than this, back or ahead, and the year is a slip of the pen. */
const aYear = 366;

/** Which days of the start's terms cannot be: agreements in the future, criteria looked at in the past, another year than meant. */
export function termsFaults({ agreedWithCitizenOn, agreedWithCompanyOn, hours }: TermDays, today: string): Fault[] {
  const fault = (field: string, on: string, early: string, late: string | null): Fault[] => {
    if (late !== null && on > today) return [{ field, code: late }];
    if (on < addDays(today, -aYear) || on > addDays(today, aYear)) return [{ field, code: 'fault.terms.far' }];
    return early && on < today ? [{ field, code: early }] : [];
  };
  return [
    ...Object.entries({ agreedWithCitizenOn, agreedWithCompanyOn }).flatMap(([field, on]) => fault(field, on, '', 'fault.terms.ahead')),
    ...(hours.outcome === 'agreed' ? fault('hours.from', hours.from, '', null) : []),
    ...(hours.outcome === 'not_yet' ? hours.criteria.flatMap(({ reviewOn }, index) => fault(`hours.criteria.${index}.reviewOn`, reviewOn, 'fault.terms.review-past', null)) : []),
  ];
}
