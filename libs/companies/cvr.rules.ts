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
