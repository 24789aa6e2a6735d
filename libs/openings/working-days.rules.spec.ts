import { deadlines, endOfDay, isWorkingDay, workingDayAfter } from './working-days.rules.js';

describe('Danish working days', () => {
  it.each([
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-23', true, 'a Monday'],
    ['2023-05-05', false, 'Store bededag, the last one'],
    ['2024-04-26', true, 'what would have been Store bededag in 2024'],
    ['2026-05-01', true, 'what would have been Store bededag in 2026, and 1 May'],
    ['2026-04-02', false, 'Maundy Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2026-05-25', false, 'Whit Monday'],
    ['2026-06-05', true, 'Constitution Day: free by custom, not by law'],
    ['2026-12-24', true, 'Christmas Eve, likewise'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2027-01-01', false, 'New Year'],
    ['2027-03-29', false, 'Easter Monday 2027'],
    ['2030-04-22', false, 'Easter Monday 2030'],
  ])('%s is a working day: %p (%s)', (date, expected) => expect(isWorkingDay(date)).toBe(expected));

  it.each([
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-11-20', 3, '2026-11-25'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-12-23', 3, '2026-12-29'],
    ['2026-04-01', 1, '2026-04-07'],
    ['2023-05-04', 1, '2023-05-08'],
    ['2024-04-25', 1, '2024-04-26'],
    ['2026-12-30', 2, '2027-01-04'],
  ])('from %s the working day number %d is %s', (date, count, expected) => {
    expect(workingDayAfter(date, count)).toBe(expected);
  });

  it.each([
    ['2026-11-26', '2026-11-26T22:59:00.000Z'],
    ['2026-07-01', '2026-07-01T21:59:00.000Z'],
    ['2026-03-28', '2026-03-28T22:59:00.000Z'],
    ['2026-03-29', '2026-03-29T21:59:00.000Z'],
    ['2026-10-24', '2026-10-24T21:59:00.000Z'],
    ['2026-10-25', '2026-10-25T22:59:00.000Z'],
  ])('%s ends at %s, also on the days the clocks change', (date, expected) => {
    expect(endOfDay(date).toISOString()).toBe(expected);
  });

  it('lists thirty deadlines in order, the third being the usual one', () => {
    const list = deadlines('2026-11-23');
    expect(list).toHaveLength(30);
    expect(list[2]).toBe('2026-11-26T22:59:00.000Z');
    expect([...list].sort()).toEqual(list);
  });
});
