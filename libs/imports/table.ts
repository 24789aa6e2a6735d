import { Refusal } from '#platform';

/** One record of a spreadsheet as text, in the order of its columns. */
export type Cells = string[];

/** What one file may hold; more is refused before anything is stored. */
export const LIMITS = {
  fileBytes: 5 * 1024 * 1024,
  rows: 100_000,
  columns: 100,
  cellCharacters: 8_000,
  recordCharacters: 200_000,
} as const;

/** @throws Refusal `import.empty`, `import.too-many-rows`, `import.too-many-columns` or `import.cell-too-long` (422). */
export function checkSize(records: Cells[]): void {
  if (records.length === 0) throw new Refusal('import.empty', { status: 422 });
  if (records.length > LIMITS.rows + 1) tooMuch('import.too-many-rows', LIMITS.rows);
  for (const cells of records) {
    if (cells.length > LIMITS.columns) tooMuch('import.too-many-columns', LIMITS.columns);
    if (cells.some((cell) => cell.length > LIMITS.cellCharacters))
      tooMuch('import.cell-too-long', LIMITS.cellCharacters);
  }
}

function tooMuch(code: string, max: number): never {
  throw new Refusal(code, { status: 422, params: { max } });
}
