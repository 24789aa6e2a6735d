/** What makes a spreadsheet run a cell instead of showing it. */
const STARTS_FORMULA = /^[=+\-@\t\r]/u;
/** Signed numbers and phone numbers ("-12,5", "+45 12 34 56 78") start with a sign and are harmless. */
const NUMBER = /^[+-][\d\s.,]*\d$/u;

/** Makes a cell harmless for export: one that would start a formula gets a leading apostrophe, numbers stay numbers. */
export function guardFormula(cell: string): string {
  return STARTS_FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** The opposite of `guardFormula`, so that a file we wrote gives the same text when it is read again. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && STARTS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
