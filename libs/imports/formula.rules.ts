import { harmless } from '#platform';

/** The opposite of `harmless`, so that a file we wrote gives the same text when it is read again. */
export function unharmed(cell: string): string {
  return cell.startsWith("'") && harmless(cell.slice(1)) === cell ? cell.slice(1) : cell;
}
