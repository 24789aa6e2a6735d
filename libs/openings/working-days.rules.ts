import Holidays from 'date-holidays';
import { addDays, weekday } from '#platform';

const danish = new Holidays('DK', { types: ['public'], languages: ['en'] });
const holidaysByYear = new Map<number, ReadonlySet<string>>();

/**
 * Public holidays in Denmark. Store bededag is one until and including 2023. Days that are
 * only customarily free (1 May, 5 June, 24 and 31 December) are working days here: no law says otherwise.
 */
function holidaysOf(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = new Set(danish.getHolidays(year).map(({ date }) => date.slice(0, 10)));
  holidaysByYear.set(year, days);
  return days;
}

/** Monday to Friday and no public holiday. `date` is 'YYYY-MM-DD'. */
export const isWorkingDay = (date: string): boolean =>
  weekday(date) <= 5 && !holidaysOf(Number(date.slice(0, 4))).has(date);

/** The `count`-th working day after `date`; `date` itself never counts. */
export function workingDayAfter(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

const copenhagenClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** 23:59 Danish time on that day, as an instant: summer or winter time as it is on the day's evening. */
export function endOfDay(date: string): Date {
  const winter = new Date(`${date}T22:59:00Z`);
  const summer = new Date(`${date}T21:59:00Z`);
  return copenhagenClock.format(summer) === `${date} 23:59` ? summer : winter;
}

const longest = 30;
const deadlinesByDay = new Map<string, readonly string[]>();

/**
 * Ends of the 1st to the 30th working day after `today`, as ISO instants. The claim hands the whole list to the
 * database, which picks by the organisation's own setting: the calendar stays here, the setting there, one round trip.
 */
export function deadlines(today: string): readonly string[] {
  const known = deadlinesByDay.get(today);
  if (known) return known;
  const list = Array.from({ length: longest }, (_, index) => endOfDay(workingDayAfter(today, index + 1)).toISOString());
  deadlinesByDay.clear();
  deadlinesByDay.set(today, list);
  return list;
}
