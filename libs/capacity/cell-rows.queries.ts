import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { type Reference, ReferenceQueries } from '#reference';
import { countingMs } from './board.queries.js';
import { statementFor, type CellSql } from './cell-rows-statements.js';

/** The board's numbers, each of which opens its rows. */
export const figures = [
  'committed', 'committed-occupied', 'committed-reserved', 'committed-free', 'committed-placeable',
  'callable', 'callable-occupied', 'callable-reserved', 'callable-free', 'callable-placeable',
  'open', 'mentor-headroom', 'legal-headroom',
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
  /** Of a workplace with agreed places: what is free of them, what law and mentors leave, and which of the three is least. */
  readonly room: WorkplaceRoom | null;
}

export interface WorkplaceRoom {
  readonly free: number;
  /** People more by the ratio rule; null: nobody has said how many employees there are. */
  readonly legal: number | null;
  readonly mentor: number;
  readonly limitedBy: 'agreement' | 'law' | 'mentor';
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
    const { sql, params } = statementFor(figure, model);
    const cell = cellCondition(question, reference, date, 4 + params.length);
    const rows = await tx.rows<CellRow>(sql(cell.sql), [date, after, limit + 1, ...params, ...cell.params]);
    return cutPage(rows, limit, ({ id }) => writeCursor([id]));
  }
}

interface Condition {
  readonly sql: CellSql;
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
