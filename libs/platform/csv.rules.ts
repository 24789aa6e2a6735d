/** What a spreadsheet would run instead of show; signed numbers and telephone numbers are harmless. */
const startsFormula = /^[=+\-@\t\r]/u;
const signedNumber = /^[+-][\d\s.,]*\d$/u;

/** A cell that would start a formula gets a leading apostrophe; everything else stays as it is. */
export const harmless = (cell: string): string =>
  startsFormula.test(cell) && !signedNumber.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string): string => (/[";\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A file as Danish Excel opens it by double click: semicolons, CRLF, UTF-8 with its mark. Numbers are to be written with
 * a decimal comma by the caller; what would start a formula gets a leading apostrophe.
 */
export const csvFile = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(harmless(String(cell ?? '')))).join(';')}\r\n`).join('')}`;
