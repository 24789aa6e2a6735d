import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { type Reference, ReferenceQueries } from '#reference';
import { countingMs } from './board.queries.js';
import { callableModels, committedModels } from './board.rules.js';

/** The board's numbers, each of which opens its rows. */
export const figures = [
  'committed', 'committed-occupied', 'committed-reserved', 'committed-free',
  'callable', 'callable-occupied', 'callable-reserved', 'callable-free',
  'open', 'mentor-headroom',
] as const;
export type Figure = (typeof figures)[number];

export interface RowsQuestion {
  readonly figure: Figure;
  readonly date?: string;
  readonly by?: 'municipality' | 'region';
  readonly model?: string;
  /** A sector's id, or 'none' for rows without; all sectors unless said. */
  readonly sector?: string;
  /** A code as the board shows it, or 'none'; all places unless said. */
  readonly place?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** One row behind a number; `count` is what it adds, and the counts of all rows add up to the number. */
export interface CellRow {
  readonly kind: 'slot' | 'opening' | 'workplace';
  readonly id: string;
  readonly count: number;
  readonly state: 'occupied' | 'reserved' | 'free' | null;
  readonly model: string | null;
  readonly tasks: string | null;
  readonly agreementId: string | null;
  readonly agreementTitle: string | null;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly town: string | null;
  /** Occupied: first day free again. Reserved: the day the next one begins. */
  readonly changesOn: string | null;
}

/** Opens a number of the board: the slots, openings or workplaces it counts, by the same definitions as board-count.ts. */
@Injectable()
export class CellRowsQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  /** One page of rows in the order of their ids (the order they were made in). */
  rows(actor: Actor, question: RowsQuestion): Promise<Page<CellRow>> {
    return this.db.read(actor, (tx) => this.page(tx, question), countingMs);
  }

  private async page(tx: Tx, question: RowsQuestion): Promise<Page<CellRow>> {
    const { figure, date = tx.today, model, limit } = question;
    const [after] = readCursor(question.cursor, z.tuple([z.uuid()])) ?? [null];
    const reference = await this.reference.current(tx);
    const cell = cellCondition(question, reference, date, 4);
    const [group, state = null] = figure.split('-');
    if (figure === 'open' || figure === 'mentor-headroom') {
      const sql = figure === 'open' ? openRows(cell.sql) : mentorRows(cell.sql);
      return cutPage(await tx.rows<CellRow>(sql, [date, after, limit + 1, ...cell.params]), limit, ({ id }) => writeCursor([id]));
    }
    const models = (group === 'committed' ? committedModels : callableModels).filter((each) => model === undefined || model === each);
    const next = cellCondition(question, reference, date, 6);
    const rows = await tx.rows<CellRow>(slotRows(next.sql), [date, after, limit + 1, models, state, ...next.params]);
    return cutPage(rows, limit, ({ id }) => writeCursor([id]));
  }
}

interface Condition {
  readonly sql: (table: string) => string;
  readonly params: unknown[];
}

/** Rows of the asked cell, row, column or of all. `first` is the number of the first free parameter. */
function cellCondition({ sector, place, by }: RowsQuestion, reference: Reference, date: string, first: number): Condition {
  const params: unknown[] = [];
  const param = (value: unknown): string => `$${first + params.push(value) - 1}`;
  const parts: ((table: string) => string)[] = [];
  if (sector === 'none') parts.push((table) => `${table}.sector_id is null`);
  else if (sector !== undefined) {
    const id = param(sector);
    parts.push((table) => `${table}.sector_id = ${id}::uuid`);
  }
  if (place === 'none' && by !== 'region') parts.push((table) => `${table}.municipality_code is null`);
  else if (place !== undefined) {
    const codes = param(codesOf(place, by, reference, date));
    const listed = (table: string): string => `${table}.municipality_code = any (${codes}::text[])`;
    parts.push(place === 'none' ? (table) => `(${listed(table)}) is not true` : listed);
  }
  return { params, sql: (table) => parts.map((part) => ` and ${part(table)}`).join('') };
}

/** The municipalities meant; by region 'none', all that have one: what is elsewhere, or nowhere, is what is asked for. */
function codesOf(place: string, by: RowsQuestion['by'], reference: Reference, date: string): string[] {
  if (by !== 'region') return [place];
  const regions = reference.municipalities(date);
  return regions.filter(({ region }) => (place === 'none' ? region !== null : region?.code === place)).map(({ code }) => code);
}

const org = '(select app_organisation())';
const where = `w.town, w.id as "workplaceId", w.name as "workplaceName", c.id as "companyId", c.name as "companyName"`;
const joined = (row: string): string => `
    join workplace w on w.organisation_id = ${org} and w.id = ${row}.workplace_id
    join company c on c.organisation_id = ${org} and c.id = w.company_id`;
const covers = (row: string): string => `${row}.starts_on <= $1::date and (${row}.ends_on is null or ${row}.ends_on > $1::date)`;

const slotRows = (cell: Condition['sql']): string => `
  select 'slot' as kind, s.id, 1 as count, s.state, s.model, s.tasks, s.changes_on as "changesOn",
         s.agreement_id as "agreementId", s.title as "agreementTitle", ${where}
    from (select s.*, a.title, claim.state, claim.changes_on
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
             and s.model = any ($4::text[]) and ($5::text is null or claim.state = $5::text) and ($2::uuid is null or s.id > $2::uuid)${cell('s')}
           order by s.id limit $3) s
    ${joined('s')}
   order by s.id`;

const openRows = (cell: Condition['sql']): string => `
  select 'opening' as kind, o.id, o.places - o.taken as count, null as state, null as model, o.tasks, o.expires_on as "changesOn",
         null as "agreementId", null as "agreementTitle", ${where}
    from (select o.* from opening o
           where o.organisation_id = ${org} and o.in_pool and o.slot_id is null and o.taken < o.places and o.free_from <= $1::date
             and (o.free_until is null or o.free_until > $1::date) and (o.expires_on is null or o.expires_on > $1::date)
             and ($2::uuid is null or o.id > $2::uuid)${cell('o')}
           order by o.id limit $3) o
    ${joined('o')}
   order by o.id`;

const mentorRows = (cell: Condition['sql']): string => `
  select 'workplace' as kind, room.id, room.count, null as state, null as model, null as tasks, null as "changesOn",
         null as "agreementId", null as "agreementTitle", ${where}
    from (select w.id, w.id as workplace_id, load.accepts - used.count as count
            from workplace w
           cross join lateral (
                 select coalesce(sum(m.accepts), 0)::int as accepts from mentor m
                  where m.organisation_id = ${org} and m.workplace_id = w.id and m.active_from <= $1::date and (m.active_until is null or m.active_until > $1::date)) load
           cross join lateral (
                 select count(*)::int as count from placement p
                  where p.organisation_id = ${org} and p.workplace_id = w.id and p.cancelled_at is null and p.starts_on <= $1::date and p.ends_on > $1::date) used
           where w.organisation_id = ${org} and (w.closed_on is null or w.closed_on > $1::date) and load.accepts > used.count and ($2::uuid is null or w.id > $2::uuid)${cell('w')}
           order by w.id limit $3) room
    ${joined('room')}
   order by room.id`;
