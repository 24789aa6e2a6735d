import { nameParts } from '#companies';
import type { Entry } from './entry.rules.js';
import { match } from './matching.rules.js';

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  cvr: null,
  pNumber: null,
  name: nameParts(name),
  street: '',
  postalCode: null,
  town: '',
  phones: [],
  emails: [],
  ...more,
});
const at = (street: string, postalCode = '5000'): Partial<Entry> => ({ street, postalCode });

/** Same company and same workplace of the first two entries, and what is asked about them. */
const verdict = (...entries: Entry[]): string => {
  const { company, workplace, offers } = match(entries);
  const asked = offers.find(({ a, b }) => a + b === 1);
  return [
    company[0] === company[1] ? 'company' : '-',
    workplace[0] !== null && workplace[0] === workplace[1] ? 'workplace' : '-',
    asked?.why ?? '-',
  ].join(' ');
};

describe('evidence', () => {
  it.each<[string, Entry, Entry, string]>([
    ['CVR', entry('A', { cvr: '1' }), entry('B', { cvr: '1' }), 'company - -'],
    [
      'CVR and address, names apart',
      entry('A', { cvr: '1', ...at('vej 1') }),
      entry('B', { cvr: '1', ...at('vej 1') }),
      'company workplace -',
    ],
    ['P-number', entry('A', { pNumber: '1' }), entry('B', { pNumber: '1' }), 'company workplace -'],
    [
      'P-number, but two CVR',
      entry('A', { pNumber: '1', cvr: '1' }),
      entry('B', { pNumber: '1', cvr: '2' }),
      '- - other-cvr',
    ],
    ['name and address', entry('Ågård A/S', at('vej 1')), entry('AAGAARD', at('vej 1')), 'company workplace -'],
    [
      'name and address, other P-number',
      entry('A', { pNumber: '1', ...at('vej 1') }),
      entry('A', { pNumber: '2', ...at('vej 1') }),
      'company - other-p-number',
    ],
    [
      'name and street, town for postal code',
      entry('A', { street: 'vej 1', town: 'odense' }),
      entry('A', { ...at('vej 1'), town: 'odense' }),
      'company workplace -',
    ],
    ['name and address, other legal form', entry('A A/S', at('vej 1')), entry('A ApS', at('vej 1')), '- - other-cvr'],
    [
      'name and phone',
      entry('A', { phones: ['2'], ...at('vej 1') }),
      entry('A', { phones: ['2'], ...at('gade 2') }),
      'company - -',
    ],
    [
      'name and own mail domain',
      entry('A', { emails: ['x@a.example'] }),
      entry('A', { emails: ['y@a.example'] }),
      'company - -',
    ],
    [
      'name and a public mail domain',
      entry('Kiosken', { emails: ['x@gmail.com'] }),
      entry('Kiosken', { emails: ['y@gmail.com'] }),
      '- - same-name',
    ],
    ['name alone', entry('A', at('vej 1')), entry('A', at('gade 2', '8000')), '- - same-name'],
    ['name alone, other owner', entry('A v/Ole Bæk', at('vej 1')), entry('A v/Pia Bæk', at('gade 2', '8000')), '- - -'],
    [
      'phone alone, names apart',
      entry('Klint Hotel', { phones: ['2'] }),
      entry('Strand Byg', { phones: ['2'] }),
      '- - -',
    ],
    [
      'phone, names alike',
      entry('Klint', { phones: ['2'] }),
      entry('Klint Hotel', { phones: ['2'] }),
      '- - same-contact',
    ],
    ['address, names alike', entry('Klint', at('vej 1')), entry('Klint Hotel', at('vej 1')), '- - same-address'],
    [
      'address and phone, names alike',
      entry('Klint', { phones: ['2'], ...at('vej 1') }),
      entry('Klint Hotel', { phones: ['2'], ...at('vej 1') }),
      'company workplace -',
    ],
  ])('%s', (_, a, b, expected) => {
    expect(verdict(a, b)).toBe(expected);
  });

  it('two CVR numbers at one address leave a row without one to a person', () => {
    expect(
      verdict(
        entry('A', { cvr: '1', ...at('vej 1') }),
        entry('A', at('vej 1')),
        entry('A', { cvr: '2', ...at('vej 1') }),
      ),
    ).toBe('- - other-cvr');
  });

  it('a decision goes before the evidence', () => {
    const { company, workplace } = match(
      [entry('A', at('vej 1')), entry('B', at('vej 2'))],
      [{ a: 0, b: 1, kind: 'workplace' }],
    );
    expect([company[0] === company[1], workplace[0] === workplace[1]]).toEqual([true, true]);
  });

  it('a row without address belongs to the only workplace, or to none of several', () => {
    const one = match([entry('A', { cvr: '1', ...at('vej 1') }), entry('A', { cvr: '1' })]);
    expect(one.workplace[1]).toBe(one.workplace[0]);
    expect(
      match([
        entry('A', { cvr: '1', ...at('vej 1') }),
        entry('A', { cvr: '1', ...at('vej 2') }),
        entry('A', { cvr: '1' }),
      ]).workplace[2],
    ).toBeNull();
  });
});
