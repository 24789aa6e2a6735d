import type { Language, Tx } from '#platform';

/** A request that waits for this mentor's answer: what the mail showed, and nothing about who it is. */
export interface OwnRequest {
  readonly reservationId: string;
  readonly workplaceName: string;
  readonly tasks: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly minutesPerWeek: number;
  readonly considerations: readonly string[];
  readonly contactName: string;
  readonly contactPhone: string | null;
  readonly contactEmail: string;
  readonly callbackAt: Date | null;
}

const requestsSql = `
select r.id as "reservationId", w.name as "workplaceName", o.tasks, r.from_date as "from", r.until_date as "until", r.minutes_per_week as "minutesPerWeek",
       array(select case $2 when 'en' then k.name_en else k.name_da end from consideration k
              where k.organisation_id = o.organisation_id and k.id = any (o.consideration_ids) order by k.position) as considerations,
       u.name as "contactName", coalesce(u.phone, g.contact_phone) as "contactPhone", u.email as "contactEmail", r.callback_at as "callbackAt"
  from reservation r
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.reserved_by
  join organisation g on g.organisation_id = r.organisation_id
 where r.ended_at is null and r.seat is not null
   and r.id in (select l.reservation_id from mentor_link l where l.mentor_id = $1)
 order by r.from_date, r.id limit 20`;

/** Requests mailed to this mentor that are still first in line and unanswered, the soonest start first. */
export const requestsTo = (tx: Tx, mentorId: string, language: Language): Promise<OwnRequest[]> => tx.rows<OwnRequest>(requestsSql, [mentorId, language]);
