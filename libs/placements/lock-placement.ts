import type { Tx } from '#platform';

/** A placement with what is decided about it. */
export interface StandingPlacement {
  readonly id: string;
  readonly openingId: string | null;
  readonly slotId: string | null;
  readonly agreementId: string | null;
  /** Its agreement's slots belong to a pool that any member may use. */
  readonly pooled: boolean;
  readonly cluster: boolean;
  readonly workplaceId: string;
  readonly companyId: string;
  readonly mentorId: string | null;
  readonly courseId: string | null;
  readonly reservationId: string | null;
  readonly reservedBy: string | null;
  readonly from: string;
  readonly until: string;
  readonly over: boolean;
  readonly started: boolean;
  /** The day the citizen came; null: nobody has come yet. */
  readonly cameOn: string | null;
  /** First day of the segment that continues it elsewhere. */
  readonly continuedOn: string | null;
  readonly version: number;
}

const standingSql = `
select p.id, coalesce(p.opening_id, p.slot_id) as "openingId", p.slot_id as "slotId", s.agreement_id as "agreementId",
       a.slot_pooling is not distinct from 'pooled' as pooled, a.cluster_id is not null as cluster, p.workplace_id as "workplaceId",
       w.company_id as "companyId", p.mentor_id as "mentorId", p.course_id as "courseId", p.reservation_id as "reservationId", r.reserved_by as "reservedBy", lower(p.period) as "from", upper(p.period) as "until",
       p.stopped_at is not null or p.cancelled_at is not null or upper(p.period) <= $2::date as over, p.started_on is not null as started,
       case when p.started_on <= $2::date then p.started_on end as "cameOn",
       (select lower(n.period) from placement n
         where n.organisation_id = p.organisation_id and n.continues_id = p.id and n.cancelled_at is null) as "continuedOn", p.version
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  left join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
  left join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
 where p.id = $1`;

/** As it is now, without a lock: for a preview. Refuses with 404. */
export const readPlacement = (tx: Tx, id: string): Promise<StandingPlacement> => tx.one<StandingPlacement>(standingSql, [id, tx.today]);

/**
 * The openings' rows first, as everywhere (libs/openings/claim-place.ts), in one order for everybody: the placement's
 * own, and those of the slots it may move to. Then the placement itself (two changes of it wait for each other), then as it is
 * under those locks. All leave in one round trip.
 */
export async function lockPlacement(tx: Tx, id: string, slotIds: readonly string[] = []): Promise<StandingPlacement> {
  const [, , standing] = await Promise.all([
    tx.run(
      `select from opening
        where id = (select coalesce(opening_id, slot_id) from placement where id = $1) or slot_id = any ($2::uuid[])
        order by id for no key update`,
      [id, slotIds],
    ),
    tx.run('select from placement where id = $1 for no key update', [id]),
    readPlacement(tx, id),
  ]);
  return standing;
}
