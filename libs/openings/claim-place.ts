import { Refusal, notFound, type Tx } from '#platform';
import { deadlines } from './working-days.rules.js';

/**
 * The one door to a place. Whoever wants a citizen on an opening comes through here, so that exactly one is first
 * however many ask at once.
 *
 * The lock is the opening's own row. `claimSql` takes a place with one conditional UPDATE (`taken < places`): two that
 * come together queue up on the row for as long as a commit takes, and the second sees what the first left. Nothing is
 * counted first and written later (measured: that overbooked 99 openings of 100). Behind it stand a CHECK on `taken`
 * and a unique index on live seats.
 *
 * Who gets no place joins the queue under the same row lock (NO KEY: foreign keys do not wait for it), so that a place
 * given back meanwhile is either seen here or sees the new one in the queue: nobody waits beside a free place.
 * Whoever else moves places or queue (promote-next.ts, lock-reservation.ts) locks that row first, too.
 */
export interface Claim {
  readonly openingId: string;
  readonly citizenRef: string;
  readonly targetGroup: string;
  readonly reason: string;
  /** First day; empty: the first day the place is free. */
  readonly from?: string;
  /** First day after; empty: 13 weeks later, or when the place is taken again. */
  readonly until?: string;
  readonly minutesPerWeek?: number;
  readonly measureType?: string;
  /** False: refuse with `opening.taken` rather than wait in the queue. */
  readonly queue: boolean;
  readonly userId: string | null;
}

export interface ClaimedPlace {
  readonly id: string;
  readonly openingId: string;
  readonly workplaceId: string;
  readonly companyId: string;
  /** 0: first. Otherwise the number in the queue, from 1. */
  readonly position: number;
  readonly expiresAt: Date;
  readonly from: string;
  readonly until: string;
  readonly minutesPerWeek: number;
  readonly measureType: string;
  readonly version: number;
}

/*
 * Parameters, the same in all three statements (each takes as many as it needs): $1 opening, $2 from, $3 until, $4 today,
 * $5 id, $6 citizen, $7 target group, $8 reason, $9 minutes, $10 measure, $11 user, $12 now, $13 deadlines.
 */

/** Offered today, and free over the days that are wished for. */
const offered = 'o.in_pool and (o.expires_on is null or o.expires_on > $4::date)';
const firstDay = 'coalesce($2::date, greatest(o.free_from, $4::date))';
const fits = `opening_has_days(o, ${firstDay}, coalesce($3::date, ${firstDay} + 1))`;

/** First day after the gap of opening `o` that a day lies in: the one offered, or the next; null: no end. */
export const gapEnd = (day: string): string => `case when ${day} >= o.later_from then o.later_until else o.free_until end`;

/** What the citizen would get from this opening, the defaults filled in. */
const wish = `
  ${firstDay} as from_date,
  coalesce($3::date, least(${firstDay} + 91, ${gapEnd(firstDay)})) as until_date,
  coalesce($9::int, o.minutes_per_week) as minutes_per_week,
  coalesce($10::text, case o.kind when 'placement' then 'WORK_PLACEMENT' else 'ORDINARY_HOURS' end) as measure_type_code`;

const insertFromPlace = `
insert into reservation as r
       (organisation_id, id, opening_id, workplace_id, slot_id, citizen_ref, target_group_code, reason, from_date, until_date,
        minutes_per_week, measure_type_code, seat, reserved_by, created_at, first_at, expires_at)
select organisation_id, $5::uuid, id, workplace_id, slot_id, $6, $7, $8, from_date, until_date, minutes_per_week,
       measure_type_code, seat, $11::uuid, $12::timestamptz, case when seat is not null then $12::timestamptz end, expires_at
  from place
returning r.id, r.opening_id as "openingId", r.workplace_id as "workplaceId", r.expires_at as "expiresAt",
          r.from_date as "from", r.until_date as "until", r.minutes_per_week as "minutesPerWeek",
          r.measure_type_code as "measureType", r.version,
          (select w.company_id from workplace w where w.organisation_id = r.organisation_id and w.id = r.workplace_id) as "companyId",
          case when r.seat is not null then 0 else 1 + (
            select count(*) from reservation q
             where q.organisation_id = r.organisation_id and q.opening_id = r.opening_id and q.ended_at is null and q.seat is null)
          end as position`;

const claimSql = `
with place as (
  update opening o set taken = o.taken + 1
   where o.id = $1 and o.taken < o.places and ${offered} and ${fits}
  returning o.organisation_id, o.id, o.workplace_id, o.slot_id, ${wish},
            case o.places when 1 then 1 else lowest_free_seat(o.id, o.places) end as seat,
            (select ($13::timestamptz[])[reservation_working_days] from organisation where organisation_id = app_organisation()) as expires_at
)${insertFromPlace}`;

const queueSql = `
with place as (
  select o.organisation_id, o.id, o.workplace_id, o.slot_id, ${wish}, null::int as seat,
         (select $12::timestamptz + make_interval(days => queue_days) from organisation where organisation_id = app_organisation()) as expires_at
    from opening o where o.id = $1 and o.taken >= o.places and ${offered} and ${fits}
)${insertFromPlace}`;

interface Standing {
  readonly offered: boolean;
  readonly fits: boolean;
  readonly full: boolean;
  readonly freeFrom: string;
  readonly freeUntil: string | null;
}

const standingSql = `
select ${offered} as offered, ${fits} as fits, o.taken >= o.places as full, o.free_from as "freeFrom", o.free_until as "freeUntil"
  from opening o where o.id = $1`;

/**
 * Claims a place, or joins the queue. One statement when a place is free.
 * Refuses: `not-found`, `opening.not-in-pool`, `reservation.outside-opening` (with the free days), `opening.taken`
 * (only with `queue: false`), `reservation.already-reserved` (the citizen is already there, by unique index).
 */
export async function claimPlace(tx: Tx, claim: Claim): Promise<ClaimedPlace> {
  const params = parameters(tx, claim);
  const first = await tx.row<ClaimedPlace>(claimSql, params);
  if (first) return first;
  // Under the lock, in one round trip: how the opening stands now, and a place in the queue if it is full.
  const [opening, queued] = await Promise.all([
    tx.row<Standing>(claim.queue ? `${standingSql} for no key update` : standingSql, params.slice(0, 4)),
    claim.queue ? tx.row<ClaimedPlace>(queueSql, params.slice(0, 12)) : undefined,
  ]);
  if (queued) return queued;
  if (!opening) throw notFound();
  if (!opening.offered) throw new Refusal('opening.not-in-pool');
  if (!opening.fits) {
    const { freeFrom, freeUntil } = opening;
    throw new Refusal('reservation.outside-opening', { extra: { freeFrom, freeUntil } });
  }
  // Given back between the two statements: it is ours now, unless (without the queue's lock) somebody was quicker again.
  const second = opening.full ? undefined : await tx.row<ClaimedPlace>(claimSql, params);
  if (!second) throw new Refusal('opening.taken');
  return second;
}

const parameters = (tx: Tx, claim: Claim): unknown[] => [
  claim.openingId,
  claim.from ?? null,
  claim.until ?? null,
  tx.today,
  tx.newId(),
  claim.citizenRef,
  claim.targetGroup,
  claim.reason,
  claim.minutesPerWeek ?? null,
  claim.measureType ?? null,
  claim.userId,
  tx.now,
  deadlines(tx.today),
];
