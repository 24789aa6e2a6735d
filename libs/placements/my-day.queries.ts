import { Injectable } from '@nestjs/common';
import { addDays, Db, type Actor, type Tx } from '#platform';
import { tasksFor } from '#tasks';
import { withNeeds, type NeededTask } from '#upkeep';

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
  | 'placement-starting'
  | 'placement-ending';

export interface MyDay {
  readonly cards: readonly DayCard[];
  /** What is to be done and was raised as a task, the most urgent first, at most 50. */
  readonly tasks: readonly NeededTask[];
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

const tasksOf = async (tx: Tx, actor: Actor): Promise<NeededTask[]> => withNeeds(tx, (await tasksFor(tx, actor, { view: 'mine', limit: 50 })).items);

/** What needs the reader now: cards that are computed, so that they never go stale, and the tasks that were raised. */
@Injectable()
export class MyDayQueries {
  constructor(private readonly db: Db) {}

  of(actor: Actor): Promise<MyDay> {
    return this.db.read(actor, async (tx) => {
      const [reservations, holds, placements, tasks, news] = await Promise.all([
        tx.rows<DayCard>(reservationCards, [actor.userId, tx.now]),
        tx.rows<DayCard>(holdCards, [actor.userId]),
        tx.rows<DayCard>(placementCards, [actor.userId, tx.today, addDays(tx.today, soonDays)]),
        tasksOf(tx, actor),
        tx.one<{ n: number }>(newsSql, [tx.now]),
      ]);
      return { cards: [...reservations, ...holds, ...placements], tasks, newInPool: news.n };
    });
  }
}
