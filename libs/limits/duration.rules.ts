import type { DurationRule } from '#reference';
import { addDays } from '#platform';

/** What the rules say about a measure's planned days; half-open. */
export interface DurationAdvice {
  /** `none`: no rule is known; `no-limit`: the law sets none. */
  readonly verdict: 'within' | 'with-assessment' | 'special-need' | 'too-long' | 'no-limit' | 'none';
  /** First day after the longest the usual rule gives; null without a limit. */
  readonly until: string | null;
  /** First day after what an assessment can prolong it to. */
  readonly prolongedUntil: string | null;
  readonly rule: DurationRule | null;
  /** Rules that hold where something is so (newly educated, public employers). */
  readonly others: readonly DurationRule[];
}

/** A date some weeks or calendar months later; the last day of a shorter month. */
export function later(from: string, count: number, unit: DurationRule['unit']): string {
  if (unit === 'week') return addDays(from, count * 7);
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const number = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(number / 12), (number % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/**
 * How long a measure may last (LAB § 61) for the rules given, the usual one first: days at the same workplace for the same
 * purpose count together, so `from` is where they began. Advice: prolonging takes an assessment, and the grant decides.
 */
export function durationAdvice(rules: readonly DurationRule[], from: string, until: string): DurationAdvice {
  const rule = rules.find(({ circumstanceDa }) => circumstanceDa === null) ?? null;
  const others = rules.filter(({ circumstanceDa }) => circumstanceDa !== null);
  if (!rule) return { verdict: 'none', until: null, prolongedUntil: null, rule, others };
  if (rule.length === null) return { verdict: 'no-limit', until: null, prolongedUntil: null, rule, others };
  const [usual, prolonged] = [later(from, rule.length, rule.unit), rule.prolongedTo === null ? null : later(from, rule.prolongedTo, rule.unit)];
  return { verdict: verdictOf(rule, until, usual, prolonged), until: usual, prolongedUntil: prolonged, rule, others };
}

function verdictOf({ further }: DurationRule, until: string, usual: string, prolonged: string | null): DurationAdvice['verdict'] {
  if (until <= usual) return 'within';
  if (prolonged !== null && until <= prolonged) return 'with-assessment';
  return prolonged !== null && further !== null ? 'special-need' : 'too-long';
}
