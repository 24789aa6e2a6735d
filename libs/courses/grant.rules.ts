/** What VITAS answered about a placement, and the days it is planned for. Half-open; null: nobody has written that day. */
export interface GrantFacts {
  readonly needsGrant: boolean;
  readonly grantNumber: string | null;
  readonly grantFrom: string | null;
  readonly grantUntil: string | null;
  /** From the day the citizen came, where that is known. */
  readonly from: string;
  readonly until: string;
}

/** `short`: the grant's period leaves out days of the placement. Advice: the municipality decides, and may be asked for more. */
export type GrantStanding = 'not-needed' | 'missing' | 'short' | 'covers';

/** Whether a placement has the grant it needs, for all of its days. */
export function grantStanding({ needsGrant, grantNumber, grantFrom, grantUntil, from, until }: GrantFacts): GrantStanding {
  if (!needsGrant) return 'not-needed';
  if (grantNumber === null) return 'missing';
  return (grantFrom ?? from) > from || (grantUntil ?? until) < until ? 'short' : 'covers';
}
