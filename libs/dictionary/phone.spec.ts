import { phoneText } from './phone.js';

it.each([
  ['21436587', '21 43 65 87'],
  ['+4500110001', '00 11 00 01'],
  ['004500110001', '00 11 00 01'],
  ['+46701234567', '+46701234567'],
  ['+45112', '+45112'],
  ['1234', '1234'],
])('%s is shown as %s', (stored, shown) => {
  expect(phoneText(stored).replaceAll('\u00a0', ' ')).toBe(shown);
});
