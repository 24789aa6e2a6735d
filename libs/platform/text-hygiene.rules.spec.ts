import { tidyText } from './text-hygiene.rules.js';

/** Invented, and shaped like a CPR number. */
const cpr = '010190-1234';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) });

describe('text that comes in', () => {
  test.each([
    ['text is composed', { name: 'A\u030aben' }, { name: '\u00c5ben' }],
    ['at any depth', { a: [{ b: 'o\u0301' }] }, { a: [{ b: '\u00f3' }] }],
    ['spaces and odd signs stay', { a: '  <b> 😀👩\u200d🔧❤\ufe0f ' }, { a: '  <b> 😀👩\u200d🔧❤\ufe0f ' }],
    ['signs that turn or hide do not', { a: 'Ga\u00adde\u202e\u200b \ufeff1' }, { a: 'Gade 1' }],
    ['nor what is nothing but unseen', { a: ' \u0301\u200d\u3164\u2800' }, { a: '' }],
    ['a secret stays as it is', { password: '\u200b \u202e' }, { password: '\u200b \u202e' }],
    ['other kinds stay', { a: 1, b: null, c: true, d: [] }, { a: 1, b: null, c: true, d: [] }],
    ['a lone text too', 'e\u0301', 'é'],
  ])('%s', (_, input, value) => expect(tidyText(input)).toEqual({ value, faults: [] }));

  test.each([
    ['NUL', { a: 'x\u0000' }, 'a', 'fault.unreadable-text'],
    ['half a surrogate pair', { a: { b: 'x\ud800' } }, 'a.b', 'fault.unreadable-text'],
    ['a CPR number with something hidden in it', { note: cpr.replace('-', '\u200b-') }, 'note', 'fault.cpr'],
    ['a CPR number', { note: `Ring om ${cpr}` }, 'note', 'fault.cpr'],
    ['a CPR number in a list', { notes: ['fint', cpr] }, 'notes[1]', 'fault.cpr'],
    ['a CPR number in a lone text', cpr, '', 'fault.cpr'],
  ])('%s is a fault of its field', (_, input, field, code) => {
    const { faults } = tidyText(input);
    expect(faults).toEqual([{ field, code }]);
    expect(JSON.stringify(faults)).not.toContain('1234');
  });

  test.each(['pNumber', 'cvr', 'phone', 'password', 'newPassword', 'token', 'cursor', '_csrf'])(
    '%s may look like a CPR number',
    (field) => expect(tidyText({ [field]: cpr }).faults).toEqual([]),
  );

  test('an id may hold such digits by chance, but not with a number beside it', () => {
    const id = '01a2020a-0101-7090-8123-a0101901234f';
    expect(tidyText({ id }).faults).toEqual([]);
    expect(tidyText({ note: `${id} ${cpr}` }).faults).toEqual([{ field: 'note', code: 'fault.cpr' }]);
  });

  test('is not read deeper than twenty', () => {
    expect(tidyText(nested(20)).faults).toEqual([]);
    expect(tidyText(nested(21)).faults).toMatchObject([{ code: 'fault.too-deep' }]);
  });
});
