import { betterName, draftsOf } from './drafts.rules.js';
import { atOnce } from './steps.rules.js';
import type { Planned } from './plan.rules.js';
import type { Facts } from './row.rules.js';

const NOTHING: Facts = {
  name: 'Klint',
  workplaceName: null,
  cvr: null,
  pNumber: null,
  street: null,
  postalCode: null,
  town: null,
  contactName: null,
  contactTitle: null,
  phone: null,
  email: null,
  sector: null,
  employees: null,
  places: null,
  note: null,
  lastContact: null,
};
const planned = (row: number, more: Partial<Planned> = {}): Planned => ({
  row,
  verdict: 'new',
  company: { row: 2 },
  workplace: { row: 2 },
  contact: null,
  adds: [],
  candidates: [],
  ...more,
});

const gathered = (...given: Parameters<typeof draftsOf>) => atOnce(draftsOf(...given));

describe('drafts', () => {
  it.each([
    ['KLINT HOTEL', 'Klint Hotel', 'Klint Hotel'],
    ['klint hotel', 'Klint Hotel', 'Klint Hotel'],
    ['Boegely', 'Bøgely', 'Bøgely'],
    ['Klint', 'Klint A/S', 'Klint A/S'],
    ['Klint A/S', 'Klint Hotellet', 'Klint A/S'],
    ['', 'x', 'x'],
    ['Vej 1', 'Vej 1', 'Vej 1'],
  ])('of %j and %j keep %j', (one, other, expected) => {
    expect(betterName(one, other)).toBe(expected);
  });

  it('gather what several rows say: the first fact of each kind, every note', () => {
    const facts = new Map<number, Facts>([
      [2, { ...NOTHING, cvr: '22079786', note: 'a', contactName: 'OLE BÆK' }],
      [
        3,
        {
          ...NOTHING,
          cvr: null,
          pNumber: '1045198511',
          note: 'b',
          contactName: 'Ole Bæk',
          phone: '23490506',
          employees: 4,
        },
      ],
    ]);
    const drafts = gathered(
      [planned(2, { contact: { row: 2 } }), planned(3, { contact: { row: 2 }, workplace: { row: 3 } })],
      facts,
    );
    expect(drafts.companies).toEqual([{ key: '2', id: null, name: 'Klint', cvr: '22079786' }]);
    expect(
      drafts.workplaces.map(({ key, pNumber, employees, notes }) => [
        key,
        pNumber,
        employees,
        notes.map(({ note }) => note),
      ]),
    ).toEqual([
      ['2', null, null, ['a']],
      ['3', '1045198511', 4, ['b']],
    ]);
    expect(drafts.contacts).toEqual([
      {
        key: '2',
        id: null,
        companyKey: '2',
        workplaceKey: null,
        name: 'Ole Bæk',
        title: null,
        phone: '23490506',
        email: null,
      },
    ]);
  });

  it('give a P-number to one workplace only, and keep known ids', () => {
    const facts = new Map<number, Facts>([
      [2, { ...NOTHING, pNumber: '1045198511' }],
      [3, { ...NOTHING, pNumber: '1045198511' }],
    ]);
    const drafts = gathered([planned(2, { workplace: { id: 'known' } }), planned(3, { workplace: { row: 3 } })], facts);
    expect(drafts.workplaces.map(({ id, pNumber }) => [id, pNumber])).toEqual([
      ['known', '1045198511'],
      [null, null],
    ]);
  });
});
