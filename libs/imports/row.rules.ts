import { holdsCpr, visibleText } from '#platform';
import * as read from './cells.rules.js';
import type { Field, Mapping } from './columns.rules.js';

/** What one row says, read and tidied. Null: not said, or left out with a warning. */
export type Facts = {
  name: string;
  workplaceName: string | null;
  cvr: string | null;
  pNumber: string | null;
  street: string | null;
  postalCode: string | null;
  town: string | null;
  contactName: string | null;
  contactTitle: string | null;
  phone: string | null;
  /** The row's other phone numbers, for the workplace's note. Absent in previews from before they were kept. */
  morePhones?: string[];
  email: string | null;
  /** As written: a code or words. */
  sector: string | null;
  /** Full-time equivalents. */
  employees: number | null;
  places: number | null;
  note: string | null;
  /** 'YYYY-MM-DD' */
  lastContact: string | null;
};

/** Something in a cell was left out; `code` is a dictionary key. */
export type Warning = { field: Field; code: string };

export type ReadRow =
  | { kind: 'facts'; facts: Facts; warnings: Warning[] }
  /** `column` is the position of the cell at fault. A row with `cpr` must not be stored, only its number and reason. */
  | { kind: 'refused'; reason: 'empty' | 'no-name' | 'cpr'; column: number | null };

/** Reads one row. `today` gives dates without a year theirs. */
export function readRow(written: string[], mapping: Mapping, today: string, headings: string[] = []): ReadRow {
  const cells = written.map(visibleText);
  const guilty = cells.findIndex(
    (cell, index) =>
      !exempt(mapping[index] ?? null, cell) && (holdsCpr(cell) || lostItsZero(cell, headings[index] ?? '')),
  );
  if (guilty >= 0) return { kind: 'refused', reason: 'cpr', column: guilty };
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'refused', reason: 'empty', column: null };
  const cell = (field: Field): string => cells[mapping.indexOf(field)] ?? '';
  const warnings: Warning[] = [];
  const take = <T>(field: Field, { value, warning }: read.Read<T>): T | null => {
    if (warning) warnings.push({ field, code: warning });
    return value;
  };
  const name = read.readText(cell('name')) ?? read.readText(cell('workplaceName'));
  if (!name || !/\p{L}|\d/u.test(name))
    return { kind: 'refused', reason: 'no-name', column: columnOf(mapping, 'name') };
  const facts: Facts = {
    name,
    workplaceName: read.readText(cell('workplaceName')),
    cvr: take('cvr', read.readCvr(cell('cvr'))),
    pNumber: take('pNumber', read.readPNumber(cell('pNumber'))),
    ...address(cell, take),
    contactName:
      read.readText(cell('contactName'), 120) ?? read.readText(`${cell('firstName')} ${cell('lastName')}`, 120),
    contactTitle: read.readText(cell('contactTitle'), 120),
    ...phones(cell, take),
    email: take('email', read.readEmail(cell('email'))),
    sector: read.readText(cell('sector')),
    employees: take('employees', read.readEmployees(cell('employees'))),
    places: take('places', read.readPlaces(cell('places'))),
    note: read.readNote(cell('note')),
    lastContact: take('lastContact', read.readDate(cell('lastContact'), today)),
  };
  return { kind: 'facts', facts, warnings };
}

type Take = <T>(field: Field, reading: read.Read<T>) => T | null;

/** Street, postal code and town from columns of their own, from "postnr by", or all from one cell. */
function address(cell: (field: Field) => string, take: Take): Pick<Facts, 'street' | 'postalCode' | 'town'> {
  const apart = cell('postalCode') + cell('town') + cell('postalTown') !== '';
  const { street, rest } = apart
    ? { street: cell('street'), rest: cell('postalTown') }
    : read.splitAddress(cell('street'));
  const joined = read.readPostalTown(rest);
  return {
    street: read.readText(street),
    postalCode: take('postalCode', read.readPostalCode(cell('postalCode'))) ?? take('postalTown', joined.postalCode),
    town: read.readText(cell('town'), 100) ?? joined.town,
  };
}

/** Every number once: the first as the phone, the others beside it. */
function phones(cell: (field: Field) => string, take: Take): Pick<Facts, 'phone' | 'morePhones'> {
  const all = (['phone', 'mobile'] as const).flatMap((field) => read.readPhones(cell(field)).map((one) => take(field, one)));
  const [phone = null, ...morePhones] = new Set(all.filter((one) => one !== null));
  return { phone, morePhones };
}

/** Numbers of other kinds in their own columns are not taken for CPR numbers: a P-number ("1003…", "P-1003…", "P-nr. 1003…"), a phone number. */
function exempt(field: Field | null, cell: string): boolean {
  if (field === 'pNumber') return /^\s*(?:P[\s.:-]*(?:n(?:umme)?r[\s.:]*)?)?10\d{8}\s*$/iu.test(cell);
  if (field === 'phone' || field === 'mobile') return read.readPhones(cell).every(({ value }) => value !== null) && !holdsCpr(cell, 'certain');
  return false;
}

/** A spreadsheet drops the leading zero of a number; nine digits are believed when the heading says what they are. */
function lostItsZero(cell: string, heading: string): boolean {
  return /cpr|personn/iu.test(heading) && /^\s*[1-9]\d{8}\s*$/u.test(cell) && holdsCpr(`0${cell.trim()}`);
}

function columnOf(mapping: Mapping, field: Field): number | null {
  const index = mapping.indexOf(field);
  return index < 0 ? null : index;
}
