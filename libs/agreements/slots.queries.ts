import type { Tx } from '#platform';

export interface Slot {
  readonly id: string;
  readonly agreementId: string;
  readonly workplaceId: string;
  readonly workplace: string;
  readonly number: number;
  readonly tasks: string;
  readonly minutesPerWeek: number;
  readonly considerationIds: readonly string[];
  readonly pathToHours: string;
  readonly startsOn: string;
  /** First day it is no more. */
  readonly endsOn: string | null;
  /** Today: occupied by a placement, reserved by a live first reservation, idle, coming or ended. */
  readonly state: 'occupied' | 'reserved' | 'idle' | 'coming' | 'ended';
  /** First day after the placement that occupies it. */
  readonly occupiedUntil: string | null;
  /** In the pool from this day; null when it is not in the pool. */
  readonly freeFrom: string | null;
  /** First day it is in the pool no longer. */
  readonly freeUntil: string | null;
  /**
   * What is to come of it within 13 weeks: `taken` by somebody, `paused`, `full` (the agreement, by others) or `over` from
   * freeUntil on; `later`: not free for a week before freeFrom. Null: free for longer, or not in the pool.
   */
  readonly outlook: 'taken' | 'paused' | 'full' | 'over' | 'later' | null;
  readonly openingId: string | null;
  readonly version: number;
}

const outlookSql = `
case when not o.in_pool then null
     when o.free_from > $2::date then 'later'
     when o.free_until is null or o.free_until > $2::date + 91 then null
     when exists (select from placement q where q.organisation_id = s.organisation_id and q.slot_id = s.id and q.cancelled_at is null and q.starts_on = o.free_until) then 'taken'
     when o.free_until = least(s.ends_on, a.ends_on) then 'over'
     when exists (select from agreement_pause z where z.organisation_id = s.organisation_id and z.agreement_id = s.agreement_id and z.cancelled_at is null and lower(z.period) = o.free_until) then 'paused'
     else 'full' end`;

const select = `
select s.id, s.agreement_id as "agreementId", s.workplace_id as "workplaceId", w.name as workplace, s.number, s.tasks,
       s.minutes_per_week as "minutesPerWeek", s.consideration_ids as "considerationIds", s.path_to_hours as "pathToHours",
       s.starts_on as "startsOn", s.ends_on as "endsOn", upper(p.period) as "occupiedUntil",
       case when s.ends_on <= greatest(s.starts_on, $2::date) then 'ended' when p.period is not null then 'occupied' when o.taken > 0 then 'reserved'
            when s.starts_on > $2::date then 'coming' else 'idle' end as state,
       case when o.in_pool then o.free_from end as "freeFrom", case when o.in_pool then o.free_until end as "freeUntil", ${outlookSql} as outlook, o.id as "openingId", s.version
  from slot s
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
  join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
  left join opening o on o.organisation_id = s.organisation_id and o.slot_id = s.id
  left join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.period @> $2::date`;

/** One slot; refuses with 404 when there is none. */
export const slotOf = (tx: Tx, slotId: string): Promise<Slot> => tx.one<Slot>(`${select} where s.id = $1`, [slotId, tx.today]);

/** An agreement's slots: those in force or coming by number, then the ended ones, without those that were taken back before they came; at most 500. */
export const slotsOf = (tx: Tx, agreementId: string): Promise<Slot[]> =>
  tx.rows<Slot>(`${select} where s.agreement_id = $1 and (s.comes_with is null or s.ends_on is null or s.ends_on > s.starts_on) order by coalesce(s.ends_on <= greatest(s.starts_on, $2::date), false), s.number limit 500`, [agreementId, tx.today]);

/** What a cap over all the places leaves. */
export interface Room {
  /** So many more on this day, whichever the places: without those who are there and those who are first in line for it. */
  readonly left: number;
  /** The next day, within 13 weeks, from which it is full. */
  readonly fullFrom: string | null;
}

/** Nothing without a cap. */
export const roomOf = (tx: Tx, agreementId: string): Promise<Room | undefined> =>
  tx.row<Room>(
    `with claim as (
       select p.slot_id, p.period from slot s join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
        where s.agreement_id = $1 and p.ends_on > $2::date and p.starts_on <= $2::date + 91
        union all
       select r.slot_id, daterange(r.from_date, r.until_date) from slot s join reservation r on r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null
        where s.agreement_id = $1 and r.until_date > $2::date and r.from_date <= $2::date + 91
     )
     select greatest(0, a.total_cap - (select count(distinct slot_id) from claim where period @> $2::date))::int as left,
            (select min(day) from (
               select d.day from (select distinct lower(period) as day from claim where lower(period) > $2::date) d join claim c on c.period @> d.day
                group by d.day having count(distinct c.slot_id) >= a.total_cap) full_days) as "fullFrom"
       from agreement a where a.id = $1 and a.total_cap is not null`,
    [agreementId, tx.today],
  );
