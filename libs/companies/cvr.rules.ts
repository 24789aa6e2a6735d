const weights = [2, 7, 6, 5, 4, 3, 2, 1];

/** A CVR number as people write it ("DK 12 34 56 78") as its eight digits, or undefined when it cannot be one. */
export function tidyCvr(text: string): string | undefined {
  const digits = text.replace(/^\s*DK/iu, '').replace(/[\s.\-\u00a0]/gu, '');
  return /^[1-9]\d{7}$/u.test(digits) ? digits : undefined;
}

/**
 * Whether the check digit (modulus 11) fits. It warns, it never refuses: a mistyped number is likelier than a strange
 * one, but the register decides (domain.md 5.7).
 */
export const cvrCheckDigitFits = (cvr: string): boolean =>
  weights.reduce((sum, weight, index) => sum + weight * Number(cvr[index]), 0) % 11 === 0;

/** A P-number is ten digits without a check digit, and looks like a CPR number without being one. */
export function tidyPNumber(text: string): string | undefined {
  const digits = text.replace(/^\s*P/iu, '').replace(/[\s.\-\u00a0]/gu, '');
  return /^\d{10}$/u.test(digits) ? digits : undefined;
}

/** Nothing but a number, and the words and signs people write around one. */
const onlyNumber = /^(?:dk|cvr|p|nr|nummer|tlf|tel|telefon|mobil|[\d\s.,:+()\-\u2010-\u2015\u2212])*$/iu;

/**
 * What to search for when a text was typed: of a text that is only a CVR number, P-number or telephone number
 * ("DK-25 31 37 63", "P 10 03 45 67 99", "+45 65 31 00 00") its digits, as the register holds them; any other as it is.
 * Fewer than eight digits may as well be a postal code and a house number, more than fourteen are several numbers.
 */
export function soughtText(typed: string): string {
  const digits = typed.replace(/\D/gu, '').replace(/^(?:00)?45(?=\d{8}$)|^00(?=\d{9})/u, '');
  return onlyNumber.test(typed) && /^\d{8,14}$/u.test(digits) ? digits : typed;
}
