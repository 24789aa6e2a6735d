import * as fc from 'fast-check';
import { phonePattern, tidyPhone } from './phone.rules.js';

describe('telephone numbers', () => {
  it.each([
    ['65 31 00 00', '65310000'],
    ['+45 65310000', '65310000'],
    ['0045 65 31 00 00', '65310000'],
    ['(65) 31-00-00', '65310000'],
    ['+46 8 123 456 78', '+46812345678'],
    ['1813', '1813'],
    ['00110001', '00110001'],
    ['112', undefined],
    ['ring kl. 8', undefined],
  ])('%p is %p', (text, expected) => expect(tidyPhone(text)).toBe(expected));

  it('are told by their pattern', () => {
    fc.assert(fc.property(fc.stringMatching(phonePattern), (text) => tidyPhone(text) !== undefined));
  });
});
