import { cvrCheckDigitFits, soughtText, tidyCvr, tidyPNumber } from './cvr.rules.js';

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

describe('a text that is searched for', () => {
  it.each([
    ['25 31 37 63', '25313763'],
    ['DK25313763', '25313763'],
    ['DK-25313763', '25313763'],
    ['CVR-nr.: 25 31 37 63', '25313763'],
    ['10 03 45 67 99', '1003456799'],
    ['P-nr. 1003456799', '1003456799'],
    ['P1003456799', '1003456799'],
    ['65 31 00 00', '65310000'],
    ['+45 65 31 00 00', '65310000'],
    ['0045 65310000', '65310000'],
    ['00 11 00 01', '00110001'],
    ['+46 8 123 456 78', '46812345678'],
    ['5800 12', '5800 12'],
    ['25313763 1003456799', '25313763 1003456799'],
    ['Havnegade 12 5800 Nyborg 65', 'Havnegade 12 5800 Nyborg 65'],
    ['Park 25 31 37 63', 'Park 25 31 37 63'],
  ])('%p is %p', (typed, expected) => expect(soughtText(typed)).toBe(expected));
});
