import { drawStaircase, standsOn } from './staircase.rules.js';
import { startingSteps } from './starting-steps.data.js';

describe('the drawing', () => {
  it.each([1, 2, 7, 12])('of %i steps climbs from left below to right above, inside the picture', (count) => {
    const { steps, width, height } = drawStaircase(Array.from({ length: count }, (_, index) => `Trin ${index + 1}`));
    expect(steps).toHaveLength(count);
    steps.forEach(({ x, y, width: wide, height: high }, index) => {
      const below = steps[index - 1];
      expect([x + wide, y + high]).toEqual([width, below?.y ?? height]);
      if (below) expect(x).toBeGreaterThan(below.x);
    });
  });

  it.each(startingSteps)('has room for "%s" (%s)', (da, en) => {
    for (const name of [da, en]) for (const { lines } of drawStaircase(Array.from({ length: 7 }, () => name)).steps) expect(lines.length).toBeLessThanOrEqual(2);
  });

  test('a long name is written on two lines, between words', () => {
    expect(drawStaircase(['a', 'b', 'c', 'd', 'e', 'f', 'Ansættelse uden støtte på almindelige vilkår']).steps.at(-1)?.lines).toEqual(['Ansættelse uden', 'støtte på almindelige vilkår']);
  });
});

describe('the step one stands on', () => {
  const entry = (stepId: string, fromOn: string) => ({ stepId, fromOn });
  it.each([
    ['none yet', [], undefined],
    ['the first', [entry('a', '2026-09-01')], '2026-09-01'],
    ['up', [entry('a', '2026-09-01'), entry('b', '2026-10-01')], '2026-10-01'],
    ['still there, said again', [entry('a', '2026-09-01'), entry('b', '2026-10-01'), entry('b', '2026-11-01')], '2026-10-01'],
    ['back to one stood on before', [entry('a', '2026-09-01'), entry('b', '2026-10-01'), entry('a', '2026-11-01')], '2026-11-01'],
  ])('%s', (_, entries, since) => expect(standsOn(entries)?.fromOn).toBe(since));
});
