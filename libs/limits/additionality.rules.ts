import type { AdditionalityRule } from '#reference';
import type { StatedMonth } from './ratio.rules.js';

/** A month over all of a company's workplaces, and how many of them have stated it. */
export interface CompanyMonth extends StatedMonth {
  readonly workplaces: number;
}

export interface Additionality {
  /** Unknown until every workplace that states anything has stated the latest month and those of the mean. */
  readonly outcome: 'met' | 'not_met' | 'unknown';
  readonly latest: StatedMonth | null;
  /** Of the last whole months, the latest among them: as many as the rule says. */
  readonly mean: number | null;
  /** How many of them are whole. */
  readonly known: number;
}

/** The months of the mean, newest first, without a gap. */
const lastMonths = (newest: string, needed: number): string[] =>
  Array.from({ length: needed }, (_, back) => {
    const number = Number(newest.slice(0, 4)) * 12 + Number(newest.slice(5, 7)) - 1 - back;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`;
  });

/**
 * Additionality (merbeskæftigelse), for wage subsidy only and by company: ordinary employees in the latest month are at
 * least the mean of as many months as the rule says. A month that some of the `stating` workplaces lack is not whole and does not count.
 */
export function additionalityOf(months: readonly CompanyMonth[], stating: number, { months: needed }: Pick<AdditionalityRule, 'months'>): Additionality {
  const whole = new Map(months.filter(({ workplaces }) => workplaces === stating).map(({ month, fte }) => [month, fte]));
  const newest = [...whole.keys()].sort().at(-1);
  if (newest === undefined) return { outcome: 'unknown', latest: null, mean: null, known: 0 };
  const latest = { month: newest, fte: whole.get(newest) ?? 0 };
  const figures = lastMonths(newest, needed).flatMap((month) => whole.get(month) ?? []);
  if (figures.length < needed) return { outcome: 'unknown', latest, mean: null, known: figures.length };
  const mean = figures.reduce((sum, fte) => sum + fte, 0) / needed;
  return { outcome: latest.fte >= mean ? 'met' : 'not_met', latest, mean, known: needed };
}
