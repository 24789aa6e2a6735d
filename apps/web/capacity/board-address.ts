import { z } from 'zod';
import { figures, type Figure } from '#capacity';
import { day } from '#platform';

const place = z.string().regex(/^[0-9A-Za-z-]{1,20}$/);
const models = ['fixed_slots', 'standing', 'match_driven', 'cluster'] as const;

/** What the board's address says. A filter that cannot be meant, or is left empty, is no filter. */
export const boardQuery = z.object({
  figure: z.enum(figures).catch('committed-free'),
  date: day.optional().catch(undefined),
  by: z.enum(['municipality', 'region']).catch('municipality'),
  model: z.enum(models).optional().catch(undefined),
  sector: z.union([z.uuid(), z.literal('none')]).optional().catch(undefined),
  region: place.optional().catch(undefined),
  municipality: place.optional().catch(undefined),
});
export type BoardAddress = z.infer<typeof boardQuery>;

/** One municipality is only ever shown among municipalities. */
export const settled = (address: BoardAddress): BoardAddress => (address.municipality ? { ...address, by: 'municipality' } : address);

/** What the rows' address says: the board one came from, and which cell, row or column of it they stand behind. */
export const rowsQuery = boardQuery.extend({ row: boardQuery.shape.sector, place: place.optional().catch(undefined), cursor: z.string().max(400).optional() });
export type RowsAddress = z.infer<typeof rowsQuery>;

/** The cell itself: the row and column chosen, else what the board is narrowed to. */
export function cellOf({ figure, date, model, by, sector, region, municipality, row, place: column }: RowsAddress) {
  const shown = municipality ?? region;
  const where = column !== undefined || !shown ? { by, place: column } : { by: municipality ? ('municipality' as const) : ('region' as const), place: shown };
  return { figure, date, model, sector: row ?? sector, ...where };
}

export type Cell = ReturnType<typeof cellOf>;

/** The models that promise places: what the board can be narrowed to (match-driven outreach adds nothing to it). */
export const modelChoices = models.filter((model) => model !== 'match_driven');
export const figureChoices: readonly Figure[] = figures;

/** This board with some of it changed; what is as usual is left out of the address. */
export function boardHref(address: BoardAddress, changes: Partial<BoardAddress> = {}, path = '/kapacitet'): string {
  const { figure, by, ...rest } = { ...address, ...changes };
  return addressOf(path, { ...(figure !== 'committed-free' && { figure }), ...(by !== 'municipality' && { by }), ...rest });
}

/** The rows behind a number of the board: of one cell, or of a whole row or column of what is shown. */
export const rowsHref = (address: BoardAddress, { figure, sector, place: column }: { readonly figure?: Figure; readonly sector?: string; readonly place?: string } = {}): string =>
  addressOf('/kapacitet/raekker', { ...address, figure: figure ?? address.figure, row: sector, place: column });

function addressOf(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return query ? `${path}?${query}` : path;
}
