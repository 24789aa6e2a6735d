/** What an agreement's status follows from: facts with their days, never a typed status. */
export interface StateFacts {
  readonly startsOn: string;
  /** First day it no longer covers. */
  readonly endsOn: string | null;
  readonly activatedAt: Date | null;
  readonly endedAt: Date | null;
  /** The company was asked to accept the draft, and has not answered. */
  readonly awaiting: boolean;
  /** Half-open; the cancelled ones left out. */
  readonly pauses: readonly { readonly from: string; readonly until: string }[];
}

export const agreementStates = ['draft', 'awaiting', 'coming', 'active', 'paused', 'ending', 'ended'] as const;
/** Kladde, afventer accept, kommer, i kraft, på pause, udløber snart, afsluttet. */
export type AgreementState = (typeof agreementStates)[number];

/** So many days before its end an agreement is said to end soon. */
export const endingSoonDays = 30;

/**
 * The status of an agreement on a day. What is nearest to being over says it: an agreement on pause that ends next week
 * is on pause; that it ends as well is in its dates.
 */
export function agreementState({ startsOn, endsOn, activatedAt, endedAt, awaiting, pauses }: StateFacts, today: string, soon: string): AgreementState {
  if (!activatedAt) return endedAt ? 'ended' : awaiting ? 'awaiting' : 'draft';
  if (endsOn !== null && endsOn <= today) return 'ended';
  if (startsOn > today) return 'coming';
  if (pauses.some(({ from, until }) => from <= today && today < until)) return 'paused';
  return endsOn !== null && endsOn <= soon ? 'ending' : 'active';
}
