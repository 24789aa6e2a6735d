import { commonPasswords } from './common-passwords.data.js';

/** OWASP ASVS 5.0, 6.2: at least 8 characters (15 recommended), 64 and more allowed, any characters, no rotation. */
export const shortestPassword = 8;
export const longestPassword = 200;

/**
 * What is wrong with a new password, as a dictionary key, or undefined. There are no rules about which characters it
 * must hold; what guessing begins with is refused: common words with digits and marks behind, one character or a run
 * repeated, and the person's own address or name.
 */
export function passwordFault(
  password: string,
  person: { readonly email: string; readonly name: string },
): string | undefined {
  const characters = Array.from(password);
  if (characters.length < shortestPassword) return 'fault.password.short';
  if (characters.length > longestPassword) return 'fault.password.long';
  const lower = password.toLowerCase();
  const stem = lower.replace(/[^\p{L}]+$/u, '');
  if (commonPasswords.has(lower) || (stem.length > 0 && commonPasswords.has(stem))) return 'fault.password.common';
  if (/^(.{1,4})\1+$/su.test(lower) || isRun(characters)) return 'fault.password.common';
  const own = [person.email, person.email.split('@')[0] ?? '', person.name, person.name.replaceAll(' ', '')];
  return own.some((text) => text.length >= 4 && lower.startsWith(text.toLowerCase()) && lower.length - text.length < 5)
    ? 'fault.password.own'
    : undefined;
}

/** Every character one above (or one below) the one before: "abcdefgh", "87654321". */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
