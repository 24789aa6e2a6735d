import { Injectable } from '@nestjs/common';
import { addDays, Db, type Actor } from '#platform';

/** Something that needs the reader now, on the page Min dag. `due` orders the cards; null: whenever. */
export interface DayCard {
  readonly kind: DayCardKind;
  /** The reservation, opening, slot or placement it is about. */
  readonly id: string;
  readonly openingId: string | null;
  readonly agreementId: string | null;
  readonly companyId: string;
  readonly companyName: string;
  readonly tasks: string;
  readonly due: Date | string | null;
  /** The decline's reason, or how the company answered. */
  readonly note: string | null;
}

export type DayCardKind =
  | 'call-back'
  | 'reservation-expiring'
  | 'answer-accepted'
  | 'answer-declined'
  | 'hold-ending'
  | 'refill'
  | 'placement-starting'
  | 'placement-ending';

export interface MyDay {
  readonly cards: readonly DayCard[];
  /** How many have come into the pool since yesterday morning. */
  readonly newInPool: number;
}

/** How far ahead a start or an end is worth a card, and how far back an answer. Days. */
const soonDays = 7;

const reservationCards = `
select case when r.accepted_at is not null then 'answer-accepted' when r.declined_at is not null then 'answer-declined'
            when r.callback_at is not null then 'call-back' else 'reservation-expiring' end as kind,
       r.id, r.opening_id as "openingId", s.agreement_id as "agreementId", c.id as "companyId", c.name as "companyName", o.tasks,
       coalesce(r.ended_at, r.callback_at, r.expires_at) as due, r.decline_reason as note
  from reservation r
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join slot s on s.organisation_id = r.organisation_id and s.id = r.slot_id
 where r.reserved_by = $1
   and (r.accepted_at > $2::timestamptz - interval '3 days' or r.declined_at > $2::timestamptz - interval '3 days'
        or (r.ended_at is null and r.seat is not null
            and (r.callback_at is not null or r.expires_at < $2::timestamptz + interval '48 hours')))
 order by due limit 50`;

const holdCards = `
select 'hold-ending' as kind, o.id, o.id as "openingId", null as "agreementId", c.id as "companyId", c.name as "companyName",
       o.tasks, o.held_until as due, o.hold_reason as note
  from opening o
  join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where o.held_until is not null and o.held_by = $1 and o.withdrawn_at is null
 order by o.held_until limit 50`;

/**
 * Slots that stand empty, or do so within the organisation's refill_lead_days, under an active agreement with refill
 * (always model 1, model 4 by its setting; never 2 and 3) that the reader is contact for, or responsible for the company.
 */
const refillCards = `
select 'refill' as kind, o.id, o.id as "openingId", a.id as "agreementId", c.id as "companyId", c.name as "companyName", o.tasks,
       greatest(o.free_from, $2::date) as due, null as note
  from agreement a
  join slot s on s.organisation_id = a.organisation_id and s.agreement_id = a.id
  join opening o on o.organisation_id = s.organisation_id and o.slot_id = s.id
  join workplace w on w.organisation_id = s.organisation_id and w.id = s.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join organisation g on g.organisation_id = a.organisation_id
 where a.refill and a.activated_at is not null and a.ended_at is null
   and (a.contact_user_id = $1 or (a.contact_user_id is null and c.responsible_user_id = $1))
   and o.in_pool and o.taken = 0 and o.free_from <= $2::date + g.refill_lead_days
 order by due, o.id limit 50`;

const placementCards = `
select case when lower(p.period) >= $2::date then 'placement-starting' else 'placement-ending' end as kind, p.id,
       coalesce(p.opening_id, p.slot_id) as "openingId", s.agreement_id as "agreementId", c.id as "companyId", c.name as "companyName",
       o.tasks, case when lower(p.period) >= $2::date then lower(p.period) else upper(p.period) - 1 end as due, null as note
  from placement p
  join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
 where r.reserved_by = $1 and p.cancelled_at is null and p.stopped_at is null
   and (lower(p.period) between $2::date and $3::date or upper(p.period) - 1 between $2::date and $3::date)
 order by due, p.id limit 50`;

const newsSql = `select count(*) as n from (select from opening where in_pool and published_at >= $1::timestamptz - interval '24 hours' limit 1000) few`;

/** What needs the reader now. Every card is computed; nothing is kept, so nothing goes stale. */
@Injectable()
export class MyDayQueries {
  constructor(private readonly db: Db) {}

  of(actor: Actor): Promise<MyDay> {
    return this.db.read(actor, async (tx) => {
      const [reservations, holds, refills, placements, news] = await Promise.all([
        tx.rows<DayCard>(reservationCards, [actor.userId, tx.now]),
        tx.rows<DayCard>(holdCards, [actor.userId]),
        tx.rows<DayCard>(refillCards, [actor.userId, tx.today]),
        tx.rows<DayCard>(placementCards, [actor.userId, tx.today, addDays(tx.today, soonDays)]),
        tx.one<{ n: number }>(newsSql, [tx.now]),
      ]);
      return { cards: [...reservations, ...holds, ...refills, ...placements], newInPool: news.n };
    });
  }
}
