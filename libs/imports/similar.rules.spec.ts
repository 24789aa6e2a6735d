import { oneSlip, similarNames, similarStreets } from './similar.rules.js';

describe('likeness', () => {
  it.each([
    ['klint', 'klimt', true],
    ['klint', 'klit', true],
    ['klint', 'kilnt', true],
    ['klint', 'klints', true],
    ['klint', 'klimts', false],
    ['fakta 1', 'fakta 2', false],
    ['vej 12', 'vej 1', false],
  ])('%s and %s: a slip of one letter %s', (a, b, expected) => {
    expect(oneSlip(a, b)).toBe(expected);
    expect(oneSlip(b, a)).toBe(expected);
  });

  it.each([
    ['klint hotel', 'klimt hotel', true],
    ['klint', 'klint hotel', true],
    ['klinthotel', 'klint hotel', true],
    ['klint hotel', 'klint cafe', false],
    ['spar', 'spar nord', true],
    ['sn', 'sn byg', false],
    ['bil', 'bill', false],
  ])('names %s and %s: %s', (a, b, expected) => {
    expect(similarNames(a, b)).toBe(expected);
    expect(similarNames(b, a)).toBe(expected);
  });

  it.each([
    ['fabriksvej 40', 'fabrikvej 40', true],
    ['fabriksvej 40', 'fabriksvej 41', false],
    ['agade 4', 'bgade 4', false],
  ])('streets %s and %s: %s', (a, b, expected) => {
    expect(similarStreets(a, b)).toBe(expected);
  });
});
