import { notFound, Refusal, type Actor, type Tx } from '#platform';

export interface LockedOpening {
  readonly id: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly slotId: string | null;
  readonly kind: string;
  readonly tasks: string;
  readonly places: number;
  readonly taken: number;
  readonly minutesPerWeek: number;
  readonly pathToHours: string | null;
  readonly considerationIds: readonly string[];
  readonly mentorId: string | null;
  readonly freeFrom: string;
  readonly expiresOn: string | null;
  readonly sharedBy: string | null;
  readonly heldBy: string | null;
  readonly heldUntil: Date | null;
  readonly holdExtensions: number;
  readonly withdrawn: boolean;
  readonly version: number;
}

/**
 * An opening under its row's lock, so that nobody claims a place on it meanwhile (see claim-place.ts). Refuses with 404,
 * and with `opening.withdrawn` when it has left the pool for good.
 */
export async function lockOpening(tx: Tx, id: string): Promise<LockedOpening> {
  const opening = await tx.one<LockedOpening>(
    `select o.id, w.company_id as "companyId", o.workplace_id as "workplaceId", o.slot_id as "slotId", o.kind, o.tasks,
            o.places, o.taken, o.minutes_per_week as "minutesPerWeek", o.path_to_hours as "pathToHours",
            o.consideration_ids as "considerationIds", o.mentor_id as "mentorId", o.free_from as "freeFrom",
            o.expires_on as "expiresOn", o.shared_by as "sharedBy", o.held_by as "heldBy", o.held_until as "heldUntil",
            o.hold_extensions as "holdExtensions", o.withdrawn_at is not null as withdrawn, o.version
       from opening o
       join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
      where o.id = $1 for no key update of o`,
    [id],
  );
  if (opening.withdrawn) throw new Refusal('opening.withdrawn');
  return opening;
}

/**
 * A slot's opening follows its agreement and is not edited by hand; one that a colleague still holds is not there yet
 * for anybody else.
 */
export function refuseByHand(actor: Actor, { slotId, heldBy }: Pick<LockedOpening, 'slotId' | 'heldBy'>): void {
  if (heldBy !== null && heldBy !== actor.userId) throw notFound();
  if (slotId) throw new Refusal('opening.from-slot');
}
