/** What the database knows of an opening that somebody wants to hold. */
export interface Holdable {
  readonly slotId: string | null;
  readonly sharedBy: string | null;
  readonly heldBy: string | null;
  readonly holdExtensions: number;
  readonly liveReservations: number;
}

export const maxExtensions = 2;

export type HoldRefusal =
  'opening.from-slot' | 'opening.not-yours' | 'opening.reserved' | 'opening.hold-used-up' | 'opening.hold-needs-reason';

/**
 * May this person hold the opening (keep it out of the pool for the organisation's hours, R4)? Undefined when yes.
 * A slot's opening is promised to all and cannot be held; only the finder holds; every time after the first needs a
 * reason and counts as an extension, of which there are two, so that no private list can arise from it.
 */
export function mayHold(opening: Holdable, userId: string | null, reason: string | undefined): HoldRefusal | undefined {
  if (opening.slotId) return 'opening.from-slot';
  if (!userId || opening.sharedBy !== userId) return 'opening.not-yours';
  if (opening.liveReservations > 0) return 'opening.reserved';
  if (opening.holdExtensions >= maxExtensions) return 'opening.hold-used-up';
  return reason?.trim() ? undefined : 'opening.hold-needs-reason';
}

/** Only the holder ends a hold before its time; the job ends it at its time. */
export function mayRelease(
  opening: Pick<Holdable, 'heldBy'>,
  userId: string | null,
): 'opening.not-held' | 'opening.not-yours' | undefined {
  if (!opening.heldBy) return 'opening.not-held';
  return opening.heldBy === userId ? undefined : 'opening.not-yours';
}
