import { nameParts } from '#companies';
import {
  type Entry,
  initialAndLast,
  placeKey,
  sameAddressKeys,
  shareContact,
  sharedContactKeys,
  slipped,
  townKey,
} from './entry.rules.js';

const entry = (more: Partial<Entry>): Entry => ({
  cvr: null,
  pNumber: null,
  name: nameParts('Klint A/S'),
  street: '',
  postalCode: null,
  town: '',
  phones: [],
  emails: [],
  ...more,
});

describe('what entries are compared by', () => {
  it.each<[string, Partial<Entry>, string | undefined, string | undefined]>([
    ['a whole address', { street: 'vej 1', postalCode: '5000', town: 'odense c' }, 'vej 1|5000', 'vej 1|odense c'],
    ['no house number', { street: 'vej', postalCode: '5000', town: 'odense c' }, undefined, undefined],
    ['no postal code', { street: 'vej 1', town: 'odense c' }, undefined, 'vej 1|odense c'],
  ])('%s', (_, more, place, town) => {
    expect([placeKey(entry(more)), townKey(entry(more))]).toEqual([place, town]);
    expect(sameAddressKeys(entry(more))).toEqual([place, town].map((key) => key && `klint|${key}`));
  });

  it('a phone, an address and a mail domain of its own, but not a provider that everybody uses', () => {
    expect(sharedContactKeys(entry({ phones: ['23490506'], emails: ['ole@klint.example'] }))).toEqual([
      'klint|23490506',
      'klint|ole@klint.example',
      'klint|klint.example',
    ]);
    expect(sharedContactKeys(entry({ emails: ['ole@gmail.com'] }))).toEqual(['klint|ole@gmail.com']);
    expect(shareContact(entry({ emails: ['a@gmail.com'] }), entry({ emails: ['b@gmail.com'] }))).toBe(false);
    expect(shareContact(entry({ emails: ['a@k.example'] }), entry({ emails: ['b@k.example'] }))).toBe(true);
  });

  it.each([
    ['ole hansen', 'o hansen'],
    ['o hansen', 'o hansen'],
    [undefined, undefined],
  ])('the owner %s as %s', (owner, expected) => {
    expect(initialAndLast(owner)).toBe(expected);
  });

  it('alike is not equal', () => {
    expect(slipped('a', 'a', () => true)).toBe(false);
    expect(slipped('a', 'b', () => true)).toBe(true);
  });
});
