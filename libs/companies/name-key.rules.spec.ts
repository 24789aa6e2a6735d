import { contradict, fold, nameKey, nameParts, samePerson, streetKey } from './name-key.rules.js';

describe('company names', () => {
  it.each([
    ['SKOVENS BAGERI A/S', 'Skovens  Bageri'],
    [' Bøgely Tømrer ApS ', 'BOEGELY TOEMRER'],
    ['Ågård & Søn I/S', 'Aagaard og Soen'],
    ['Strand Byg v/Hanne Christensen', 'Strand Byg'],
    ['Strand Byg V/ Hanne Christensen', 'Strand byg ved Hanne Christensen'],
    ['Klint Hotel AS', 'Klint Hotel a.s.'],
    ['Klint Hotel A / S', 'Klint Hotel A/S'],
    ['Klint Hotel Aktieselskab', 'Klint Hotel, A/S'],
    ['Fakta (lukket)', 'Fakta'],
    ['Nordisk Film, filial af Nordisk AB', 'Nordisk Film'],
    ['Café Ægir', 'Cafe Aegir'],
    ["Pedersen's Plejecenter", 'Pedersens Plejecenter'],
    ['Klint Hotel A.M.B.A.', 'Klint Hotel amba'],
  ])('%s is %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Klint Hotel', 'Klint Hotel Fyn'],
    ['Bakke Byg', 'Bakke Byg & Co'],
    ['IS Caféen', 'Caféen'],
    ['V. Hansen', 'Hansen'],
    ['Aps', 'As'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('tells legal form and owner apart from the name', () => {
    expect(nameParts('Møllens VVS ApS')).toEqual({ key: 'mollens vvs', form: 'aps', owner: undefined });
    expect(nameParts('Tårn Børnehave v/Liselotte Hansen')).toEqual({
      key: 'tarn bornehave',
      form: undefined,
      owner: 'liselotte hansen',
    });
  });

  it.each([
    ['A A/S', 'A ApS', true],
    ['A A/S', 'A AS', false],
    ['A A/S', 'A', false],
    ['A v/Ole Bæk', 'A v/Pia Bæk', true],
    ['A v/Ole Bæk', 'A v/O. Baek', false],
  ])('%s against %s: contradiction %s', (one, other, expected) => {
    expect(contradict(nameParts(one), nameParts(other))).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['Storegade 82  A', 'storegade 82a'],
    ['Gl. Kongevej 12, 2. tv.', 'Gammel Kongevej 12'],
    ['Sdr. Boulevard 5', 'Søndre Boulevard 5'],
    ['Industriv. 7', 'Industrivej 7'],
    ['Åboulevarden 50A', 'Aaboulevarden 50 a'],
    ['Havnegade 12-14', 'Havnegade 12'],
    ['H.C. Andersens Vej 3', 'H C Andersensvej 3'],
    ['Rådhuspl. 4', 'Rådhuspladsen 4'],
    ['Nørre  Alle 9 st. th', 'Nørre Allé 9'],
  ])('%s is %s', (one, other) => {
    expect(streetKey(one)).toBe(streetKey(other));
  });

  it.each([
    ['Storegade 82A', 'Storegade 82B'],
    ['Storegade 82', 'Storegade 8'],
    ['Nørregade 1', 'Søndergade 1'],
  ])('%s is not %s', (one, other) => {
    expect(streetKey(one)).not.toBe(streetKey(other));
  });

  it('is empty without a street', () => {
    expect(streetKey('  ')).toBe('');
  });
});

describe('people', () => {
  it.each([
    ['Jens Erik Rasmussen', 'Jens Rasmussen', true],
    ['J. Rasmussen', 'Jens Rasmussen', true],
    ['Niels-Jørgen Bæk', 'NIELS JOERGEN BAEK', true],
    ['Pia Bæk', 'Per Bæk', false],
    ['Pia', 'Pia Bæk', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(samePerson(fold(one), fold(other))).toBe(expected);
  });
});
