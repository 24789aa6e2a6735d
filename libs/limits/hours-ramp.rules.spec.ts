import { rampOf } from './hours-ramp.rules.js';

const step = (from: string, minutesPerWeek: number) => ({ from, minutesPerWeek });

test.each([
  ['the same all along', [], 600, [step('2026-12-01', 600)]],
  ['up in two steps', [step('2027-01-04', 900), step('2027-02-01', 1200)], 1200, [step('2026-12-01', 600), step('2027-01-04', 900), step('2027-02-01', 1200)]],
  ['in any order', [step('2027-02-01', 1200), step('2027-01-04', 900)], 1200, [step('2026-12-01', 600), step('2027-01-04', 900), step('2027-02-01', 1200)]],
  ['a first step on the first day', [step('2026-12-01', 300), step('2027-01-04', 900)], 900, [step('2026-12-01', 300), step('2027-01-04', 900)]],
  ['down at the end', [step('2027-02-01', 300)], 600, [step('2026-12-01', 600), step('2027-02-01', 300)]],
  ['a step after the end is left out', [step('2027-03-02', 1200)], 600, [step('2026-12-01', 600)]],
  ['a step that changes nothing is none', [step('2027-01-04', 600)], 600, [step('2026-12-01', 600)]],
] as const)('%s', (_, hours, highest, steps) => {
  expect(rampOf(600, '2026-12-01', '2027-03-02', hours)).toEqual({ highest, steps });
});
