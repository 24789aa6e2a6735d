import type { Tx } from '#platform';

/** A place that a mentor's absence (or a mentor who is full) touches. */
export interface AffectedSlot {
  readonly slotId: string;
  readonly agreementId: string;
  readonly agreementTitle: string;
  readonly model: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly workplace: string;
  readonly tasks: string;
  /** `trainee`: somebody is there whose mentor this is; `unfillable`: free that day, and no mentor there has room. */
  readonly why: 'trainee' | 'unfillable';
  /** What all mentors there can still carry on the first day. */
  readonly headroom: number;
}

const touchedSql = `
select s.id as "slotId", a.id as "agreementId", a.title as "agreementTitle", a.model, w.company_id as "companyId", s.workplace_id as "workplaceId",
       w.name as workplace, s.number, s.tasks, case when carried.id is null then 'unfillable' else 'trainee' end as why, room.headroom
  from (select m.workplace_id from mentor m where m.id = $1
        union select x.workplace_id from mentor_workplace x where x.mentor_id = $1 and x.starts_on < coalesce($3::date, 'infinity') and (x.ends_on is null or x.ends_on > $2::date)
        union select p.workplace_id from placement p where p.mentor_id = $1 and p.cancelled_at is null and p.ends_on > $2::date and p.starts_on < coalesce($3::date, 'infinity')) named
 cross join lateral (select mentor_headroom(named.workplace_id, $2::date) as headroom) room
  join slot s on s.organisation_id = (select app_organisation()) and s.workplace_id = named.workplace_id
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.activated_at is not null
  join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
  left join lateral (
       select p.id from placement p
        where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.mentor_id = $1 and p.cancelled_at is null
          and p.ends_on > $2::date and p.starts_on < coalesce($3::date, 'infinity') limit 1) carried on true
 where (s.ends_on is null or s.ends_on > $2::date) and (a.ends_on is null or a.ends_on > $2::date)
   and s.starts_on < coalesce($3::date, 'infinity') and a.starts_on < coalesce($3::date, 'infinity')
   and (carried.id is not null
        or (room.headroom <= 0 and not exists (
              select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
                 and p.starts_on <= $2::date and p.ends_on > $2::date)))
`;

/** Below a cap over all of an agreement's places, as many of those that stand free are touched as it leaves to be filled that day. */
const affectedSql = `
with touched as (${touchedSql})
select "slotId", "agreementId", "agreementTitle", model, "companyId", "workplaceId", workplace, tasks, why, headroom
  from touched
 where why = 'trainee' or "slotId" not in (
       select slot_id from slots_beyond_cap(array[$2::date], array(select "agreementId" from touched where why = 'unfillable')))
 order by why, workplace, "agreementTitle", number, "slotId" limit 100`;

/** The places touched when this mentor takes in nobody from a day (until another, when known): trainees' first. */
export const affectedSlots = (tx: Tx, mentorId: string, from: string, until: string | null): Promise<AffectedSlot[]> =>
  tx.rows<AffectedSlot>(affectedSql, [mentorId, from, until]);
