import { weeksAhead } from './board.rules.js';

/** Parts of the board's statements that speak of its four days, $1 to $4. */
export const days = weeksAhead.map((_, index) => `$${index + 1}::date`);
export const first = days[0] ?? '';
export const last = days.at(-1) ?? '';

/** One column, or several, for each of the four days. */
export const onDays = (sql: (day: string, index: number) => string): string => days.map(sql).join(', ');
/** One value for each of the four days. */
export const perDay = (sql: (day: string, index: number) => string): string => `array[${onDays(sql)}]`;

export const org = '(select app_organisation())';
