import { translator } from '#dictionary';
import type { Language } from '#platform';
import type { Cells } from './table.js';

type RefusedRow = { row: number; cells: Cells | null; reason: string | null; reasonColumn: string | null };

/** The rows that did not go in, as a table: why first is last, so that the other columns stay where they were. */
export function refusedRows(headings: string[], rows: RefusedRow[], language: Language): Cells[] {
  const t = translator(language);
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells?.length ?? 0));
  const padded = (cells: Cells): Cells => [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  const why = ({ row, reason, reasonColumn }: RefusedRow): string =>
    t(`import.reason.${reason ?? 'left-out'}`, { row, column: reasonColumn ?? '' });
  return [[...padded(headings), t('import.reason')], ...rows.map((row) => [...padded(row.cells ?? []), why(row)])];
}
