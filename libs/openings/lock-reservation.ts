import { Refusal, type Tx } from '#platform';
import { gapEnd } from './claim-place.js';

/** A reservation with what is decided about it, read under the opening's lock. */
export interface LockedReservation {
  readonly id: string;
  readonly openingId: string;
  readonly workplaceId: string;
  readonly companyId: string;
  readonly slotId: string | null;
  readonly model: string | null;
  readonly inPool: boolean;
  readonly mentorId: string | null;
  readonly citizenRef: string;
  readonly targetGroup: string;
  readonly from: string;
  readonly until: string;
  /** First day on which the place is no longer free. */
  readonly freeUntil: string | null;
  readonly minutesPerWeek: number;
  readonly measureType: string;
  readonly seat: number | null;
  readonly ended: boolean;
  readonly expiresAt: Date;
  readonly reservedBy: string;
  readonly sharedBy: string | null;
  readonly responsibleUserId: string | null;
  readonly agreementContactId: string | null;
  readonly version: number;
}

/**
 * Locks the reservation's opening (always the opening first: see claim-place.ts), then reads the reservation as it is
 * under that lock. Both statements leave in one round trip. Refuses with 404.
 */
export async function lockReservation(tx: Tx, id: string): Promise<LockedReservation> {
  const [, reservation] = await Promise.all([
    tx.run('select from opening where id = (select opening_id from reservation where id = $1) for no key update', [id]),
    tx.one<LockedReservation>(
      `select r.id, r.opening_id as "openingId", r.workplace_id as "workplaceId", w.company_id as "companyId",
              r.slot_id as "slotId", o.model, o.in_pool as "inPool", o.mentor_id as "mentorId", r.citizen_ref as "citizenRef", r.target_group_code as "targetGroup", r.from_date as "from",
              r.until_date as "until", ${gapEnd('r.from_date')} as "freeUntil", r.minutes_per_week as "minutesPerWeek", r.measure_type_code as "measureType", r.seat,
              r.ended_at is not null as ended, r.expires_at as "expiresAt", r.reserved_by as "reservedBy", o.shared_by as "sharedBy",
              c.responsible_user_id as "responsibleUserId", a.contact_user_id as "agreementContactId", r.version
         from reservation r
         join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
         join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
         join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
         left join slot s on s.organisation_id = r.organisation_id and s.id = r.slot_id
         left join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
        where r.id = $1`,
      [id],
    ),
  ]);
  return reservation;
}

/** Refuses with `reservation.ended` when it was accepted, declined, withdrawn or expired already. */
export async function lockLiveReservation(tx: Tx, id: string): Promise<LockedReservation> {
  const reservation = await lockReservation(tx, id);
  if (reservation.ended) throw new Refusal('reservation.ended');
  return reservation;
}
