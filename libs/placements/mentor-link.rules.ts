/** What is known of a request link and the reservation behind it. */
export interface LinkFacts {
  readonly now: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The reservation is over, or is no longer first. */
  readonly over: boolean;
  /** Who was asked is not mentor any more on the first day. */
  readonly stopped: boolean;
}

/**
 * What the mentor's page may show. Only `open` shows the request and takes an answer; `expired` offers a new mail to
 * the same address; `used` and `renewed` say so; `ended` says that the request is no longer current;
 * `stopped` that somebody else is to answer, and whom to call.
 */
export type LinkState = 'open' | 'used' | 'renewed' | 'expired' | 'ended' | 'stopped';

export function linkState({ now, expiresAt, usedAt, over, stopped }: LinkFacts): LinkState {
  // A link is used up before its time by an answer, after its time by asking for a new one.
  if (usedAt) return usedAt < expiresAt ? 'used' : 'renewed';
  if (over) return 'ended';
  if (stopped) return 'stopped';
  return now < expiresAt ? 'open' : 'expired';
}

/** How long a request link lasts. */
export const linkDays = 30;
