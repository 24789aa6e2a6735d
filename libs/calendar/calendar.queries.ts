import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, invalid, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { withNames } from './citizens-shown.js';
import { weeksShown, usualWeek, type ShownWeek } from './weeks-shown.rules.js';

export interface CalendarQuestion {
  /** The first ISO week, '2026-W53'; last week unless said. */
  readonly week?: string;
  /** How many; 26 unless said. */
  readonly weeks?: number;
  /** Of a company or workplace; every word must be there, 'ostergard' finds Østergård. */
  readonly text?: string;
  readonly company?: string;
  readonly workplace?: string;
  readonly cluster?: string;
  readonly sector?: string;
  readonly municipality?: string;
  readonly cursor?: string;
  /** Slots a page; 100 unless said, at most 500. */
  readonly limit?: number;
}

/** What lies on a slot for some days. Half-open. */
export interface CalendarBar {
  readonly kind: 'placement' | 'reservation' | 'pause' | 'closure' | 'hold' | 'agreement_pause' | 'cap_full';
  /** What it is the days of; of a full cap the agreement, which may be full more than once. */
  readonly id: string;
  readonly from: string;
  readonly until: string;
  /** The placement it belongs to: of a pause; of a placement itself. */
  readonly placementId: string | null;
  /** Where the citizen is, when a pooled place went along to another workplace. */
  readonly elsewhere: string | null;
  readonly mentorName: string | null;
  /** Of a placement, only to those who may see the citizen: it is noted that they did. */
  readonly citizenId: string | null;
  readonly citizenName: string | null;
  /** Of a reservation: the case reference, only to whoever reserved. */
  readonly citizenRef: string | null;
  readonly minutesPerWeek: number | null;
  /** Why: of a pause, of the citizen or the agreement, or of a closure. Whose: of a hold or reservation. */
  readonly note: string | null;
}

export interface CalendarSlot {
  readonly id: string;
  readonly number: number;
  readonly tasks: string;
  readonly model: 'fixed_slots' | 'standing' | 'cluster';
  readonly agreementId: string;
  readonly clusterId: string | null;
  /** So many at once on all places of its agreement; null: on each. */
  readonly totalCap: number | null;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly town: string | null;
  readonly companyId: string;
  readonly companyName: string;
  /** The days it is promised: its own and its agreement's. */
  readonly from: string;
  readonly until: string | null;
  /** In the pool: from this day until that; null when it is not. */
  readonly freeFrom: string | null;
  readonly freeUntil: string | null;
  /** And again, after that. */
  readonly laterFrom: string | null;
  readonly laterUntil: string | null;
  readonly bars: readonly CalendarBar[];
}

export interface Calendar extends Page<CalendarSlot> {
  readonly weeks: readonly ShownWeek[];
}

const barOf = (kind: string, id: string, days: readonly [string, string], more: readonly string[]): string =>
  `select ${days[0]} as starts, json_build_object('kind', ${kind}::text, 'id', ${id}, 'from', ${days[0]}, 'until', ${days[1]}, ${more.join(', ')}) as bar`;

const pageSql = (filter: string): string => `
with page as (
  select s.organisation_id, s.id, s.number, s.tasks, s.model, s.agreement_id, a.cluster_id, a.total_cap, w.id as workplace_id, w.name as workplace_name, w.town, w.company_id,
         greatest(s.starts_on, a.starts_on) as from_day, least(s.ends_on, a.ends_on) as until_day
    from workplace w
    join slot s on s.organisation_id = w.organisation_id and s.workplace_id = w.id
    join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id
   where a.activated_at is not null and s.starts_on < $2::date and (s.ends_on is null or s.ends_on > $1::date)
     and a.starts_on < $2::date and (a.ends_on is null or a.ends_on > $1::date)${filter}
   order by w.name, w.id, s.number, s.id limit $4
)`;

/**
 * The days on which a cap over all of an agreement's places is reached by those who are there or first in line, and by
 * which places: looked up once for each capped agreement on the page. One of those places is not kept from itself.
 */
const fullSql = `, claim as materialized (
  select s.agreement_id, s.id as slot_id, p.period
    from (select distinct organisation_id, agreement_id from page where total_cap is not null) capped
    join slot s on s.organisation_id = capped.organisation_id and s.agreement_id = capped.agreement_id
    join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $1::date and p.starts_on < $2::date
   union all
  select s.agreement_id, s.id, daterange(r.from_date, r.until_date)
    from (select distinct organisation_id, agreement_id from page where total_cap is not null) capped
    join slot s on s.organisation_id = capped.organisation_id and s.agreement_id = capped.agreement_id
    join reservation r on r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null and r.until_date > $1::date and r.from_date < $2::date
), stretch as (
  select agreement_id, daterange(day, lead(day) over (partition by agreement_id order by day)) as days
    from (select agreement_id, lower(period) as day from claim union select agreement_id, upper(period) from claim) edges
), reached as (
  select t.agreement_id, t.days, array_agg(distinct c.slot_id) as slot_ids
    from stretch t
    join claim c on c.agreement_id = t.agreement_id and c.period @> t.days
   group by t.agreement_id, t.days
), full_days as (
  select g.id as slot_id, range_agg(r.days) * datemultirange(daterange(least(g.from_day, g.until_day), g.until_day)) as days
    from page g
    join reached r on r.agreement_id = g.agreement_id and cardinality(r.slot_ids) >= g.total_cap and g.id <> all (r.slot_ids)
   group by g.id, g.from_day, g.until_day
)`;

const ofNobody = ['placementId', 'elsewhere', 'mentorName', 'citizenId', 'citizenName', 'citizenRef', 'minutesPerWeek'].map((field) => `'${field}', null`);

/** What lies on a slot `g` of the page, whose cap is full on the days `f`; of each the first day, and the bar. */
const barsSql = `
  ${barOf(`'placement'`, 'p.id', ['p.starts_on', 'p.ends_on'], [`'placementId', p.id`, `'elsewhere', case when p.workplace_id <> g.workplace_id then e.name end`, `'mentorName', m.name`, `'citizenId', z.id`, `'citizenName', z.pseudonym`, `'citizenRef', null`, `'minutesPerWeek', p.minutes_per_week`, `'note', null`])}
    from placement p
    left join mentor m on m.organisation_id = p.organisation_id and m.id = p.mentor_id
    left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
    left join citizen z on z.organisation_id = k.organisation_id and z.id = k.citizen_id
    left join workplace e on e.organisation_id = p.organisation_id and e.id = p.workplace_id
   where p.organisation_id = g.organisation_id and p.slot_id = g.id and p.cancelled_at is null and p.ends_on > $1::date and p.starts_on < $2::date
  union all
  ${barOf(`'pause'`, 'z.id', ['z.starts_on', 'z.ends_on'], [`'placementId', p.id`, `'elsewhere', null`, `'mentorName', null`, `'citizenId', null`, `'citizenName', null`, `'citizenRef', null`, `'minutesPerWeek', null`, `'note', z.reason`])}
    from placement p
    join placement_pause z on z.organisation_id = p.organisation_id and z.placement_id = p.id and z.cancelled_at is null
   where p.organisation_id = g.organisation_id and p.slot_id = g.id and p.cancelled_at is null and p.ends_on > $1::date and p.starts_on < $2::date
     and z.ends_on > $1::date and z.starts_on < $2::date
  union all
  ${barOf(`'reservation'`, 'r.id', ['r.from_date', 'r.until_date'], [`'placementId', null`, `'elsewhere', null`, `'mentorName', null`, `'citizenId', null`, `'citizenName', null`, `'citizenRef', case when r.reserved_by = $3 then r.citizen_ref end`, `'minutesPerWeek', r.minutes_per_week`, `'note', u.name`])}
    from reservation r
    left join app_user u on u.organisation_id = r.organisation_id and u.id = r.reserved_by
   where r.organisation_id = g.organisation_id and r.slot_id = g.id and r.ended_at is null and r.seat is not null
     and r.until_date > $1::date and r.from_date < $2::date
  union all
  ${barOf(`'closure'`, 'z.id', ['z.starts_on', 'z.ends_on'], [...ofNobody, `'note', z.reason`])}
    from workplace_closure z
   where z.organisation_id = g.organisation_id and z.workplace_id = g.workplace_id and z.cancelled_at is null
     and z.ends_on > $1::date and z.starts_on < $2::date
  union all
  ${barOf(`'agreement_pause'`, 'z.id', ['lower(z.period)', 'upper(z.period)'], [...ofNobody, `'note', z.reason`])}
    from agreement_pause z
   where z.organisation_id = g.organisation_id and z.agreement_id = g.agreement_id and z.cancelled_at is null
     and z.period && daterange($1::date, $2::date)
  union all
  ${barOf(`'cap_full'`, 'g.agreement_id', ['lower(z.days)', 'upper(z.days)'], [...ofNobody, `'note', null`])}
    from unnest(f.days) z (days)`;

const calendarSql = (filter: string): string => `${pageSql(filter)}${fullSql}
select g.id, g.number, g.tasks, g.model, g.agreement_id as "agreementId", g.cluster_id as "clusterId", g.total_cap as "totalCap", g.workplace_id as "workplaceId",
       g.workplace_name as "workplaceName", g.town, g.company_id as "companyId", c.name as "companyName", g.from_day as "from", g.until_day as "until",
       case when o.in_pool then o.free_from end as "freeFrom", case when o.in_pool then o.free_until end as "freeUntil",
       case when o.in_pool then o.later_from end as "laterFrom", case when o.in_pool then o.later_until end as "laterUntil", lying.bars
  from page g
  join company c on c.organisation_id = g.organisation_id and c.id = g.company_id
  left join opening o on o.organisation_id = g.organisation_id and o.slot_id = g.id
  left join full_days f on f.slot_id = g.id
 cross join lateral (
       select coalesce(json_agg(bar order by starts), '[]') as bars from (${barsSql}) each_bar) lying
 order by g.workplace_name, g.workplace_id, g.number, g.id`;

const cursorShape = z.tuple([z.string(), z.uuid(), z.int(), z.uuid()]);

/** Pladskalender: who and what lies on which slot in which weeks. One statement a page, whatever it holds. */
@Injectable()
export class CalendarQueries {
  constructor(private readonly db: Db) {}

  calendar(actor: Actor, question: CalendarQuestion): Promise<Calendar> {
    return this.db.touch(actor, (tx) => this.page(tx, actor, question));
  }

  private async page(tx: Tx, actor: Actor, { week, weeks: count = 26, cursor, limit = 100, ...filter }: CalendarQuestion): Promise<Calendar> {
    const weeks = weeksShown(week ?? usualWeek(tx.today), count);
    const [first, last] = [weeks?.[0], weeks?.at(-1)];
    if (!weeks || !first || !last) throw invalid({ field: 'week', code: 'fault.calendar.week' });
    const params: unknown[] = [first.from, last.until, actor.userId, limit + 1];
    const sql = calendarSql(conditions(filter, readCursor(cursor, cursorShape), params));
    const rows = await withNames(tx, actor, await tx.rows<CalendarSlot>(sql, params));
    return { weeks, ...cutPage(rows, limit, ({ workplaceName, workplaceId, number, id }) => writeCursor([workplaceName, workplaceId, number, id])) };
  }
}

type Filter = Pick<CalendarQuestion, 'text' | 'company' | 'workplace' | 'cluster' | 'sector' | 'municipality'>;

/** Only what is asked for, so that the plan follows the question. */
function conditions(filter: Filter, after: z.infer<typeof cursorShape> | undefined, params: unknown[]): string {
  const value = (param: unknown): string => `$${params.push(param)}`;
  const parts = [
    ...wordsOf(filter.text).map((word) => `w.search_text like '%' || fold_danish(${value(word)}) || '%'`),
    filter.company && `w.company_id = ${value(filter.company)}::uuid`,
    filter.workplace && `w.id = ${value(filter.workplace)}::uuid`,
    filter.cluster && `a.cluster_id = ${value(filter.cluster)}::uuid`,
    filter.sector && `s.sector_id = ${value(filter.sector)}::uuid`,
    filter.municipality && `s.municipality_code = ${value(filter.municipality)}`,
    after && `(w.name, w.id, s.number, s.id) > (${value(after[0])}, ${value(after[1])}::uuid, ${value(after[2])}::int, ${value(after[3])}::uuid)`,
  ];
  return parts.flatMap((part) => (part ? [`\n     and ${part}`] : [])).join('');
}

/** What somebody looks for, without the signs that mean something in a pattern. */
const wordsOf = (text = ''): string[] => text.replace(/[%_\\]/g, ' ').split(/\s+/).filter(Boolean).slice(0, 8);
