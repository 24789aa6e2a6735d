/** The statements that count the board (board-count.ts says what its numbers mean), for all cells or for some of them. */
import { days, first, last, onDays, org, perDay } from './board-days.js';
import { callableModels, committedModels, type RoomKey } from './board.rules.js';
import { coming, givenSlots, lawEverywhere, roomEverywhere } from './every-workplace.js';

/** Which cells to count: all, those named ($5, $6), or those that lack a sector or a municipality. */
export type Reach = 'all' | 'named' | 'unplaced';

const none = `'{${days.map(() => 0).join(',')}}'::int[]`;

const only = (reach: Reach, of: string): string => {
  if (reach === 'named') return `join unnest($5::uuid[], $6::text[]) c (sector, municipality) on c.sector = ${of}.sector_id and c.municipality = ${of}.municipality_code`;
  return reach === 'unplaced' ? `join (values (1)) c on ${of}.sector_id is null or ${of}.municipality_code is null` : '';
};

const live = 'ended_at is null and seat is not null and slot_id is not null';
/** Whose caps matter: every agreement's, or those with a place in the cells asked for (their other places may be elsewhere). */
const cappedBy = (reach: Reach): string => (reach === 'all' ? 'null' : `array(select s.agreement_id from slot s ${only(reach, 's')} where s.organisation_id = ${org})`);
const valid = (day: string): string => `starts <= ${day} and (ends is null or ends > ${day})`;

/** Until when each slot is given away and promised: looked up one by one for few of them, grouped in one go for all. */
const takenSlots = (reach: Reach): string =>
  reach === 'all'
    ? `left join (${givenSlots}) given on given.owner = own.id
      left join (select slot_id as owner, max(until_date) as asked_until from reservation where organisation_id = ${org} and ${live} group by slot_id) asked on asked.owner = own.id`
    : `left join lateral (select max(ends_on) as given_until, ${onDays((day, i) => `bool_or(starts_on <= ${day} and ends_on > ${day}) as on_${i}`)}
                   from placement t where t.organisation_id = ${org} and t.slot_id = own.id and cancelled_at is null and ends_on > ${first}) given on true
      left join lateral (select max(until_date) as asked_until from reservation t where t.organisation_id = ${org} and t.slot_id = own.id and ${live}) asked on true`;

/** Each slot on the four days (occupied, reserved, free, or not agreed: null), then each workplace with its model's numbers. */
const placesAt = (reach: Reach): string => `
  own as (
    select s.id, s.workplace_id, s.sector_id, s.municipality_code, case part.n when 2 then a.becomes else s.model end as model, s.minutes_per_week,
           greatest(s.starts_on, a.starts_on, case part.n when 2 then a.becomes_on end) as starts,
           least(s.ends_on, a.ends_on, case part.n when 1 then a.becomes_on end) as ends,
           ${onDays((day, i) => `coalesce(q.days @> ${day}, false) or coalesce(${day} = any (b.days), false) as not_offered_${i}`)}
      from slot s ${only(reach, 's')}
      join agreement a on a.organisation_id = ${org} and a.id = s.agreement_id
      -- One that is to be of another model: until that day, and from it.
      left join (values (1), (2)) part (n) on a.becomes <> s.model
      left join (select agreement_id, range_agg(period) as days from agreement_pause
                  where organisation_id = ${org} and cancelled_at is null group by agreement_id) q on q.agreement_id = s.agreement_id
      left join slots_beyond_cap(${perDay((day) => day)}, ${cappedBy(reach)}) b on b.slot_id = s.id
     where s.organisation_id = ${org} and a.activated_at is not null and s.starts_on <= ${last} and a.starts_on <= ${last}
       and (s.ends_on is null or s.ends_on > ${first}) and (a.ends_on is null or a.ends_on > ${first})
       and (part.n is null or case part.n when 1 then a.becomes_on > ${first} else a.becomes_on <= ${last} end)
  ), used as (
    select own.*, ${onDays((day, i) => `case when ${valid(day)} then case when on_${i} then 'o' when greatest(given_until, asked_until) > ${day} then 'r' when not not_offered_${i} then 'f' end end as is_${i}`)}
      from own
      ${takenSlots(reach)}
  ), placed as materialized (
    select workplace_id, sector_id, municipality_code, model,
           ${onDays((_, i) => `count(is_${i})::int as agreed_${i}, (sum(minutes_per_week) filter (where is_${i} is not null))::int as minutes_${i},
             (count(*) filter (where is_${i} = 'o'))::int as occupied_${i}, (count(*) filter (where is_${i} = 'r'))::int as reserved_${i}`)}
      from used
     group by workplace_id, sector_id, municipality_code, model
  )`;

/** What mentors can still carry at each workplace of a few cells, by the function for one workplace. */
const carriedAt = (reach: Reach): string => `
  mentors as materialized (
    select w.id as workplace_id, w.sector_id, w.municipality_code, ${onDays((day, i) => `greatest(mentor_headroom(w.id, ${day}), 0) as mentor_${i}`)}
      from workplace w ${only(reach, 'w')}
     where w.organisation_id = ${org} and (exists (select from mentor m where m.organisation_id = ${org} and m.workplace_id = w.id)
        or exists (select from mentor_workplace a where a.organisation_id = ${org} and a.workplace_id = w.id))
  )`;
const lawAt = days.map((day, i) => `left join lateral legal_room(here.workplace_id, ${day}) l${i} on true`).join('\n      ');

const literal: Readonly<Record<RoomKey, string>> = { fixed_slots: "'fixed_slots'", cluster: "'cluster'", standing: "'standing'", committed: "'committed'" };
const free = (model: RoomKey, i: number): string => `coalesce(sum(agreed_${i} - occupied_${i} - reserved_${i}) filter (where model = ${literal[model]}), 0)::int as ${model}_${i}`;
const promising = [...committedModels, ...callableModels];

/** Each workplace with what is free, and the room that law and mentors leave. */
const roomAt = (reach: Reach): string => `
  ${reach === 'all' ? roomEverywhere : carriedAt(reach)},
  room as materialized (
    select here.*, ${onDays((_, i) => `coalesce(mentor_${i}, 0)::int as mentor_${i},
           case when agreed_${i} > 0 and l${i}.cap is not null then greatest((l${i}.cap * l${i}.full_time_minutes - l${i}.used_minutes)::bigint * agreed_${i} / minutes_${i}, 0)::int end as legal_${i}`)}
      from (select workplace_id, sector_id, municipality_code, ${onDays((_, i) => `sum(agreed_${i})::int as agreed_${i}, sum(minutes_${i})::int as minutes_${i}, ${promising.map((model) => free(model, i)).join(', ')}`)}
              from placed group by workplace_id, sector_id, municipality_code) here
      left join mentors on mentors.workplace_id = here.workplace_id
      ${reach === 'all' ? lawEverywhere : lawAt}
  )`;

const sum = (sql: (i: number) => string): string => perDay((_, i) => `coalesce(sum(${sql(i)}), 0)::int`);
/** The rows of one room: its free places by what limits them. */
function roomRows(key: RoomKey, models: readonly string[]): string {
  const freeOn = (i: number): string => models.map((model) => `${model}_${i}`).join(' + ');
  const placeable = (i: number): string => `least(${freeOn(i)}, legal_${i}, mentor_${i})`;
  const held = (i: number, by: 'law' | 'mentor'): string =>
    `case when ${by === 'law' ? '' : 'not '}coalesce(legal_${i} <= mentor_${i}, false) then ${freeOn(i)} - ${placeable(i)} end`;
  return `select sector_id, municipality_code, 'room' as kind, ${literal[key]} as of, ${sum(placeable)} as a, ${sum((i) => held(i, 'law'))} as b, ${sum((i) => held(i, 'mentor'))} as c
     from room group by sector_id, municipality_code`;
}

const placesSql = (reach: Reach): string => `
  with ${reach === 'all' ? `${coming},` : ''} ${placesAt(reach)}, ${roomAt(reach)}
  select sector_id, municipality_code, 'slots' as kind, model as of,
         ${sum((i) => `agreed_${i}`)} as a, ${sum((i) => `occupied_${i}`)} as b, ${sum((i) => `reserved_${i}`)} as c
    from placed group by sector_id, municipality_code, model
  union all ${roomRows('committed', committedModels)}
  ${promising.map((model) => `union all ${roomRows(model, [model])}`).join('\n  ')}
  union all
  select sector_id, municipality_code, 'legal', 'legal', ${sum((i) => `legal_${i}`)},
         ${perDay((_, i) => `count(legal_${i})::int`)}, ${perDay((_, i) => `count(*) filter (where agreed_${i} > 0 and legal_${i} is null)::int`)}
    from room group by sector_id, municipality_code
  union all
  select sector_id, municipality_code, 'mentors', 'mentors', ${sum((i) => `mentor_${i}`)}, ${none}, ${none}
    from mentors group by sector_id, municipality_code`;

const openSql = (reach: Reach): string => `
  select sector_id, municipality_code,
         ${perDay((day) => `coalesce(sum(places - taken) filter (where free_from <= ${day} and (free_until is null or free_until > ${day}) and (expires_on is null or expires_on > ${day})), 0)::int`)} as amount
    from opening o ${only(reach, 'o')}
   where organisation_id = ${org} and in_pool and slot_id is null and free_from <= ${last}
   group by sector_id, municipality_code`;

const statements = (reach: Reach) => ({ places: placesSql(reach), open: openSql(reach) });
/** Parameters: the four days; for `named` also the sectors and the municipalities of the cells. */
export const counting = { all: statements('all'), named: statements('named'), unplaced: statements('unplaced') } as const;
