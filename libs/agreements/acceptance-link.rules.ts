/** What is known of a link and the acceptance it asks for. */
export interface AcceptanceLinkFacts {
  readonly now: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The agreement ended, its version was withdrawn, or a newer one was sent. */
  readonly over: boolean;
  /** The agreement reads otherwise than what was sent. */
  readonly changed: boolean;
}

/** Only `open` takes a yes. `expired` offers a new mail to the same address; the others say how it is. */
export type AcceptanceLinkState = 'open' | 'used' | 'renewed' | 'expired' | 'over' | 'changed';

export function acceptanceLinkState({ now, expiresAt, usedAt, over, changed }: AcceptanceLinkFacts): AcceptanceLinkState {
  // A link is used up before its time by the yes, after its time by asking for a new one.
  if (usedAt) return usedAt < expiresAt ? 'used' : 'renewed';
  if (over) return 'over';
  if (changed) return 'changed';
  return now < expiresAt ? 'open' : 'expired';
}

/** How long a link to accept lasts. */
export const acceptanceLinkDays = 30;
