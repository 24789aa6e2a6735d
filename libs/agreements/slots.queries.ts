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
  readonly openingId: string | null;
  readonly version: number;
}

const select = `
select s.id, s.agreement_id as "agreementId", s.workplace_id as "workplaceId", w.name as workplace, s.number, s.tasks,
       s.minutes_per_week as "minutesPerWeek", s.consideration_ids as "considerationIds", s.path_to_hours as "pathToHours",
       s.starts_on as "startsOn", s.ends_on as "endsOn", upper(p.period) as "occupiedUntil",
       case when s.ends_on <= greatest(s.starts_on, $2::date) then 'ended' when p.period is not null then 'occupied' when o.taken > 0 then 'reserved'
            when s.starts_on > $2::date then 'coming' else 'idle' end as state,
       case when o.in_pool then o.free_from end as "freeFrom", o.id as "openingId", s.version
  from slot s
  join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
  left join opening o on o.organisation_id = s.organisation_id and o.slot_id = s.id
  left join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.period @> $2::date`;

/** One slot; refuses with 404 when there is none. */
export const slotOf = (tx: Tx, slotId: string): Promise<Slot> => tx.one<Slot>(`${select} where s.id = $1`, [slotId, tx.today]);

/** An agreement's slots: those in force or coming by number, then the ended ones, without those that were taken back before they came; at most 500. */
export const slotsOf = (tx: Tx, agreementId: string): Promise<Slot[]> =>
  tx.rows<Slot>(`${select} where s.agreement_id = $1 and (s.comes_with is null or s.ends_on is null or s.ends_on > s.starts_on) order by coalesce(s.ends_on <= greatest(s.starts_on, $2::date), false), s.number limit 500`, [agreementId, tx.today]);
