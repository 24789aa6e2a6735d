import { addDays, isDate, isoWeek, weekStart, weeksInYear } from '#platform';

/** What a cell means, and the dictionary key of a warning when something in it was left out. */
export type Read<T> = { value: T | null; warning?: string };

const NONE: Read<never> = { value: null };
/** What Danish spreadsheets write in a number that was too wide for its column: its digits are gone for good. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/iu;
const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** A name, an address, a title: spaces (also hard ones) made single, ends trimmed. Null when nothing is left. */
export function readText(cell: string, max = 200): string | null {
  return (
    cell
      .normalize('NFC')
      .replace(/[\s\u200b\ufeff]+/gu, ' ')
      .trim()
      .slice(0, max) || null
  );
}

/** A note keeps its line breaks. */
export function readNote(cell: string): string | null {
  return cell.normalize('NFC').replace(/\r\n?/gu, '\n').trim().slice(0, 4_000) || null;
}

/** A CVR number: eight digits, check digit modulus 11 (domain 5.7). One that fails is left out with a warning. */
export function readCvr(cell: string): Read<string> {
  const text = cell.replace(/[\s.\-\u00a0]/gu, '').replace(/^(?:DK|CVR:?)+/iu, '');
  if (text === '') return NONE;
  if (SCIENTIFIC.test(cell.trim())) return { value: null, warning: 'import.warning.cvr-damaged' };
  const digits = text.padStart(8, '?');
  if (!/^[1-9]\d{7}$/u.test(digits)) return { value: null, warning: 'import.warning.cvr-shape' };
  const sum = CVR_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0 ? { value: digits } : { value: null, warning: 'import.warning.cvr-check' };
}

/** A P-number: ten digits, no check digit. "1,02E+09" has lost its digits: left out with a warning. */
export function readPNumber(cell: string): Read<string> {
  const text = cell.replace(/[\s.\-\u00a0]/gu, '').replace(/^P:?(?:n(?:umme)?r)?:?/iu, '');
  if (text === '') return NONE;
  if (SCIENTIFIC.test(cell.trim())) return { value: null, warning: 'import.warning.p-number-damaged' };
  return /^1\d{9}$/u.test(text) ? { value: text } : { value: null, warning: 'import.warning.p-number-shape' };
}

/** The phone numbers of a cell: what "/", "og" and the like divide, where a part is long enough to be one. */
export function readPhones(cell: string): Read<string>[] {
  const parts = cell.split(/[/;,|]|\bog\b|\beller\b/iu).filter((part) => (part.match(/\d/gu)?.length ?? 0) >= 8);
  return (parts.length > 0 ? parts : [cell]).map(readPhone);
}

/** A phone number as eight digits, or with + and country code from abroad. */
function readPhone(cell: string): Read<string> {
  const text = cell
    .replace(/[^\d+]/gu, '')
    .replace(/^00/u, '+')
    .replace(/(?<=.)\+/gu, '');
  if (!/\d/u.test(text)) return NONE;
  const danish = /^(?:\+?45)?([2-9]\d{7})$/u.exec(text)?.[1];
  if (danish) return { value: danish };
  return /^\+(?!45)[1-9]\d{6,13}$/u.test(text)
    ? { value: text }
    : { value: null, warning: 'import.warning.phone-shape' };
}

/** An e-mail address in lower case. */
export function readEmail(cell: string): Read<string> {
  const text = cell
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^.*<(.+)>.*$/u, '$1')
    .toLowerCase();
  if (text === '') return NONE;
  const fits = text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@.<>(),;:"]{2,}$/u.test(text);
  return fits ? { value: text } : { value: null, warning: 'import.warning.email-shape' };
}

/** "5970", "DK-5970" or "D-5970": four digits; Excel drops the zero of "0800". */
export function readPostalCode(cell: string): Read<string> {
  const text = cell
    .trim()
    .replace(/^DK[\s-]*/iu, '')
    .replace(/[.\s\u00a0]/gu, '')
    .replace(/,0+$/u, '');
  if (text === '') return NONE;
  return /^\d{3,4}$/u.test(text)
    ? { value: text.padStart(4, '0') }
    : { value: null, warning: 'import.warning.postal-code-shape' };
}

/** "5970 Ærøskøbing", "DK-5970 Ærøskøbing" or either half alone. */
export function readPostalTown(cell: string): { postalCode: Read<string>; town: string | null } {
  const split = /^\s*((?:DK[\s-]*)?\d{3,4})?[\s,]*(\D.*)?$/iu.exec(cell.replaceAll('\u00a0', ' '));
  if (!split) return { postalCode: readPostalCode(cell), town: null };
  return { postalCode: readPostalCode(split[1] ?? ''), town: readText(split[2] ?? '', 100) };
}

/** "Nørregade 52, 5970 Ærøskøbing" in one cell, for sheets without columns for the rest. */
export function splitAddress(cell: string): { street: string; rest: string } {
  const split = /^(.*\S)[\s,]+((?:DK-?)?\d{4}\s+\p{L}.*)$/iu.exec(cell);
  return { street: split?.[1]?.replace(/,$/u, '') ?? cell, rest: split?.[2] ?? '' };
}

/** Employees: "ca. 30", "10-19" (the middle, rounded up), "50+", "1.200,5", "12,5" (full-time equivalents). Nobody has "-3". */
export function readEmployees(cell: string): Read<number> {
  const text = cell.toLowerCase().replace(/\s/gu, '');
  if (text === '') return NONE;
  const range = /^(?:ca\.?|mellem)?(\d+)(?:-|–|til|og)(\d+)/u.exec(text);
  if (range) return { value: Math.ceil((Number(range[1]) + Number(range[2])) / 2) };
  const number = /^(?:\D*[^\d\-–−])?(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2})\D*$/u.exec(text)?.[1];
  if (!number) return { value: null, warning: 'import.warning.employees-shape' };
  const plain = number.replace(/\.(?=\d{3})/gu, '').replace(',', '.');
  const value = Math.round(Number(plain) * 10) / 10;
  return value <= 1_000_000 ? { value } : { value: null, warning: 'import.warning.employees-shape' };
}

/** A count of places, 0 to 999. Nobody offers "-3". */
export function readPlaces(cell: string): Read<number> {
  const number = /^(?:\D*[^\d\-–−])?(\d+)/u.exec(cell.trim())?.[1];
  if (cell.trim() === '') return NONE;
  return number && Number(number) <= 999
    ? { value: Number(number) }
    : { value: null, warning: 'import.warning.places-shape' };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const ENGLISH_MONTHS: Record<string, string> = { may: 'maj', oct: 'okt' };

/** A day in any spelling seen in Danish sheets; "uge 14" is that week's Monday. Days without a year are the last such before `today`. */
export function readDate(cell: string, today: string): Read<string> {
  const text = cell.trim().toLowerCase();
  if (text === '') return NONE;
  const found =
    isoDay(text) ?? danishDay(text, today) ?? namedMonth(text, today) ?? week(text, today) ?? serialDay(text);
  return found && isDate(found) ? { value: found } : { value: null, warning: 'import.warning.date-shape' };
}

function isoDay(text: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})(?:[t ].*)?$/u.exec(text)?.[1];
}

function danishDay(text: string, today: string): string | undefined {
  const parts = /^(?:d\.?\s*)?(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{4}|\d{2}))?\.?$/u.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), parts[3], today) : undefined;
}

function namedMonth(text: string, today: string): string | undefined {
  const parts = /^(?:d\.?\s*)?(\d{1,2})\.?\s*(?:\.|-)?\s*([a-z]{3})[a-z]*\.?[\s,-]*(\d{4}|\d{2})?$/u.exec(text);
  if (!parts) return undefined;
  const name = parts[2] ?? '';
  const month = MONTHS.indexOf(ENGLISH_MONTHS[name] ?? name) + 1;
  return month > 0 ? dayOf(Number(parts[1]), month, parts[3], today) : undefined;
}

function week(text: string, today: string): string | undefined {
  const parts = /^(?:uge|week|u\.?|w)\s*(\d{1,2})(?:[\s,./-]+(\d{4}|\d{2}))?$/u.exec(text);
  if (!parts) return undefined;
  const now = isoWeek(today);
  const number = Number(parts[1]);
  const year = parts[2] ? fullYear(parts[2]) : number > now.week ? now.year - 1 : now.year;
  return number >= 1 && number <= weeksInYear(year) ? weekStart({ year, week: number }) : undefined;
}

/** Excel counts days from 30 December 1899; only the years people write about are believed. */
function serialDay(text: string): string | undefined {
  const serial = /^(\d{5})(?:[.,]\d+)?$/u.exec(text)?.[1];
  return serial && Number(serial) > 36_000 && Number(serial) < 60_000
    ? addDays('1899-12-30', Number(serial))
    : undefined;
}

function dayOf(day: number, month: number, year: string | undefined, today: string): string {
  const write = (of: number): string => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year) return write(fullYear(year));
  const thisYear = Number(today.slice(0, 4));
  return write(thisYear) > today ? write(thisYear - 1) : write(thisYear);
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}
