import * as fc from 'fast-check';
import { addDays, isoWeek, type DayRange } from '#platform';
import { changedStay, goalDays, segmentsThatCount, thirteenWeeks } from './thirteen-weeks.rules.js';

const monday = '2026-09-07';
const days = (first: number, until: number): DayRange => ({ from: addDays(monday, first), to: addDays(monday, until) });
const on = (day: number): string => addDays(monday, day);

describe('13 consecutive weeks, with breaks of at most 7 days', () => {
  it.each([
    ['one placement of 13 weeks, on its last day', [days(0, 91)], 90, { days: 91, reachedOn: on(90) }],
    ['the day before', [days(0, 91)], 89, { days: 90, reachedOn: null, expectedOn: on(90) }],
    ['rotated to another workplace on the same day', [days(0, 40), days(40, 91)], 90, { days: 91, reachedOn: on(90) }],
    ['a week between two placements', [days(0, 40), days(47, 98)], 97, { days: 91, reachedOn: on(97) }],
    ['a week and a day between: it begins anew', [days(0, 40), days(48, 99)], 98, { days: 51, reachedOn: null }],
    ['hours beside a placement count once', [days(0, 91), days(7, 14), days(84, 98)], 97, { days: 98, reachedOn: on(90) }],
    ['placement, then wage subsidy, then hours', [days(0, 28), days(30, 58), days(63, 105)], 104, { days: 98, reachedOn: on(97) }],
    ['the break after the last day may still be short enough', [days(0, 40)], 47, { days: 40 }],
    ['nothing yet', [days(10, 20)], 5, { days: undefined, reachedOn: null, expectedOn: null }],
  ])('%s', (_, segments, today, { days: counted, ...expected }) => {
    const { current, ...answer } = thirteenWeeks({ segments, gapDays: 7, today: on(today) });
    expect(current?.days).toBe(counted);
    expect(answer).toMatchObject(expected);
  });

  test('a break that has become too long ends the run, and it stays the longest', () => {
    const { current, longest } = thirteenWeeks({ segments: [days(0, 40)], gapDays: 7, today: on(48) });
    expect([current, longest?.days]).toEqual([null, 40]);
  });

  test('without any break allowed, a Saturday and Sunday break it', () => {
    expect(thirteenWeeks({ segments: [days(0, 5), days(7, 12)], gapDays: 0, today: on(11) }).current?.days).toBe(5);
  });
});

/** Day by day, as one would with a calendar and a pencil. */
function byPencil(segments: readonly DayRange[], gapDays: number, today: string): { current: number | null; longest: number; reachedOn: string | null } {
  let [count, idle, longest, alive] = [0, 0, 0, false];
  let reachedOn: string | null = null;
  for (let day = monday; day <= today; day = addDays(day, 1)) {
    if (segments.some(({ from, to }) => from <= day && day < to)) {
      count = alive ? count + 1 : 1;
      [alive, idle] = [true, 0];
      longest = Math.max(longest, count);
      if (count === goalDays) reachedOn ??= day;
    } else if (alive) {
      idle += 1;
      // On this day nothing has begun yet, but something may tomorrow: a break of so many days is not too long.
      if (idle > gapDays + 1) alive = false;
      else if (idle === gapDays + 1) alive = day === today;
    }
  }
  return { current: alive ? count : null, longest, reachedOn };
}

test('any course: as a count day by day', () => {
  const segment = fc.tuple(fc.integer({ min: 0, max: 160 }), fc.integer({ min: 0, max: 70 })).map(([from, length]) => days(from, from + length));
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 7 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 240 }), (segments, gapDays, today) => {
      const { current, longest, reachedOn } = thirteenWeeks({ segments, gapDays, today: on(today) });
      expect({ current: current?.days ?? null, longest: longest?.days ?? 0, reachedOn }).toEqual(byPencil(segments, gapDays, on(today)));
    }),
    { numRuns: 500 },
  );
});

test('any course of placements, pauses, late starts and weeks with hours: as a count day by day', () => {
  const range = (first: number, longest: number) => fc.tuple(fc.integer({ min: 0, max: first }), fc.integer({ min: 1, max: longest })).map(([from, length]) => days(from, from + length));
  const stay = fc.record({ of: range(150, 70), late: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), pauses: fc.array(range(200, 20), { maxLength: 2 }) }).map(({ of, late, pauses }) => ({
    ...of,
    startedOn: late === null ? null : addDays(of.from, late),
    pauses,
  }));
  const week = fc.record({ nth: fc.integer({ min: 0, max: 30 }), minutes: fc.constantFrom(0, 120) });
  fc.assert(
    fc.property(fc.array(stay, { maxLength: 4 }), fc.uniqueArray(week, { maxLength: 12, selector: ({ nth }) => nth }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 240 }), (stays, hours, gapDays, now) => {
      const today = on(now);
      const weeks = hours.map(({ nth, minutes }) => ({ ...isoWeek(on(nth * 7)), minutes }));
      const counts = (day: string): boolean =>
        stays.some(({ from, to, startedOn, pauses }) => startedOn !== null && startedOn <= day && from <= day && day < to && !pauses.some((pause) => pause.from <= day && day < pause.to)) ||
        hours.some(({ nth, minutes }) => minutes > 0 && on(nth * 7) <= day && day < on(nth * 7 + 7));
      const single = Array.from({ length: now + 1 }, (_, day) => days(day, day + 1)).filter(({ from }) => counts(from));
      const { current, longest, reachedOn } = thirteenWeeks({ segments: segmentsThatCount(stays, weeks, today), gapDays, today });
      expect({ current: current?.days ?? null, longest: longest?.days ?? 0, reachedOn }).toEqual(byPencil(single, gapDays, today));
    }),
    { numRuns: 200 },
  );
});

describe('what counts', () => {
  const stay = { from: '2026-11-02', to: '2027-02-01', startedOn: '2026-11-02', pauses: [] };
  const pause = { from: '2026-12-21', to: '2026-12-28' };
  it.each([
    ['from the day the citizen came', [{ ...stay, startedOn: '2026-11-04' }], [], [{ from: '2026-11-04', to: '2027-02-01' }]],
    ['a planned one only from tomorrow', [{ ...stay, startedOn: null }], [], [{ from: '2026-11-11', to: '2027-02-01' }]],
    ['not the days of a pause', [{ ...stay, pauses: [pause] }], [], [{ from: '2026-11-02', to: '2026-12-21' }, { from: '2026-12-28', to: '2027-02-01' }]],
    ['a pause to the end', [{ ...stay, pauses: [{ ...pause, to: '2027-03-01' }] }], [], [{ from: '2026-11-02', to: '2026-12-21' }]],
    ['a week with an hour is a whole week', [], [{ year: 2026, week: 53, minutes: 60 }], [{ from: '2026-12-28', to: '2027-01-04' }]],
    ['a week without is none', [], [{ year: 2026, week: 53, minutes: 0 }], []],
  ])('%s', (_, stays, weeks, expected) => expect(segmentsThatCount(stays, weeks, '2026-11-10')).toEqual(expected));
});

describe('a change of a stay', () => {
  const stay = { from: on(0), until: on(91), pauses: [days(7, 14)] };
  it.each([
    ['a pause is added', { verb: 'pause', from: on(20), until: on(30) }, { ...stay, pauses: [days(7, 14), days(20, 30)] }],
    ['it ends early', { verb: 'end', from: on(40), until: on(91) }, { ...stay, until: on(40) }],
    ['it goes on elsewhere, to the same day', { verb: 'move', from: on(40), until: on(91) }, stay],
    ['it goes on elsewhere, for fewer days', { verb: 'rotate', from: on(40), until: on(60) }, { ...stay, until: on(60) }],
  ] as const)('%s', (_, change, expected) => expect(changedStay(stay, change)).toEqual(expected));
});
