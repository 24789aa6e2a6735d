import { seeCitizens } from '#citizens';
import type { Actor, Tx } from '#platform';
import type { CalendarBar } from './calendar.queries.js';

/** Names only for those who may see the citizen, and noted as shown; to everybody else somebody is there. */
export async function withNames<Row extends { readonly bars: readonly CalendarBar[] }>(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Row[]> {
  const ids = rows.flatMap(({ bars }) => bars.flatMap(({ citizenId }) => citizenId ?? []));
  const open = ids.length > 0 ? await seeCitizens(tx, actor, ids, 'calendar') : new Map<string, unknown>();
  const shown = (bar: CalendarBar): CalendarBar => (bar.citizenId && !open.has(bar.citizenId) ? { ...bar, citizenId: null, citizenName: null } : bar);
  return rows.map((row) => ({ ...row, bars: row.bars.map(shown) }));
}
