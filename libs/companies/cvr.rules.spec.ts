import { cvrCheckDigitFits, tidyCvr, tidyPNumber } from './cvr.rules.js';

describe('CVR numbers', () => {
  it.each([
    ['29190623', '29190623'],
    ['DK29190623', '29190623'],
    ['dk 29 19 06 23', '29190623'],
    ['29.19.06.23', '29190623'],
    ['09190623', undefined],
    ['2919062', undefined],
    ['291906231', undefined],
    ['2919062a', undefined],
    ['', undefined],
  ])('%p is %p', (text, expected) => expect(tidyCvr(text)).toBe(expected));

  // The regions' own numbers, which are public; the last three have one digit changed.
  it.each([
    ['29190623', true],
    ['29190925', true],
    ['29190941', true],
    ['29190658', true],
    ['29190909', true],
    ['29190624', false],
    ['29190952', false],
    ['19190909', false],
  ])('%s: check digit fits %p', (cvr, expected) => expect(cvrCheckDigitFits(cvr)).toBe(expected));
});

describe('P-numbers', () => {
  it.each([
    ['1003388394', '1003388394'],
    ['P 1003 388 394', '1003388394'],
    ['100338839', undefined],
    ['10033883941', undefined],
  ])('%p is %p', (text, expected) => expect(tidyPNumber(text)).toBe(expected));
});
