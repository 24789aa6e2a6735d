/** How long a link to a mentor's own page lasts: somebody sits and waits for it. */
export const pageLinkMinutes = 10;

export interface PageLinkFacts {
  readonly now: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** `open` shows the button that uses the link up; `used` and `expired` say so and offer a new mail. */
export type PageLinkState = 'open' | 'used' | 'expired';

export function pageLinkState({ now, expiresAt, usedAt }: PageLinkFacts): PageLinkState {
  if (usedAt) return 'used';
  return now < expiresAt ? 'open' : 'expired';
}
