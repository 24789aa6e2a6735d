import { cellsOf, stacked, usualWeek, weekOf, weeksShown } from './weeks-shown.rules.js';

const keys = (first: string, count: number) => weeksShown(first, count)?.map(({ key }) => key);

describe('weeks of the calendar', () => {
  it.each([
    ['over the end of 2026, which has a week 53', '2026-W52', ['2026-W52', '2026-W53', '2027-W01', '2027-W02']],
    ['over the end of 2027, which has none', '2027-W51', ['2027-W51', '2027-W52', '2028-W01', '2028-W02']],
  ])('%s', (_, first, expected) => expect(keys(first, 4)).toEqual(expected));

  it.each(['2026-W54', '2027-W53', '2026-W00', '2026-48', '', 'W48', '9999-W52'])('there is no week %s', (text) => expect(weeksShown(text, 4)).toBeUndefined());

  it('a week goes from Monday to Monday', () => expect(weeksShown('2026-W53', 1)).toEqual([{ year: 2026, week: 53, key: '2026-W53', from: '2026-12-28', until: '2027-01-04' }]));

  it.each([
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('%s lies in %s', (day, week) => expect(weekOf(day)).toBe(week));

  it('begins a week back', () => expect([usualWeek('2027-01-06'), usualWeek('2026-11-22')]).toEqual(['2026-W53', '2026-W46']));
});

describe('a row of the calendar', () => {
  const weeks = weeksShown('2026-W52', 6) ?? []; // 21 December to 1 February
  const a = { name: 'a', from: '2026-12-01', until: '2027-01-06' };
  const b = { name: 'b', from: '2027-01-06', until: '2027-01-18' };
  const cells = (lying: readonly { name: string; from: string; until: string }[]) =>
    cellsOf(weeks, lying).map(({ first, span, items }) => [first, span, items.map(({ name }) => name).join('+')]);

  it.each([
    ['nothing', [], [[0, 6, '']]],
    ['one that ends in a week', [a], [[0, 3, 'a'], [3, 3, '']]],
    ['one that begins where the other ends', [a, b], [[0, 2, 'a'], [2, 1, 'a+b'], [3, 1, 'b'], [4, 2, '']]],
    ['one that ends on a Monday is not there that week', [{ ...b, until: '2027-01-11' }], [[0, 2, ''], [2, 1, 'b'], [3, 3, '']]],
    ['one outside', [{ ...a, until: '2026-12-21' }], [[0, 6, '']]],
  ])('%s', (_, lying, expected) => expect(cells(lying)).toEqual(expected));

  it('stacks what overlaps, and puts one after the other where it can', () => {
    const c = { name: 'c', from: '2026-12-28', until: '2027-01-31' };
    const late = { name: 'late', from: '2027-01-18', until: '2027-02-01' };
    expect(stacked([c, late, a]).map((lane) => lane.map(({ name }) => name))).toEqual([['a', 'late'], ['c']]);
    expect(stacked([b, a]).map((lane) => lane.length)).toEqual([1, 1]);
  });
});
