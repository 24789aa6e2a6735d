import { harmless } from '#platform';
import { unharmed } from './formula.rules.js';

describe('cells that start a formula', () => {
  it.each(['=HYPERLINK("http://x")', '+SUM(A1)', '-2+3+cmd', '@SUM(A1)', '\t=1', '\r=1'])(
    '%j is written harmless and read back',
    (cell) => {
      expect(harmless(cell)).toBe(`'${cell}`);
      expect(unharmed(harmless(cell))).toBe(cell);
    },
  );

  it.each(['-12,5', '+45 23 49 05 06', '+4523490506', "'s-Hertogenbosch", 'A=B', ''])('%j stays as it is', (cell) => {
    expect(harmless(cell)).toBe(cell);
    expect(unharmed(cell)).toBe(cell);
  });
});
