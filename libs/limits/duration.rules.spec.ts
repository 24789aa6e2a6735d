import type { DurationRule } from '#reference';
import { durationAdvice, later } from './duration.rules.js';

const rule = (part: Partial<DurationRule>): DurationRule => ({
  code: 'X', measure: 'WORK_PLACEMENT', targetGroups: [], circumstanceDa: null, circumstanceEn: null, unit: 'week', length: 13,
  prolongedTo: null, further: null, version: '2024', law: 'LAB § 61', from: '2020-01-01', to: null, ...part,
});
const short = rule({ length: 4 });
const long = rule({ length: 13, prolongedTo: 26, further: 13 });
const subsidy = rule({ unit: 'month', length: 6 });
const graduate = rule({ length: 8, circumstanceDa: 'nyuddannede', circumstanceEn: 'newly educated' });

test.each([
  ['four weeks', [short], '2026-12-28', 'within'],
  ['a day more than four weeks', [short], '2026-12-29', 'too-long'],
  ['thirteen weeks where four are allowed', [short], '2027-03-01', 'too-long'],
  ['the circumstance of another rule is only told', [graduate, short], '2027-01-25', 'too-long'],
  ['thirteen weeks', [long], '2027-03-01', 'within'],
  ['a day more', [long], '2027-03-02', 'with-assessment'],
  ['26 weeks', [long], '2027-05-31', 'with-assessment'],
  ['beyond 26 weeks', [long], '2027-06-01', 'special-need'],
  ['six months', [subsidy], '2027-05-30', 'within'],
  ['six months and a day', [subsidy], '2027-06-01', 'too-long'],
  ['no limit in law', [rule({ length: null })], '2030-01-01', 'no-limit'],
  ['no rule known', [], '2027-01-01', 'none'],
] as const)('from 30 November: %s', (_, rules, until, verdict) => {
  expect(durationAdvice(rules, '2026-11-30', until)).toMatchObject({ verdict, others: { length: rules.filter(({ circumstanceDa }) => circumstanceDa).length } });
});

test('says when it ends, and when it could be prolonged to', () => {
  expect(durationAdvice([long], '2026-11-30', '2027-01-01')).toMatchObject({ until: '2027-03-01', prolongedUntil: '2027-05-31' });
});

test.each([['2026-08-31', 6, 'month', '2027-02-28'], ['2027-10-31', 4, 'month', '2028-02-29'], ['2026-12-15', 1, 'month', '2027-01-15'], ['2026-12-28', 1, 'week', '2027-01-04']] as const)(
  '%s and %d %ss later: %s',
  (from, count, unit, date) => {
    expect(later(from, count, unit)).toBe(date);
  },
);
