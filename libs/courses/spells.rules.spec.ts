import { spellsOf, type WeekOfHours } from './spells.rules.js';

const week = (year: number, number: number, minutes: number): WeekOfHours => ({ year, week: number, minutes });

describe('spells of ordinary hours', () => {
  it.each<[string, WeekOfHours[], object[]]>([
    ['none written', [], []],
    ['none had', [week(2026, 40, 0)], []],
    ['one week so far', [week(2026, 40, 120)], [{ from: '2026-09-28', to: '2026-10-05', weeks: 1, minutesPerWeek: 120, end: 'running' }]],
    ['growing, written in any order', [week(2026, 41, 240), week(2026, 40, 120)], [{ weeks: 2, minutesPerWeek: 180, end: 'running' }]],
    ['lost, and found again', [week(2026, 40, 120), week(2026, 41, 0), week(2026, 42, 60)], [{ weeks: 1, end: 'lost' }, { from: '2026-10-12', end: 'running' }]],
    ['a week that nobody wrote down is no loss', [week(2026, 40, 120), week(2026, 42, 120)], [{ weeks: 1, end: 'unwritten' }, { weeks: 1, end: 'running' }]],
    ['over week 53 into the new year', [week(2026, 52, 60), week(2026, 53, 60), week(2027, 1, 90)], [{ from: '2026-12-21', to: '2027-01-11', weeks: 3, minutesPerWeek: 70, end: 'running' }]],
  ])('%s', (_, weeks, expected) => {
    const spells = spellsOf(weeks);
    expect(spells).toHaveLength(expected.length);
    expect(spells).toMatchObject(expected);
  });
});
