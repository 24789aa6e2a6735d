export interface ClosingFacts {
  readonly closed: boolean;
  /** The last day (exclusive) of a placement that is not cancelled; null: there never was one. */
  readonly placedUntil: string | null;
  readonly openedOn: string;
  readonly today: string;
}

/** What was done about the CV (R78): brought up to date, or not, and why. */
export type CvSaid = { readonly updatedOn: string } | { readonly waivedReason: string };

/** Why a course cannot be closed; undefined: it can. Running and planned placements keep it open. */
export function closingRefusal({ closed, placedUntil, openedOn, today }: ClosingFacts, cv: CvSaid): string | undefined {
  if (closed) return 'course.closed';
  if (placedUntil !== null && placedUntil > today) return 'course.placement-running';
  if (!('updatedOn' in cv)) return undefined;
  if (cv.updatedOn > today) return 'course.cv-ahead';
  return cv.updatedOn < (placedUntil ?? openedOn) ? 'course.cv-before-end' : undefined;
}
