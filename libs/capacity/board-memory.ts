import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { cellKey, countCells } from './board-count.js';
import { type CountedCell, horizonsOf } from './board.rules.js';

/** Figures as they were in a database snapshot, or newer. Never changed after it is made, only replaced. */
interface Counted {
  readonly snapshot: string;
  readonly at: number;
  readonly cells: ReadonlyMap<string, CountedCell>;
}

interface Since {
  readonly snapshot: string;
  readonly went_back: boolean;
  /** Null when so much has changed that it is not worth finding out where. */
  readonly touched: readonly (readonly [string | null, string | null])[] | null;
}

/** Half of how long `capacity_change` is kept, so that nothing we may ask for has been pruned. */
const keepMs = 12 * 3_600_000;
const keepBoards = 64;
/** Beyond this many changed cells, or changes, counting all of them at once is quicker. */
const manyCells = 60;
const manyChanges = 500;

/**
 * Remembers counted boards, and never shows one that is behind a commit. Before an answer it asks which cells were
 * touched by transactions that the remembered snapshot did not see, and counts those again. A snapshot older than the
 * figures is harmless (a cell is counted once too often), so what is remembered is always the *first* snapshot of a look.
 */
@Injectable()
export class BoardMemory {
  private readonly boards = new Map<string, Counted>();

  /** The cells on `date` and the days the board looks ahead to, as of now. */
  async board(tx: Tx, organisationId: string, date: string): Promise<ReadonlyMap<string, CountedCell>> {
    const key = `${organisationId} ${date}`;
    const known = this.boards.get(key);
    const at = tx.now.getTime();
    const usable = known && Math.abs(at - known.at) < keepMs ? known : undefined;
    const since = await tx.one<Since>(usable ? sinceSql : nowSql, usable ? [usable.snapshot] : []);
    const cells = usable && !since.went_back ? await this.bringUpToDate(tx, date, usable.cells, since.touched) : await countCells(tx, horizonsOf(date));
    this.remember(key, { snapshot: since.snapshot, at: usable?.cells === cells ? usable.at : at, cells });
    return cells;
  }

  private async bringUpToDate(tx: Tx, date: string, cells: ReadonlyMap<string, CountedCell>, touched: Since['touched']): Promise<ReadonlyMap<string, CountedCell>> {
    if (touched?.length === 0) return cells;
    if (touched === null || touched.length > manyCells) return countCells(tx, horizonsOf(date));
    const keys = touched.map(([sectorId, municipalityCode]) => cellKey(sectorId, municipalityCode));
    const counted = await countCells(tx, horizonsOf(date), keys);
    const next = new Map(cells);
    for (const key of keys) next.delete(key);
    for (const [key, cell] of counted) next.set(key, cell);
    return next;
  }

  /** The board looked at longest ago goes first. */
  private remember(key: string, counted: Counted): void {
    this.boards.delete(key);
    this.boards.set(key, counted);
    const [oldest] = this.boards.keys();
    if (this.boards.size > keepBoards && oldest !== undefined) this.boards.delete(oldest);
  }
}

const nowSql = `select pg_current_snapshot()::text as snapshot, false as went_back, '[]'::json as touched`;

/** `went_back`: transaction numbers began anew (a restored or replaced database), so nothing remembered can be trusted. */
const sinceSql = `
  with unseen as materialized (
    select subject_id, sector_id, municipality_code
      from capacity_change
     where organisation_id = (select app_organisation()) and transaction >= pg_snapshot_xmin($1::pg_snapshot)
       and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
     limit ${manyChanges + 1}
  ), few as (select 1 from (select count(*) as changes from unseen) counted where changes <= ${manyChanges}
  ), cells as (
    select sector_id, municipality_code from unseen, few
     union select s.sector_id, s.municipality_code from few, unseen
                  join slot s on s.organisation_id = (select app_organisation()) and s.id = unseen.subject_id
     union select w.sector_id, w.municipality_code from few, unseen
                  join workplace w on w.organisation_id = (select app_organisation()) and w.id = unseen.subject_id
  )
  select pg_current_snapshot()::text as snapshot,
         pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax($1::pg_snapshot) as went_back,
         case when exists (select from few) then (select coalesce(json_agg(json_build_array(sector_id, municipality_code)), '[]') from cells) end as touched`;
