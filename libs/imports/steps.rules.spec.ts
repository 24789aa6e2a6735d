import { inSlices } from './in-slices.js';
import { atOnce, type Steps } from './steps.rules.js';

function* sum(numbers: number[]): Steps<number> {
  let total = 0;
  for (const number of numbers) {
    total += number;
    yield;
  }
  return total;
}

it.each([[[]], [[1]], [[1, 2, 3]]])('the sum of %j is the same at once and in slices', async (numbers) => {
  const total = numbers.reduce((one, other) => one + other, 0);
  expect(atOnce(sum(numbers))).toBe(total);
  expect(await inSlices(sum(numbers), 2)).toBe(total);
});

it('lets others through between two slices', async () => {
  let turns = 0;
  const other = (): void => {
    turns += 1;
    waiting = setImmediate(other);
  };
  let waiting = setImmediate(other);
  await inSlices(sum(Array.from({ length: 100 }, () => 1)), 10);
  clearImmediate(waiting);
  expect(turns).toBeGreaterThanOrEqual(9);
});
