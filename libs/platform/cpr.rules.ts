/**
 * Finds numbers shaped like a Danish CPR number (DDMMYY-SSSS) in text, so that none is ever stored.
 *
 * The check digit (modulus 11) is evidence, never a condition: numbers without it have been issued since 2007.
 * The answer says only how sure it is, never where or what: a caller cannot log or echo what it never gets.
 */
export type CprVerdict = 'certain' | 'possible';

const SPACE_OR_DASH = String.raw`[\s.\-/_\u00ad\u2010-\u2015\u2212]`;
const TEN_DIGITS = new RegExp(
  String.raw`(?<![\d])(\d{2})(${SPACE_OR_DASH}?)(\d{2})(${SPACE_OR_DASH}?)(\d{2})(${SPACE_OR_DASH}{0,3})(\d{4})(?!\d)`,
  'gu',
);
/** A spreadsheet drops the leading zero; nine digits are only believed beside a word that says what they are. */
const NINE_DIGITS = new RegExp(String.raw`(?<![\d])(\d)(\d{2})(\d{2})${SPACE_OR_DASH}{0,3}(\d{4})(?!\d)`, 'gu');
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/gu;
const CPR_WORD = /\b(cpr|personnummer|person-?nr|pnr|personnr|social security|ssn|født|født d\.?|borger)\b/iu;
/** Words that name another ten-digit number: a production unit, an order, an account. */
const OTHER_NUMBER_WORD =
  /\b(p-?\s?(nr|nummer)|produktionsenhed(snr)?|p-?enhed|ean|gln|ordre(nr|nummer)?|faktura(nr|nummer)?|konto(nr|nummer)?|sag(snr|snummer)?)\b[\s.:#-]*$/iu;
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const NEARBY = 24;

/**
 * The surest finding in `text`, or undefined when there is none. `certain`: a separator, a nearby word, the check
 * digit or a replacement number. `possible`: ten plain digits that begin with a date.
 */
export function findCpr(text: string): CprVerdict | undefined {
  const clean = text.normalize('NFKC').replace(INVISIBLE, '');
  if (!/\d{4}/u.test(clean)) return undefined;
  let surest: CprVerdict | undefined;
  for (const verdict of [...tenDigits(clean), ...nineDigits(clean)]) {
    if (verdict === 'certain') return verdict;
    surest = verdict;
  }
  return surest;
}

/** Whether the text holds such a number: any, or only one that is `certain`. */
export function holdsCpr(text: string, only?: 'certain'): boolean {
  const verdict = findCpr(text);
  return only ? verdict === only : verdict !== undefined;
}

function* tenDigits(text: string): Generator<CprVerdict> {
  for (const match of text.matchAll(TEN_DIGITS)) {
    const [, day = '', gap1, month = '', gap2, year = '', gap3, serial = ''] = match;
    if (!isBirthDate(Number(day), Number(month), Number(year), Number(serial[0]))) continue;
    const before = text.slice(Math.max(0, match.index - NEARBY), match.index);
    const separated = Boolean(gap1 || gap2 || gap3);
    if (!separated && OTHER_NUMBER_WORD.test(before)) continue;
    if (/\d[.,]$/u.test(before)) continue;
    const nearby = before + text.slice(match.index + match[0].length, match.index + match[0].length + NEARBY);
    const certain =
      separated || Number(day) > 60 || CPR_WORD.test(nearby) || checkDigitFits(`${day}${month}${year}${serial}`);
    yield certain ? 'certain' : 'possible';
  }
}

function* nineDigits(text: string): Generator<CprVerdict> {
  for (const match of text.matchAll(NINE_DIGITS)) {
    const [, day = '', month = '', year = '', serial = ''] = match;
    const before = text.slice(Math.max(0, match.index - NEARBY), match.index);
    if (!CPR_WORD.test(before)) continue;
    if (isBirthDate(Number(day), Number(month), Number(year), Number(serial[0]))) {
      yield 'certain';
    }
  }
}

/** Replacement numbers add 60 to the day. The seventh digit and the year give the century (1858-2057). */
function isBirthDate(day: number, month: number, year: number, seventh: number): boolean {
  const calendarDay = day > 60 ? day - 60 : day;
  if (month < 1 || month > 12 || calendarDay < 1) return false;
  return calendarDay <= daysIn(century(year, seventh) + year, month);
}

function century(year: number, seventh: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function checkDigitFits(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
