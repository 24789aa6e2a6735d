import { capOf, employeesBefore, fteOf, minutesLeft, peopleWithin } from './ratio.rules.js';

const rule = { steps: [{ from: 0, per: 5 }, { from: 50, per: 10 }], atLeast: 1, months: 4, fullTimeMinutes: 2220 };

test.each([
  [0, 1], [3, 1], [4.9, 1], [9.9, 1], [10, 2], [24, 4], [49, 9], [49.9, 9], [50, 10], [59, 10], [59.9, 10], [60, 11], [120, 17],
])('%d employees: %d', (employees, cap) => {
  expect(capOf(employees, rule)).toBe(cap);
});

test.each([[600, 0.27], [2220, 1], [1110, 0.5], [30, 0.01]])('%d minutes a week are %d of a full-time place', (minutes, part) => {
  expect(fteOf(minutes, rule)).toBeCloseTo(part, 2);
});

const month = (of: string, fte: number) => ({ month: `2026-${of}-01`, fte });
const registered = { fte: 12, on: '2026-01-15' };

test.each([
  ['the last four months before that of the day', [month('11', 99), month('10', 10), month('09', 12), month('08', 14), month('07', 16), month('06', 50)], 13, 4],
  ['in any order', [month('07', 16), month('10', 10), month('09', 12), month('08', 14)], 13, 4],
  ['fewer when fewer are stated', [month('10', 10), month('09', 12)], 11, 2],
  ['a gap is not filled from further back', [month('10', 10), month('05', 50)], 10, 1],
  ['counted back from the newest stated', [month('06', 10), month('03', 20), month('02', 99)], 15, 2],
  ['the month of the day itself is not over', [month('11', 99)], 12, 0],
  ['the register stands in', [], 12, 0],
] as const)('employees: %s', (_, stated, fte, months) => {
  expect(employeesBefore('2026-11-22', stated, registered, rule)).toMatchObject({ fte, months: { length: months }, registeredOn: months === 0 ? '2026-01-15' : null });
});

test('nobody has said how many: unknown', () => {
  expect(employeesBefore('2026-11-22', [], { fte: null, on: null }, rule)).toBeNull();
});

test('the mean goes over New Year', () => {
  const stated = [{ month: '2026-01-01', fte: 10 }, { month: '2025-12-01', fte: 20 }, { month: '2025-10-01', fte: 30 }, { month: '2025-09-01', fte: 99 }];
  expect(employeesBefore('2026-02-03', stated, registered, rule)?.fte).toBe(20);
});

test.each([
  [1, 0, 600, 3], [1, 600, 600, 2], [1, 2220, 600, 0], [1, 4000, 600, 0], [2, 600, 2220, 1], [2, 0, 2220, 2],
])('a cap of %d with %d minutes used leaves room for people of %d minutes: %d', (cap, used, each, people) => {
  expect(peopleWithin(minutesLeft(cap, used, rule), each)).toBe(people);
});
