/** A planned placement, and what is said about its first day. Days half-open. */
export interface StartFacts {
  readonly from: string;
  readonly until: string;
  readonly startedOn: string | null;
  /** Cancelled. */
  readonly over: boolean;
  /** Purpose and ordinary hours are written down for it. */
  readonly hasTerms: boolean;
  readonly today: string;
}

/**
 * Why a start cannot be confirmed; undefined: it can. R55, R61, R64: nobody starts before the purpose is agreed with both
 * sides and ordinary hours have been raised, whatever the target group.
 */
export function startRefusal({ from, until, startedOn, over, hasTerms, today }: StartFacts, on: string): string | undefined {
  if (startedOn !== null) return 'placement.started';
  if (over) return 'placement.over';
  if (!hasTerms) return 'placement.terms-needed';
  if (on > today) return 'placement.start-ahead';
  if (on < from) return 'placement.start-before-plan';
  return on >= until ? 'placement.start-after-end' : undefined;
}

/** Why it cannot be said that the citizen did not come; undefined: it can. Before the first day one cancels instead. */
export function noShowRefusal({ from, startedOn, over, today }: Omit<StartFacts, 'hasTerms'>): string | undefined {
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

/** Which days of the start's terms cannot be: agreements in the future, criteria looked at in the past. */
export function termsFaults({ agreedWithCitizenOn, agreedWithCompanyOn, hours }: TermDays, today: string): { readonly field: string; readonly code: string }[] {
  const faults = Object.entries({ agreedWithCitizenOn, agreedWithCompanyOn })
    .filter(([, on]) => on > today)
    .map(([field]) => ({ field, code: 'fault.terms.ahead' }));
  if (hours.outcome !== 'not_yet') return faults;
  const late = hours.criteria.flatMap(({ reviewOn }, index) => (reviewOn < today ? [{ field: `hours.criteria.${index}.reviewOn`, code: 'fault.terms.review-past' }] : []));
  return [...faults, ...late];
}
