import type { Tx } from '#platform';
import { addCells, type Ahead, type CapacityModel, type CountedCell, emptyCell, type RoomKey } from './board.rules.js';
import { counting, type Reach } from './board-statements.js';

/** A cell's name on the wire: ids and codes hold no space. */
export const cellKey = (sectorId: string | null, municipalityCode: string | null): string =>
  `${sectorId ?? ''} ${municipalityCode ?? ''}`;

type CellRow = { readonly sector_id: string | null; readonly municipality_code: string | null };
type NumberRow = CellRow & { readonly amount: Ahead };
/** What was counted, in three numbers a day: see board-statements.ts. */
type CountRow = CellRow & { readonly kind: 'slots' | 'room' | 'legal' | 'mentors'; readonly of: CapacityModel | RoomKey; readonly a: Ahead; readonly b: Ahead; readonly c: Ahead };

/**
 * Counts the board's cells on the four days (`horizons`) from the rows themselves: all cells, or only those named.
 *
 * What a day's numbers mean. A slot counts while its own and its active agreement's dates cover the day; while the
 * agreement is paused, or where a cap over all its places leaves no room for it, only if somebody has it. It is
 * *occupied* when a placement covers the day; else *reserved* when it is promised away: a live first reservation that
 * is not over by then, or an agreed placement that has yet to begin, from whatever day; else *free*. So a place that
 * somebody has been given from next Monday is not offered today, and each slot stands in one number only.
 *
 * Of a workplace's free places on a day as many are *placeable* as the ratio rule leaves people for (at the mean of the
 * hours agreed there; nothing where the number of employees is unknown) and as its mentors can still carry. What is
 * more is held by whichever of the two leaves less, the law when they leave the same.
 */
export async function countCells(tx: Tx, horizons: readonly string[], only?: readonly string[]): Promise<Map<string, CountedCell>> {
  const cells = new Map<string, CountedCell>();
  if (!only) {
    await tx.run(roomToCount);
    return gather(tx, 'all', horizons, cells);
  }
  const parts = only.map((key) => key.split(' '));
  const placed = parts.filter(([sector, municipality]) => sector && municipality);
  const named = [placed.map(([sector]) => sector), placed.map(([, municipality]) => municipality)];
  await Promise.all([
    placed.length > 0 && gather(tx, 'named', [...horizons, ...named], cells),
    placed.length < parts.length && gather(tx, 'unplaced', horizons, cells),
  ]);
  return cells;
}

/** For this transaction: tables of hundreds of thousands are sorted in memory, and no plan is compiled that runs once. */
const roomToCount = `select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`;

async function gather(tx: Tx, reach: Reach, params: readonly unknown[], cells: Map<string, CountedCell>): Promise<Map<string, CountedCell>> {
  const [counts, open] = await Promise.all([tx.rows<CountRow>(counting[reach].places, params), tx.rows<NumberRow>(counting[reach].open, params)]);
  const add = (row: CellRow, part: Partial<CountedCell>): void => {
    const key = cellKey(row.sector_id, row.municipality_code);
    const blank = emptyCell(row.sector_id, row.municipality_code);
    cells.set(key, addCells(cells.get(key) ?? blank, { ...blank, ...part }));
  };
  for (const row of counts) add(row, partOf(row));
  for (const row of open) add(row, { open: row.amount });
  return cells;
}

function partOf({ kind, of, a, b, c }: CountRow): Partial<CountedCell> {
  if (kind === 'slots') return { models: { [of]: { agreed: a, occupied: b, reserved: c } } };
  if (kind === 'room') return { room: { [of]: { placeable: a, heldByLaw: b, heldByMentor: c } } };
  return kind === 'legal' ? { legalHeadroom: a, legalKnown: b, legalUnknown: c } : { mentorHeadroom: a };
}
