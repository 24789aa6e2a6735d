import { formatter, translator } from '#dictionary';
import { csvFile, type Language } from '#platform';
import type { PoolRow } from './pool.queries.js';

/** The pool as a spreadsheet in the reader's language, one row an opening. */
export function poolSheet(rows: readonly PoolRow[], language: Language): string {
  const t = translator(language);
  const { formatDate, formatNumber } = formatter(language);
  const date = (value: string | null): string | null => value && formatDate(value);
  const columns: Readonly<Record<string, (row: PoolRow) => string | number | null>> = {
    'pool-sheet.company': (row) => row.companyName,
    'pool-sheet.workplace': (row) => row.workplaceName,
    'pool-sheet.town': (row) => row.town,
    'pool-sheet.municipality': (row) => row.municipalityName,
    'pool-sheet.sector': (row) => row.sectorName,
    'pool-sheet.tasks': (row) => row.tasks,
    'pool-sheet.model': (row) => t(`pool-sheet.model.${row.model ?? 'shared'}`),
    'pool-sheet.kind': (row) => t(`pool-sheet.kind.${row.kind}`),
    'pool-sheet.hours': (row) => formatNumber(row.minutesPerWeek / 60),
    'pool-sheet.places': (row) => row.places,
    'pool-sheet.free': (row) => row.free,
    'pool-sheet.queue': (row) => row.queue,
    'pool-sheet.from': (row) => date(row.freeFrom),
    'pool-sheet.until': (row) => date(row.freeUntil),
    'pool-sheet.shared-by': (row) => row.sharedByName,
  };
  const cells = Object.values(columns);
  return csvFile([Object.keys(columns).map((key) => t(key)), ...rows.map((row) => cells.map((cell) => cell(row)))]);
}
