import { bandClass, bandLegend } from './bands.rules.js';

describe('colour bands', () => {
  it.each([
    [undefined, 'bn'],
    [0, 'b0'],
    [1, 'b1'],
    [2, 'b1'],
    [3, 'b2'],
    [5, 'b2'],
    [6, 'b3'],
    [9, 'b3'],
    [10, 'b4'],
    [19, 'b4'],
    [20, 'b5'],
    [5000, 'b5'],
    [-1, 'b0'],
  ])('%p is %s', (value, expected) => expect(bandClass(value)).toBe(expected));

  it('says its limits in the legend', () => {
    expect(bandLegend.map((band) => band.label)).toEqual(['0', '1–2', '3–5', '6–9', '10–19', '20+']);
  });
});
