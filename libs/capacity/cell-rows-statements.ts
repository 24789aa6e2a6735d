/** The statements behind cell-rows.queries.ts, by the same definitions as board-statements.ts. $1 the day, $2 after, $3 limit. */
import { callableModels, committedModels } from './board.rules.js';
import type { Figure } from './cell-rows.queries.js';

/** The condition that keeps a table's rows of the asked cell. */
export type CellSql = (table: string) => string;

/** How a figure's rows are found, and what it takes beyond day, cursor and limit: from $4 on, before the cell's own. */
export function statementFor(figure: Figure, model?: string): { readonly sql: (cell: CellSql) => string; readonly params: readonly unknown[] } {
  if (figure === 'open') return { sql: openRows, params: [] };
  if (figure === 'mentor-headroom') return { sql: mentorRows, params: [] };
  if (figure === 'legal-headroom') return { sql: roomRows('legal'), params: [promising] };
  const [group, state = null] = figure.split('-');
  const models = (group === 'committed' ? committedModels : callableModels).filter((each) => model === undefined || model === each);
  return state === 'placeable' ? { sql: roomRows('placeable'), params: [models] } : { sql: slotRows, params: [models, state] };
}

const promising = [...committedModels, ...callableModels];
const org = '(select app_organisation())';
const where = `w.town, w.id as "workplaceId", w.name as "workplaceName", c.id as "companyId", c.name as "companyName"`;
const joined = (row: string): string => `
    join workplace w on w.organisation_id = ${org} and w.id = ${row}.workplace_id
    join company c on c.organisation_id = ${org} and c.id = w.company_id`;
const covers = (row: string): string => `${row}.starts_on <= $1::date and (${row}.ends_on is null or ${row}.ends_on > $1::date)`;

/** Nobody new comes: a free place of a paused agreement, or beyond its agreement's cap over all places, is not there to be had. */
const notOffered = `s.id = any (array(select b.slot_id from slots_beyond_cap(array[$1::date], null) b)) or exists (select from agreement_pause q where q.organisation_id = ${org} and q.agreement_id = s.agreement_id and q.cancelled_at is null and q.period @> $1::date)`;

/** The model of the day: another one may be on its way. */
const modelThen = `case when a.becomes_on <= $1::date then a.becomes else s.model end`;

const slotRows = (cell: CellSql): string => `
  select 'slot' as kind, s.id, 1 as count, s.state, s.model_then as model, s.tasks, s.changes_on as "changesOn",
         s.agreement_id as "agreementId", s.title as "agreementTitle", null as room, ${where}
    from (select s.*, ${modelThen} as model_then, a.title, claim.state, claim.changes_on
            from slot s
            join agreement a on a.organisation_id = ${org} and a.id = s.agreement_id
           cross join lateral (
                 select case when bool_or(p.starts_on <= $1::date) then 'occupied'
                             when count(p.*) > 0 or count(r.*) > 0 then 'reserved' else 'free' end as state,
                        case when bool_or(p.starts_on <= $1::date) then min(p.ends_on) else least(min(p.starts_on), min(r.from_date)) end as changes_on
                   from (select) one
                   left join placement p on p.organisation_id = ${org} and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $1::date
                   left join reservation r on r.organisation_id = ${org} and r.slot_id = s.id and r.ended_at is null and r.seat is not null and r.until_date > $1::date) claim
           where s.organisation_id = ${org} and a.activated_at is not null and ${covers('s')} and ${covers('a')}
             and ${modelThen} = any ($4::text[]) and ($5::text is null or claim.state = $5::text) and (claim.state <> 'free' or not (${notOffered})) and ($2::uuid is null or s.id > $2::uuid)${cell('s')}
           order by s.id limit $3) s
    ${joined('s')}
   order by s.id`;

const openRows = (cell: CellSql): string => `
  select 'opening' as kind, o.id, o.places - o.taken as count, null as state, null as model, o.tasks, o.expires_on as "changesOn",
         null as "agreementId", null as "agreementTitle", null as room, ${where}
    from (select o.* from opening o
           where o.organisation_id = ${org} and o.in_pool and o.slot_id is null and o.taken < o.places and o.free_from <= $1::date
             and (o.free_until is null or o.free_until > $1::date) and (o.expires_on is null or o.expires_on > $1::date)
             and ($2::uuid is null or o.id > $2::uuid)${cell('o')}
           order by o.id limit $3) o
    ${joined('o')}
   order by o.id`;

const mentorRows = (cell: CellSql): string => `
  select 'workplace' as kind, room.id, room.count, null as state, null as model, null as tasks, null as "changesOn",
         null as "agreementId", null as "agreementTitle", null as room, ${where}
    from (select w.id, w.id as workplace_id, mentor_headroom(w.id, $1::date) as count
            from workplace w
           where w.organisation_id = ${org} and mentor_headroom(w.id, $1::date) > 0 and ($2::uuid is null or w.id > $2::uuid)${cell('w')}
             and (exists (select from mentor m where m.organisation_id = ${org} and m.workplace_id = w.id)
               or exists (select from mentor_workplace a where a.organisation_id = ${org} and a.workplace_id = w.id))
           order by w.id limit $3) room
    ${joined('room')}
   order by room.id`;

/** Workplaces with agreed places: for `placeable` those with free ones of the models $4, also where none can be filled. */
const roomRows = (count: 'placeable' | 'legal') => (cell: CellSql): string => `
  select 'workplace' as kind, room.id, ${count === 'legal' ? 'coalesce(room.legal, 0)' : 'least(room.free, room.legal, room.mentor)'} as count,
         null as state, null as model, null as tasks, null as "changesOn", null as "agreementId", null as "agreementTitle",
         json_build_object('free', room.free, 'legal', room.legal, 'mentor', room.mentor, 'limitedBy',
           case when room.free <= least(room.legal, room.mentor) then 'agreement' when room.legal <= room.mentor then 'law' else 'mentor' end) as room, ${where}
    from (select w.id, w.id as workplace_id, here.free, greatest(mentor_headroom(w.id, $1::date), 0) as mentor,
                 (select greatest(floor((l.cap * l.full_time_minutes - l.used_minutes) * here.agreed / here.minutes), 0)::int from legal_room(w.id, $1::date) l) as legal
            from workplace w
           cross join lateral (
                 select count(*) as agreed, sum(s.minutes_per_week) as minutes, (count(*) filter (where ${modelThen} = any ($4::text[]) and not claim.taken))::int as free
                   from slot s
                   join agreement a on a.organisation_id = ${org} and a.id = s.agreement_id
                  cross join lateral (
                        select exists (select from placement p where p.organisation_id = ${org} and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $1::date)
                            or exists (select from reservation r where r.organisation_id = ${org} and r.slot_id = s.id and r.ended_at is null
                                          and r.seat is not null and r.until_date > $1::date) as taken) claim
                  where s.organisation_id = ${org} and s.workplace_id = w.id and a.activated_at is not null and ${covers('s')} and ${covers('a')}
                    and (claim.taken or not (${notOffered}))) here
           where w.organisation_id = ${org} and ${count === 'legal' ? 'here.agreed' : 'here.free'} > 0 and ($2::uuid is null or w.id > $2::uuid)${cell('w')}
           order by w.id limit $3) room
    ${joined('room')}
   order by room.id`;
