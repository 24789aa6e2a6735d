import { monthDays, sampleMonths } from './access-sample.rules.js';

it.each([
  ['2026-11-23', '2026-10', '2025-11'],
  ['2027-01-01', '2026-12', '2026-01'],
  ['2026-03-31', '2026-02', '2025-03'],
])('on %s the last month is %s and the first %s', (today, last, first) => {
  const months = sampleMonths(today);
  expect([months[0], months.at(-1), months.length]).toEqual([last, first, 12]);
});

it.each([
  ['2026-12', '2026-12-01', '2027-01-01'],
  ['2026-02', '2026-02-01', '2026-03-01'],
])('%s is from %s until %s', (month, from, until) => {
  expect(monthDays(month)).toEqual({ from, until });
});
