import { caseloadOf, isHeavy } from './caseload.rules.js';

const usual = { consultantPercent: 100, caseworkerPercent: 100, mentorPercent: 50 };

it.each([
  ['nobody', { consultant: 0, caseworker: 0, mentor: 0 }, usual, 0],
  ['consultant only', { consultant: 40, caseworker: 0, mentor: 0 }, usual, 40],
  ['all in one', { consultant: 16, caseworker: 16, mentor: 16 }, usual, 40],
  ['a mentor weighs half', { consultant: 0, caseworker: 0, mentor: 3 }, usual, 1.5],
  ['heads only', { consultant: 20, caseworker: 20, mentor: 20 }, { consultantPercent: 0, caseworkerPercent: 100, mentorPercent: 0 }, 20],
  ['thirds', { consultant: 1, caseworker: 0, mentor: 0 }, { ...usual, consultantPercent: 33 }, 0.3],
])('%s', (_name, counts, weights, expected) => {
  expect(caseloadOf(counts, weights)).toBe(expected);
});

it.each([
  [39.9, 40, false],
  [40, 40, true],
  [0, 1, false],
])('%d with a warning from %d: %s', (caseload, warning, expected) => {
  expect(isHeavy(caseload, warning)).toBe(expected);
});
