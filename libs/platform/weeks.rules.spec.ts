import {
  addDays,
  daysBetween,
  isDate,
  isoWeek,
  lastDay,
  mondayOf,
  parseWeek,
  weekKey,
  weekStart,
  weekday,
  weeksFrom,
  weeksInYear,
} from './weeks.rules.js';

describe('ISO weeks', () => {
  it.each([
    ['2026-11-23', '2026-W48', 1],
    ['2026-12-28', '2026-W53', 1],
    ['2026-12-31', '2026-W53', 4],
    ['2027-01-01', '2026-W53', 5],
    ['2027-01-03', '2026-W53', 7],
    ['2027-01-04', '2027-W01', 1],
    ['2026-01-01', '2026-W01', 4],
    ['2024-12-30', '2025-W01', 1],
    ['2021-01-03', '2020-W53', 7],
    ['1969-12-29', '1970-W01', 1],
  ])('%s lies in %s as day %d', (date, week, day) => {
    expect(weekKey(isoWeek(date))).toBe(week);
    expect(weekday(date)).toBe(day);
    expect(daysBetween(mondayOf(date), date)).toBe(day - 1);
  });

  it.each([
    [2020, 53],
    [2024, 52],
    [2026, 53],
    [2027, 52],
    [2030, 52],
    [2032, 53],
  ])('%d has %d weeks', (year, weeks) => expect(weeksInYear(year)).toBe(weeks));

  it.each([
    ['2026-W53', '2026-12-28'],
    ['2026-W01', '2025-12-29'],
    ['2027-W01', '2027-01-04'],
    ['2025-W01', '2024-12-30'],
  ])('%s starts on %s', (text, monday) => {
    const week = parseWeek(text);
    expect(week && weekStart(week)).toBe(monday);
  });

  it.each(['2026-W54', '2027-W53', '2026-W00', '2026-W5', '2026W53', 'W53', '', '0026-W01', '2026-W53 '])(
    'refuses %p',
    (text) => expect(parseWeek(text)).toBeUndefined(),
  );
});

describe('days', () => {
  it('ends 13 weeks from a Monday on the Sunday 90 days later', () => {
    const range = weeksFrom('2026-11-23', 13);
    expect(range).toEqual({ from: '2026-11-23', to: '2027-02-22' });
    expect(lastDay(range)).toBe('2027-02-21');
    expect(weekday(lastDay(range))).toBe(7);
    expect(daysBetween(range.from, lastDay(range))).toBe(90);
  });

  it.each([
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s plus %d is %s, also over summer time', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  it.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['2026-11-23T10:00', false],
  ])('%p is a date: %p', (text, expected) => expect(isDate(text)).toBe(expected));
});
