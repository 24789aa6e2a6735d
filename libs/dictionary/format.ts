import { formatDa } from './format.da.js';
import { formatEn } from './format.en.js';
import { isoWeek, lastDay, type DayRange, type Language } from '#platform';

const zone = 'Europe/Copenhagen';
const locales = { da: 'da-DK', en: 'en-GB' } as const;
const words: Record<Language, Record<keyof typeof formatDa, string>> = { da: formatDa, en: formatEn };

/** Dates, numbers and sorting in one language. Days are 'YYYY-MM-DD'; instants are Dates, shown in Danish time. */
export interface Formatter {
  /** '23. nov. 2026' */
  formatDate(date: string): string;
  /** 'man. 23. nov.' */
  formatDay(date: string): string;
  /** '23. nov. 2026 kl. 14.30' */
  formatDateTime(instant: Date): string;
  /** 'man. 23. nov. kl. 14.30': a time people meet at. */
  formatMeeting(instant: Date): string;
  /** '14.30' from '14:30' */
  formatClock(time: string): string;
  /** 'uge 48' of the week a day lies in; `withYear` gives 'uge 53, 2026' (the ISO year). */
  formatWeek(date: string, withYear?: boolean): string;
  /** '23. nov. 2026 – 21. feb. 2027': the last day is the last one inside the half-open range. */
  formatPeriod(range: DayRange): string;
  /** '1.234,5', at most `decimals` (2 unless told) decimals. */
  formatNumber(value: number, decimals?: number): string;
  /** '78 %' from 0.78, no decimals unless told. */
  formatPercent(share: number, decimals?: number): string;
  /** '12,5 t/uge' from minutes a week. */
  formatHours(minutesAWeek: number): string;
  /** Order for sort(): æ ø å last in Danish, 'Aa' as å, numbers inside text by value. */
  compare(a: string, b: string): number;
}

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const dayInstant = (date: string): number => Date.parse(`${date}T00:00:00Z`);

function makeFormatter(language: Language): Formatter {
  const locale = locales[language];
  const word = words[language];
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const localDate = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  });
  const localDay = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
  const localTime = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const number = (decimals: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  const percent = (decimals: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals });
  const formatDate = (value: string) => date.format(dayInstant(value));
  return {
    formatDate,
    formatDay: (value) => day.format(dayInstant(value)),
    formatDateTime: (instant) =>
      fill(word['format.dateTime'], { date: localDate.format(instant), time: localTime.format(instant) }),
    formatMeeting: (instant) => fill(word['format.dateTime'], { date: localDay.format(instant), time: localTime.format(instant) }),
    formatClock: (time) => (language === 'da' ? time.replace(':', '.') : time),
    formatWeek: (value, withYear = false) =>
      fill(withYear ? word['format.weekYear'] : word['format.week'], { ...isoWeek(value) }),
    formatPeriod: (range) =>
      fill(word['format.period'], { from: formatDate(range.from), to: formatDate(lastDay(range)) }),
    formatNumber: (value, decimals = 2) => number(decimals).format(value),
    formatPercent: (share, decimals = 0) => percent(decimals).format(share),
    formatHours: (minutes) => fill(word['format.hours'], { hours: number(2).format(minutes / 60) }),
    compare: new Intl.Collator(locale, { numeric: true }).compare,
  };
}

const formatters = { da: makeFormatter('da'), en: makeFormatter('en') };

/** The formatter of a language; made once, as Intl objects are dear to make. */
export const formatter = (language: Language): Formatter => formatters[language];
