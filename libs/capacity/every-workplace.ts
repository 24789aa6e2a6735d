/**
 * What law and mentors leave at every workplace on the four days, in one pass over what is there. The functions
 * `legal_room` and `mentor_headroom` say the same of one workplace on one day; asked one by one for a nation they would
 * take minutes. test/capacity.spec.ts holds the two against each other.
 */
import { days, first, onDays, org } from './board-days.js';

const onDay = (row: string, day: string): string => `${row}.starts_on <= ${day} and ${row}.ends_on > ${day}`;
const ruleOf = (column: string, i: number): string => `(select ${column} from rules where i = ${i})`;

/** Every placement that is not over, read once: slots, ratio rule and mentors all ask of them. */
export const coming = `
  coming as materialized (
    select id, slot_id, workplace_id, mentor_id, starts_on, ends_on, minutes_per_week, measure_type_code, ratio_exempt
      from placement where organisation_id = ${org} and cancelled_at is null and ends_on > ${first}
  )`;

/** Until when each slot is given away, and on which of the days somebody is there. */
export const givenSlots = `select slot_id as owner, max(ends_on) as given_until, ${onDays((day, i) => `bool_or(${onDay('c', day)}) as on_${i}`)}
     from coming c where slot_id is not null group by slot_id`;

/** By workplace: who is there, and their hours that count by the rule of that day (hours may rise on the way). */
const busy = `
  rules as materialized (
    select n.i - 1 as i, r.version, r.from_fte, r.per, r.at_least, r.months, r.full_time_minutes,
           r.measures || case when (select o.ratio_counts_by_choice from organisation o where o.organisation_id = ${org}) then r.measures_by_choice else '{}' end as counted
      from unnest(array[${days.join(', ')}]) with ordinality n (day, i) join ratio_rule r on r.valid @> n.day
  ), ramp as materialized (
    select placement_id, ${onDays((day, i) => `(array_agg(minutes_per_week order by from_on desc) filter (where from_on <= ${day}))[1] as minutes_${i}`)}
      from placement_hours where organisation_id = ${org} and placement_id in (select id from coming) group by placement_id
  ), busy as materialized (
    select c.workplace_id, ${onDays((day, i) => `count(*) filter (where ${onDay('c', day)}) as here_${i},
           sum(coalesce(ramp.minutes_${i}, c.minutes_per_week)) filter (where ${onDay('c', day)} and not c.ratio_exempt and c.measure_type_code = any (${ruleOf('counted', i)}::text[])) as used_${i}`)}
      from coming c left join ramp on ramp.placement_id = c.id group by c.workplace_id
  )`;

const capOn = (i: number): string => `ratio_cap(fte_${i}, ${ruleOf('from_fte', i)}, ${ruleOf('per', i)}, ${ruleOf('at_least', i)})`;
/** Worked out once for each number of employees, and again only for a day with other employees or another rule: most have neither. */
const capAgain = (i: number): string =>
  `case when fte_${i} = fte_0 and ${ruleOf('version', i)} = ${ruleOf('version', 0)} then cap_0 when fte_${i} is not null and ${ruleOf('i', i)} is not null then ${capOn(i)} end`;

/** Ordinary employees where there are agreed places, and the cap they give. */
const staff = `
  stated as (
    select workplace_id, ${onDays((day, i) => `avg(fte) filter (where month < date_trunc('month', ${day}) and month > newest_${i} - make_interval(months => ${ruleOf('months', i)})) as fte_${i}`)}
      from (select workplace_id, month, fte, ${onDays((day, i) => `max(month) filter (where month < date_trunc('month', ${day})) over (partition by workplace_id) as newest_${i}`)}
              from workplace_employees where organisation_id = ${org}) e
     group by workplace_id
  ), staff as materialized (
    select w.id as workplace_id, ${onDays((_, i) => `coalesce(stated.fte_${i}, w.employees_fte) as fte_${i}`)}
      from workplace w left join stated on stated.workplace_id = w.id
     where w.organisation_id = ${org} and w.id in (select workplace_id from placed)
  ), caps as materialized (
    select staff.*, once.cap_0
      from staff left join (select fte_0, case when ${ruleOf('i', 0)} is not null then ${capOn(0)} end as cap_0
                              from (select distinct fte_0 from staff where fte_0 is not null) numbers) once using (fte_0)
  )`;

/** The mentors named anywhere, there on a day unless away, ended or the workplace closed; what they carry elsewhere counts. */
const mentors = `
  named as (
    select id as mentor_id, workplace_id, accepts, active_from as starts_on, active_until as ends_on from mentor where organisation_id = ${org}
     union all
    select n.id, a.workplace_id, n.accepts, greatest(n.active_from, a.starts_on), least(n.active_until, a.ends_on)
      from mentor_workplace a join mentor n on n.organisation_id = ${org} and n.id = a.mentor_id
     where a.organisation_id = ${org}
  ), away as (
    select mentor_id, ${onDays((day, i) => `bool_or(starts_on <= ${day} and (ends_on is null or ends_on > ${day})) as away_${i}`)}
      from mentor_pause where organisation_id = ${org} and cancelled_at is null and (ends_on is null or ends_on > ${first}) group by mentor_id
  ), there as materialized (
    select n.mentor_id, n.workplace_id, w.sector_id, w.municipality_code, n.accepts,
           ${onDays((day, i) => `n.starts_on <= ${day} and (n.ends_on is null or n.ends_on > ${day}) and (w.closed_on is null or w.closed_on > ${day}) and away_${i} is not true as there_${i}`)}
      from named n
      join workplace w on w.organisation_id = ${org} and w.id = n.workplace_id
      left join away on away.mentor_id = n.mentor_id
  ), elsewhere as (
    select t.workplace_id, ${onDays((day, i) => `count(*) filter (where t.there_${i} and ${onDay('c', day)}) as others_${i}`)}
      from there t join coming c on c.mentor_id = t.mentor_id and c.workplace_id <> t.workplace_id group by t.workplace_id
  ), mentors as materialized (
    select t.workplace_id, t.sector_id, t.municipality_code, ${onDays((_, i) => `greatest(coalesce(t.accepts_${i}, 0) - coalesce(here_${i}, 0) - coalesce(others_${i}, 0), 0) as mentor_${i}`)}
      from (select workplace_id, sector_id, municipality_code, ${onDays((_, i) => `sum(accepts) filter (where there_${i}) as accepts_${i}`)} from there group by workplace_id, sector_id, municipality_code) t
      left join busy on busy.workplace_id = t.workplace_id
      left join elsewhere on elsewhere.workplace_id = t.workplace_id
  )`;

/** To stand after `coming` and `placed`. */
export const roomEverywhere = `${busy}, ${staff}, ${mentors}`;

/** Joins to `here` the cap and the hours in use as l0 … l3, each with cap, full_time_minutes and used_minutes. */
export const lawEverywhere = `
      left join busy on busy.workplace_id = here.workplace_id
      left join caps on caps.workplace_id = here.workplace_id
      ${days.map((_, i) => `cross join lateral (select ${i === 0 ? 'cap_0' : capAgain(i)} as cap, ${ruleOf('full_time_minutes', i)} as full_time_minutes, coalesce(busy.used_${i}, 0) as used_minutes) l${i}`).join('\n      ')}`;
