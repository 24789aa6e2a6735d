/** A telephone number in any usual spelling: 4-15 digits, a country code, and what people set between them. */
export const phonePattern = /^\(?\+?\d(?:[ \u00a0().\-/]{0,2}\d){3,14}$/u;

/** A telephone number as its digits, with "+" where it is foreign; Danish country code left out. Undefined: not one. */
export function tidyPhone(text: string): string | undefined {
  const digits = text
    .replace(/[\s().\-/\u00a0]/gu, '')
    .replace(/^00(?=\d{8})/u, '+')
    .replace(/^\+45(?=\d{8}$)/u, '');
  return /^\+?\d{4,15}$/u.test(digits) ? digits : undefined;
}
