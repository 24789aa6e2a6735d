import { formatter, translator } from '#dictionary';
import { csvFile, type Language } from '#platform';
import type { PoolRow } from './pool.queries.js';

/** The pool as a spreadsheet in the reader's language, one row an opening. */
export function poolSheet(rows: readonly PoolRow[], language: Language): string {
  const t = translator(language);
  const { formatDate, formatNumber } = formatter(language);
  const date = (value: string | null): string | null => value && formatDate(value);
  const columns: Readonly<Record<string, (row: PoolRow) => string | number | null>> = {
    'pool.company': (row) => row.companyName,
    'pool.workplace': (row) => row.workplaceName,
    'pool.town': (row) => row.town,
    'pool.municipality': (row) => row.municipalityName,
    'pool.sector': (row) => row.sectorName,
    'pool.tasks': (row) => row.tasks,
    'pool.model': (row) => t(`pool.model.${row.model ?? 'shared'}`),
    'pool.kind': (row) => t(`pool.kind.${row.kind}`),
    'pool.hours': (row) => formatNumber(row.minutesPerWeek / 60),
    'pool.places': (row) => row.places,
    'pool.free': (row) => row.free,
    'pool.queue': (row) => row.queue,
    'pool.from': (row) => date(row.freeFrom),
    'pool.until': (row) => date(row.freeUntil),
    'pool.shared-by': (row) => row.sharedByName,
  };
  const cells = Object.values(columns);
  return csvFile([Object.keys(columns).map((key) => t(key)), ...rows.map((row) => cells.map((cell) => cell(row)))]);
}
