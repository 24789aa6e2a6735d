import type { Tx } from '#platform';
import { addCells, type Ahead, type CapacityModel, type CountedCell, emptyCell, weeksAhead } from './board.rules.js';

/** A cell's name on the wire: ids and codes hold no space. */
export const cellKey = (sectorId: string | null, municipalityCode: string | null): string =>
  `${sectorId ?? ''} ${municipalityCode ?? ''}`;

type CellRow = { readonly sector_id: string | null; readonly municipality_code: string | null };
type SlotRow = CellRow & { readonly model: CapacityModel; readonly agreed: Ahead; readonly occupied: Ahead; readonly reserved: Ahead };
type NumberRow = CellRow & { readonly amount: Ahead };

/**
 * Counts the board's cells on the four days (`horizons`) from the rows themselves: all cells, or only those named.
 *
 * What a day's numbers mean. A slot counts while its own and its active agreement's dates cover the day. It is
 * *occupied* when a placement covers the day; else *reserved* when it is promised away: a live first reservation that
 * is not over by then, or an agreed placement that has yet to begin, from whatever day; else *free*. So a place that
 * somebody has been given from next Monday is not offered today, and each slot stands in one number only.
 */
export async function countCells(tx: Tx, horizons: readonly string[], only?: readonly string[]): Promise<Map<string, CountedCell>> {
  const cells = new Map<string, CountedCell>();
  if (!only) return gather(tx, 'all', horizons, cells);
  const parts = only.map((key) => key.split(' '));
  const placed = parts.filter(([sector, municipality]) => sector && municipality);
  const named = [placed.map(([sector]) => sector), placed.map(([, municipality]) => municipality)];
  await Promise.all([
    placed.length > 0 && gather(tx, 'named', [...horizons, ...named], cells),
    placed.length < parts.length && gather(tx, 'unplaced', horizons, cells),
  ]);
  return cells;
}

async function gather(tx: Tx, reach: Reach, params: readonly unknown[], cells: Map<string, CountedCell>): Promise<Map<string, CountedCell>> {
  const [slots, open, mentors] = await Promise.all([
    tx.rows<SlotRow>(counting[reach].slots, params),
    tx.rows<NumberRow>(counting[reach].open, params),
    tx.rows<NumberRow>(counting[reach].mentors, params),
  ]);
  const add = (row: CellRow, part: Partial<CountedCell>): void => {
    const key = cellKey(row.sector_id, row.municipality_code);
    const blank = emptyCell(row.sector_id, row.municipality_code);
    cells.set(key, addCells(cells.get(key) ?? blank, { ...blank, ...part }));
  };
  for (const row of slots) add(row, { models: { [row.model]: { agreed: row.agreed, occupied: row.occupied, reserved: row.reserved } } });
  for (const row of open) add(row, { open: row.amount });
  for (const row of mentors) add(row, { mentorHeadroom: row.amount });
  return cells;
}

const days = weeksAhead.map((_, index) => `$${index + 1}::date`);
const first = days[0] ?? '';
const last = days.at(-1) ?? '';
/** One value for each of the four days. */
const perDay = (sql: (day: string, index: number) => string): string => `array[${days.map(sql).join(', ')}]`;
const onDays = (sql: (day: string, index: number) => string): string => days.map(sql).join(', ');
const org = '(select app_organisation())';

/** Which cells to count: all, those named ($5, $6), or those that lack a sector or a municipality. */
type Reach = 'all' | 'named' | 'unplaced';
const only = (reach: Reach, of: string): string => {
  if (reach === 'named') return `join unnest($5::uuid[], $6::text[]) c (sector, municipality) on c.sector = ${of}.sector_id and c.municipality = ${of}.municipality_code`;
  return reach === 'unplaced' ? `join (values (1)) c on ${of}.sector_id is null or ${of}.municipality_code is null` : '';
};

/** What `table` says of each slot or workplace: looked up one by one for few of them, grouped in one go for all. */
const perOwner = (reach: Reach, name: string, owner: string, table: string, figures: string, where: string): string =>
  reach === 'all'
    ? `left join (select ${owner} as owner, ${figures} from ${table} where organisation_id = ${org} and ${where} group by ${owner}) ${name} on ${name}.owner = own.id`
    : `left join lateral (select ${figures} from ${table} t where t.organisation_id = ${org} and t.${owner} = own.id and ${where}) ${name} on true`;

const live = 'ended_at is null and seat is not null and slot_id is not null';
const ahead = `cancelled_at is null and ends_on > ${first}`;
const valid = (day: string): string => `starts <= ${day} and (ends is null or ends > ${day})`;

const slotSql = (reach: Reach): string => `
  with own as (
    select s.id, s.sector_id, s.municipality_code, s.model,
           greatest(s.starts_on, a.starts_on) as starts, least(s.ends_on, a.ends_on) as ends
      from slot s ${only(reach, 's')}
      join agreement a on a.organisation_id = ${org} and a.id = s.agreement_id
     where s.organisation_id = ${org} and a.activated_at is not null and s.starts_on <= ${last} and a.starts_on <= ${last}
       and (s.ends_on is null or s.ends_on > ${first}) and (a.ends_on is null or a.ends_on > ${first})
  )
  select sector_id, municipality_code, model,
         ${perDay((day) => `count(*) filter (where ${valid(day)})::int`)} as agreed,
         ${perDay((day, i) => `count(*) filter (where ${valid(day)} and on_${i})::int`)} as occupied,
         ${perDay((day, i) => `count(*) filter (where ${valid(day)} and on_${i} is not true and greatest(given_until, asked_until) > ${day})::int`)} as reserved
    from own
    ${perOwner(reach, 'given', 'slot_id', 'placement', `max(ends_on) as given_until, ${onDays((day, i) => `bool_or(starts_on <= ${day} and ends_on > ${day}) as on_${i}`)}`, `slot_id is not null and ${ahead}`)}
    ${perOwner(reach, 'asked', 'slot_id', 'reservation', 'max(until_date) as asked_until', live)}
   group by sector_id, municipality_code, model`;

const openSql = (reach: Reach): string => `
  select sector_id, municipality_code,
         ${perDay((day) => `coalesce(sum(places - taken) filter (where free_from <= ${day} and (free_until is null or free_until > ${day}) and (expires_on is null or expires_on > ${day})), 0)::int`)} as amount
    from opening o ${only(reach, 'o')}
   where organisation_id = ${org} and in_pool and slot_id is null and free_from <= ${last}
   group by sector_id, municipality_code`;

const mentorSql = (reach: Reach): string => `
  with own as (
    select w.id, w.sector_id, w.municipality_code, ${onDays((day, i) => `coalesce(sum(accepts) filter (where active_from <= ${day} and (active_until is null or active_until > ${day}) and (w.closed_on is null or w.closed_on > ${day})), 0) as load_${i}`)}
      from workplace w ${only(reach, 'w')}
      join mentor m on m.organisation_id = ${org} and m.workplace_id = w.id
     where w.organisation_id = ${org} and (w.closed_on is null or w.closed_on > ${first}) and active_from <= ${last} and (active_until is null or active_until > ${first})
     group by w.id, w.sector_id, w.municipality_code
  )
  select sector_id, municipality_code,
         ${perDay((_, i) => `sum(greatest(load_${i} - coalesce(used_${i}, 0), 0))::int`)} as amount
    from own
    ${perOwner(reach, 'used', 'workplace_id', 'placement', onDays((day, i) => `count(*) filter (where starts_on <= ${day} and ends_on > ${day}) as used_${i}`), ahead)}
   group by sector_id, municipality_code`;

const statements = (reach: Reach) => ({ slots: slotSql(reach), open: openSql(reach), mentors: mentorSql(reach) });
const counting = { all: statements('all'), named: statements('named'), unplaced: statements('unplaced') } as const;
