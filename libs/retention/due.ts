import type { Tx } from '#platform';
import { spansOf, type Kind, type Rule, type Span } from './retention.rules.js';

const days = (column: string): string => `(${column} at time zone 'Europe/Copenhagen')::date`;

/** A citizen's last use: what was done with or for them. One with an open course or a live reservation is in use. */
const citizens = (column: string): string => `
select c.id, 1::bigint as n, greatest(${days('c.created_at')}, p.last_on, k.last_on, v.last_on, r.last_on, j.last_on, a.last_on) as last_on
  from citizen c
  left join lateral (select max(k.closed_on) as last_on, bool_or(k.closed_on is null) as open from course k
                      where k.organisation_id = c.organisation_id and k.citizen_id = c.id) k on true
  left join lateral (select max(p.ends_on) as last_on from course k join placement p on p.organisation_id = k.organisation_id and p.course_id = k.id
                      where k.organisation_id = c.organisation_id and k.citizen_id = c.id and p.cancelled_at is null) p on true
  left join lateral (select max(${days('t.starts_at')}) as last_on from visit v join visit_time t on t.organisation_id = v.organisation_id and t.visit_id = v.id
                      where v.organisation_id = c.organisation_id and v.citizen_id = c.id) v on true
  left join (select citizen_ref, max(${days('coalesce(ended_at, created_at)')}) as last_on, bool_or(ended_at is null) as live from reservation group by 1) r on r.citizen_ref = c.case_ref
  left join lateral (select max(${days('j.at')}) as last_on from journal_entry j
                      where j.organisation_id = c.organisation_id and j.subject_id = c.id and j.actor_kind = 'user' and j.action <> 'citizen.looked-up') j on true
  left join lateral (select max(lower(a.during)) as last_on from citizen_away a where a.organisation_id = c.organisation_id and a.citizen_id = c.id and a.created_by is not null) a on true
 where c.${column} is null and k.open is not true and r.live is not true`;

/** A mentor's last use. One who is named in an agreement that has not ended is in use, however long nobody comes. */
const mentors = `
select m.id, 1::bigint as n, greatest(${days('m.created_at')}, case when m.active_until <= $1::date then m.active_until end, p.last_on, j.last_on) as last_on
  from mentor m
  left join lateral (select max(p.ends_on) as last_on from placement p where p.organisation_id = m.organisation_id and p.mentor_id = m.id and p.cancelled_at is null) p on true
  left join lateral (select max(${days('j.at')}) as last_on from journal_entry j where j.organisation_id = m.organisation_id and j.subject_id = m.id and j.actor_kind <> 'system') j on true
 where m.erased_on is null
   and not exists (
       select from (select n.mentor_id as id, g.ended_at, g.ends_on from agreement g join agreement_mentor n on n.organisation_id = g.organisation_id and n.agreement_id = g.id
                    union all
                    select g.coordinator_mentor_id, g.ended_at, g.ends_on from agreement g) named
        where named.id = m.id and named.ended_at is null and (named.ends_on is null or named.ends_on > $1::date))`;

/** What is kept, with the day it was last used: rows one by one, or (logs) how many of a day. $1 is today. */
const kept: Readonly<Record<Kind, string>> = {
  citizen: citizens('facts_erased_on'),
  course: citizens('pseudonymised_on'),
  reference: `select r.id, 1::bigint as n, ${days('r.ended_at')} as last_on from reservation r
   where r.ended_at is not null and r.citizen_ref <> '–'
     and not exists (select from citizen c where c.organisation_id = r.organisation_id and c.case_ref = r.citizen_ref)`,
  mentor: mentors,
  'access-log': `select null::uuid as id, count(*) as n, ${days('at')} as last_on from citizen_seen where at < $1::date - interval '5 months' group by 3`,
  journal: `select null::uuid as id, count(*) as n, ${days('at')} as last_on from journal_entry where at < $1::date - interval '20 months' group by 3`,
};

/** Something that goes on a day. */
export interface Due {
  /** Of the citizen or mentor; null for rows of a log, which are counted by the day they were written. */
  readonly id: string | null;
  readonly n: number;
  readonly lastOn: string;
  readonly on: string;
}

/** The organisation's own rules for a kind, from the beginning on. */
export async function spans(tx: Tx, kind: Kind): Promise<Span[]> {
  return spansOf(kind, await tx.rows<Rule>('select months, valid_from as "from" from retention_rule where kind = $1', [kind]));
}

/**
 * What of a kind goes by a day, the soonest first; what is over already goes today. A thing goes on the first day on which
 * the rule in force says that it is over. The night's work and what the administrator is shown beforehand are this same list.
 */
export async function dueBy(tx: Tx, kind: Kind, until: string): Promise<Due[]> {
  const rules = await spans(tx, kind);
  return tx.rows<Due>(
    `with kept as (${kept[kind]}),
          rule as (select * from unnest($2::int[], $3::date[], $4::date[]) r (months, from_on, until_on))
     select k.id, k.n, k.last_on as "lastOn", due."on"
       from kept k
      cross join lateral (select min(g."on") as "on" from (
              select r.until_on, greatest((k.last_on + make_interval(months => r.months))::date, r.from_on, $1::date) as "on" from rule r) g
             where g.until_on is null or g."on" < g.until_on) due
      where due."on" <= $5::date
      order by due."on", k.last_on, k.id limit 20000`,
    [tx.today, rules.map(({ months }) => months), rules.map(({ from }) => from), rules.map(({ until: end }) => end), until],
  );
}
