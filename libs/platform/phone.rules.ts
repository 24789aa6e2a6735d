/** A telephone number as its digits, with "+" where it is foreign; Danish country code left out. Undefined: not one. */
export function tidyPhone(text: string): string | undefined {
  const digits = text.replace(/[\s().\-/\u00a0]/gu, '').replace(/^00/u, '+').replace(/^\+45(?=\d{8}$)/u, '');
  return /^\+?\d{4,15}$/u.test(digits) ? digits : undefined;
}
