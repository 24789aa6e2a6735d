/** What somebody says when a what-it-takes criterion (hvad der skal til) is looked at. */
export interface CriterionSaid {
  /** The day it was met … */
  readonly metOn?: string;
  /** … or the day it is looked at again. */
  readonly reviewOn?: string;
}

export interface CriterionDays {
  /** The day the terms it belongs to were agreed with the citizen. */
  readonly agreedOn: string;
  readonly today: string;
  /** A year from today: nothing is looked at again later than that. */
  readonly inAYear: string;
}

/** What is wrong about it; undefined: nothing. Exactly one of the two is said, and each lies on its side of today. */
export function criterionFault({ metOn, reviewOn }: CriterionSaid, { agreedOn, today, inAYear }: CriterionDays): { readonly field: string; readonly code: string } | undefined {
  if ((metOn === undefined) === (reviewOn === undefined)) return { field: 'metOn', code: 'fault.criterion.one-of' };
  if (metOn !== undefined && metOn > today) return { field: 'metOn', code: 'fault.terms.ahead' };
  if (metOn !== undefined && metOn < agreedOn) return { field: 'metOn', code: 'fault.criterion.before-agreed' };
  if (reviewOn !== undefined && reviewOn <= today) return { field: 'reviewOn', code: 'fault.terms.review-past' };
  return reviewOn !== undefined && reviewOn > inAYear ? { field: 'reviewOn', code: 'fault.terms.far' } : undefined;
}
