/** Dates are plain 'YYYY-MM-DD' strings in Danish local days; weeks are ISO 8601 weeks with their own ISO year (R: "dates are dates"). */

/** A half-open range of days: `from` is in it, `to` is the first day after it. */
export interface DayRange {
  from: string;
  to: string;
}

/** An ISO week. The year is the ISO year: 1 January 2027 lies in week 53 of 2026. */
export interface IsoWeek {
  year: number;
  week: number;
}

const dayMs = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
const fromDayNumber = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** True for a day that exists in the calendar, written 'YYYY-MM-DD'. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && fromDayNumber(dayNumber(text)) === text;

/** The day `days` later (or earlier, when negative). */
export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is the earlier one. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** 1 for Monday to 7 for Sunday. 1970-01-01 was a Thursday. */
export const weekday = (date: string): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the week the day lies in. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekday(date));

/** The ISO week of a day: the week belongs to the year its Thursday is in. */
export function isoWeek(date: string): IsoWeek {
  const thursday = addDays(mondayOf(date), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** 52 or 53. 28 December is always in the last week of its year. */
export const weeksInYear = (year: number): number => isoWeek(`${year}-12-28`).week;

/** '2026-W53', which sorts as text in the order of time. */
export const weekKey = ({ year, week }: IsoWeek): string => `${year}-W${String(week).padStart(2, '0')}`;

/** Reads '2026-W53'; undefined for anything else, also for a week the year does not have ('2027-W53', 'W54'). */
export function parseWeek(text: string): IsoWeek | undefined {
  const match = /^([1-9]\d{3})-W(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, week] = [Number(match[1]), Number(match[2])];
  return week >= 1 && week <= weeksInYear(year) ? { year, week } : undefined;
}

/** The Monday an ISO week starts on. 4 January is always in week 1. */
export const weekStart = ({ year, week }: IsoWeek): string => addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);

/** `weeks` whole weeks from a day: 13 weeks from a Monday end on the Sunday 90 days later (`lastDay`). */
export const weeksFrom = (from: string, weeks: number): DayRange => ({ from, to: addDays(from, weeks * 7) });

/** The last day in a half-open range, as people say it ("til og med"). */
export const lastDay = (range: DayRange): string => addDays(range.to, -1);
