import type { RatioRule } from '#reference';

/** A month's ordinary employees at a workplace, in full-time equivalents; `month` is its first day. */
export interface StatedMonth {
  readonly month: string;
  readonly fte: number;
}

/** What the number of employees was taken from. */
export interface EmployeesUsed {
  readonly fte: number;
  /** The stated months it is the mean of, newest first; none: the register's figure stands in. */
  readonly months: readonly StatedMonth[];
  /** The day of the register's figure; null when nobody has said, or when stated months were used. */
  readonly registeredOn: string | null;
}

/** How many may be in placement at a workplace of so many ordinary employees: steps of one for every so many, at least one. */
export function capOf(employees: number, { steps, atLeast }: Pick<RatioRule, 'steps' | 'atLeast'>): number {
  const parts = steps.map(({ from, per }, n) => Math.floor((Math.min(employees, steps[n + 1]?.from ?? employees) - from) / per));
  return Math.max(atLeast, parts.reduce((sum, part) => sum + Math.max(0, part), 0));
}

/** A trainee of so many weekly minutes as a part of a full-time place: 10 hours of 37 are 0.27. */
export const fteOf = (minutes: number, { fullTimeMinutes }: Pick<RatioRule, 'fullTimeMinutes'>): number => minutes / fullTimeMinutes;

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * The employees counted for a start on `day`: the mean of the last months stated before that month, as many as the rule
 * says, counted back from the newest. Without any, the register's figure; without that, unknown. As the function
 * `legal_room` of the database counts them.
 */
export function employeesBefore(
  day: string,
  stated: readonly StatedMonth[],
  registered: { readonly fte: number | null; readonly on: string | null },
  { months }: Pick<RatioRule, 'months'>,
): EmployeesUsed | null {
  const before = stated.filter(({ month }) => month < `${day.slice(0, 7)}-01`).sort((a, b) => (a.month < b.month ? 1 : -1));
  const newest = before[0];
  if (!newest) return registered.fte === null ? null : { fte: registered.fte, months: [], registeredOn: registered.on };
  const used = before.filter(({ month }) => monthNumber(month) > monthNumber(newest.month) - months).map(({ month, fte }) => ({ month, fte }));
  return { fte: used.reduce((sum, { fte }) => sum + fte, 0) / used.length, months: used, registeredOn: null };
}

/** What is left, in weekly minutes; below zero: there are more than the rule allows. */
export const minutesLeft = (cap: number, usedMinutes: number, { fullTimeMinutes }: Pick<RatioRule, 'fullTimeMinutes'>): number => cap * fullTimeMinutes - usedMinutes;

/** How many more people of so many weekly minutes fit into what is left. */
export const peopleWithin = (minutes: number, each: number): number => Math.max(0, Math.floor(minutes / each));
