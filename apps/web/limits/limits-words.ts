import type { CompanyAdditionality, DurationAdvice, EarlierDays, Grant, HoursStep, PlanAdvice, WorkplaceLimits } from '#limits';
import type { DurationRule } from '#reference';
import { lastDay } from '#platform';
import type { Ui } from '../kit/index.js';

const months = { da: new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' }), en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }) };

/** 'oktober 2026' of the month a day lies in. */
export const monthWords = ({ lang }: Pick<Ui, 'lang'>, day: string): string => months[lang].format(Date.parse(`${day}T00:00:00Z`));

/** 'plads til 1,19 fuldtidspladser' is said in full-time places: 37 hours are one. */
export const placesText = (ui: Ui, minutes: number, { rule }: Pick<WorkplaceLimits, 'rule'>): string => ui.formatNumber(minutes / (rule?.fullTimeMinutes ?? 2220));

/** '10 t/uge fra 23. nov. 2026; 15 t/uge fra 4. jan. 2027' */
export const rampText = (ui: Ui, steps: readonly HoursStep[]): string =>
  steps.map(({ from, minutesPerWeek }) => ui.t('vitas.ramp.step', { hours: ui.formatHours(minutesPerWeek), date: ui.formatDate(from) })).join('; ');

/** 'Bevilling nr. V123 (23. nov. 2026 – 21. feb. 2027)' */
export function grantWords(ui: Ui, { number, from, until }: Pick<Grant, 'number' | 'from' | 'until'>): string {
  if (from && until) return ui.t('grant.period', { number, period: ui.formatPeriod({ from, to: until }) });
  if (from) return ui.t('grant.since', { number, date: ui.formatDate(from) });
  return until ? ui.t('grant.until', { number, date: ui.formatDate(lastDay({ from: until, to: until })) }) : ui.t('grant.number', { number });
}

/** Where the number of employees comes from. */
export function employeesWords(ui: Ui, { employees }: Pick<WorkplaceLimits, 'employees'>): string {
  if (!employees) return ui.t('limits.employees.unknown');
  const fte = ui.formatNumber(employees.fte, 1);
  const [newest] = employees.months;
  if (newest) return ui.t.n('limits.employees.stated', employees.months.length, { fte, month: monthWords(ui, newest.month) });
  return employees.registeredOn ? ui.t('limits.employees.registered', { fte, date: ui.formatDate(employees.registeredOn) }) : ui.t('limits.employees.undated', { fte });
}

/** 'én for hver 5 ansatte op til 50, derefter én for hver 10, dog altid mindst 1' */
export function ruleWords(ui: Ui, { steps, atLeast }: NonNullable<WorkplaceLimits['rule']>): string {
  const parts = steps.map(({ per }, n) => {
    const to = steps[n + 1]?.from;
    return to === undefined ? ui.t('limits.rule.rest', { per }) : ui.t('limits.rule.to', { per, to });
  });
  return `${parts.join(', ')}, ${ui.t('limits.rule.atLeast', { n: atLeast })}`;
}

/** One line of advice where somebody is about to be placed for so many weekly minutes; undefined where nothing speaks against it. */
export function limitAdvice(ui: Ui, limits: WorkplaceLimits, minutes: number): string | undefined {
  if (limits.leftMinutes === null || limits.cap === null || limits.leftMinutes >= minutes) return undefined;
  return ui.t.n('limits.advice', limits.cap, {
    employees: employeesWords(ui, limits),
    used: placesText(ui, limits.usedMinutes, limits),
    wanted: placesText(ui, minutes, limits),
    date: ui.formatDate(limits.on),
    version: limits.rule?.version ?? '',
  });
}

/** How long a rule gives: '13 uger'. */
export const lengthWords = (ui: Ui, { unit, length }: Pick<DurationRule, 'unit' | 'length'>): string => (length === null ? ui.t('duration.no-limit') : ui.t.n(`duration.${unit}`, length));

/** What the rules say about a measure's days, in whole sentences. */
export function durationWords(ui: Ui, { verdict, rule, until, prolongedUntil, others }: DurationAdvice): string[] {
  if (!rule) return [ui.t('duration.verdict.none')];
  const last = (day: string | null): string => (day ? ui.formatDate(lastDay({ from: day, to: day })) : '');
  const main = ui.t(`duration.verdict.${verdict}`, { length: lengthWords(ui, rule), until: last(until), prolonged: last(prolongedUntil), further: rule.further ?? 0 });
  const rest = others.map((other) => ui.t('duration.other', { length: lengthWords(ui, other), circumstance: (ui.lang === 'da' ? other.circumstanceDa : other.circumstanceEn) ?? '' }));
  return [main, ...rest, ui.t('duration.source', sourceOf(ui, rule))];
}

/** Days the citizen has been there before: those that count together, and those of another purpose. */
export const earlierWords = (ui: Ui, { together, apart }: EarlierDays): string[] =>
  [together > 0 && ui.t.n('vitas.earlier', together), apart > 0 && ui.t.n('vitas.earlier.apart', apart)].filter((words) => words !== false);

/** Where else the citizen is to be on some of the days: that may be meant, and may be a slip. */
export const elsewhereWords = (ui: Ui, { elsewhere }: Pick<PlanAdvice, 'elsewhere'>): string[] =>
  elsewhere.map(({ companyName, from, until }) => ui.t('advice.elsewhere', { company: companyName, period: ui.formatPeriod({ from, to: until }) }));

/** What the ratio rule was worked out from, for so many hours more; undefined where there is nothing to work with. */
export function ratioFacts(ui: Ui, { checked, limits, minutesPerWeek }: Pick<PlanAdvice, 'checked' | 'limits' | 'minutesPerWeek'>): string | undefined {
  if (!checked || limits.cap === null || !limits.rule) return undefined;
  return ui.t.n('advice.ratio.facts', limits.cap, {
    employees: employeesWords(ui, limits),
    used: placesText(ui, limits.usedMinutes, limits),
    wanted: placesText(ui, minutesPerWeek, limits),
    date: ui.formatDate(limits.on),
    ...sourceOf(ui, limits.rule),
  });
}

/** What additionality was worked out from. */
export function additionalityFacts(ui: Ui, { latest, mean, known, rule }: CompanyAdditionality): string {
  const n = rule?.months ?? 0;
  const facts = latest && mean !== null ? ui.t('advice.additionality.facts', { month: monthWords(ui, latest.month), fte: ui.formatNumber(latest.fte), mean: ui.formatNumber(mean), n }) : ui.t('additionality.known', { n: known, of: n });
  return rule ? ui.t('advice.additionality.source', { facts, ...sourceOf(ui, rule) }) : facts;
}

const sourceOf = (ui: Ui, { law, version, from }: Pick<DurationRule, 'law' | 'version' | 'from'>) => ({ law, version, from: ui.formatDate(from) });
