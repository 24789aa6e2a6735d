import type { Mapping } from './columns.rules.js';
import { readRow } from './row.rules.js';

const MAPPING: Mapping = [
  'name',
  'cvr',
  'pNumber',
  'street',
  'postalTown',
  'firstName',
  'lastName',
  'phone',
  'mobile',
  'note',
  null,
];
const read = (line: string) => readRow(line.split(';'), MAPPING, '2026-11-22');

describe('a row', () => {
  it.each([
    ['a name', 'Klint;;;;;;;;;;', 'facts'],
    ['nothing', ' ;;;;;;;;;;', 'empty'],
    ['no name', ';22079786;;Vej 1;;;;;;;', 'no-name'],
    ['a name of nothing to be seen', '\u202e\u200b;22079786;;Vej 1;;;;;;;', 'no-name'],
    ['a CPR number with something hidden in it', 'Klint;;;;;;;;;010203\u200b-1235;', 'cpr'],
    ['a name of dashes', '-;22079786;;Vej 1;;;;;;;', 'no-name'],
    ['a CPR number in the note', 'Klint;;;;;;;;;Borger 010203-1235;', 'cpr'],
    ['plain digits in the note', 'Klint;;;;;;;;;0102031235;', 'cpr'],
    ['a CPR number in a column nobody knows', 'Klint;;;;;;;;;;010203-1235', 'cpr'],
    ['a CPR number as name', '010203-1235;;;;;;;;;;', 'cpr'],
    ['a CPR number as P-number', 'Klint;;010203-1235;;;;;;;;', 'cpr'],
    ['a CPR number as phone', 'Klint;;;;;;;010203-1235;;;', 'cpr'],
    ['a CPR number of somebody born in 1869', 'Klint;;;;;;;;;070769-8931;', 'cpr'],
    ['a P-number that begins like a date', 'Klint;;1012601234;;;;;;;;', 'facts'],
    ['a P-number with its letter', 'Klint;;P1003456782;;;;;;;;', 'facts'],
    ['a P-number after its letter', 'Klint;;P 1003456783;;;;;;;;', 'facts'],
    ['a P-number after a colon', 'Klint;;P: 1003456784;;;;;;;;', 'facts'],
    ['a P-number after a dash', 'Klint;;P-1003456785;;;;;;;;', 'facts'],
    ['a P-number after its whole word', 'Klint;;P-nummer: 1003456786;;;;;;;;', 'facts'],
    ['a CPR number after the letter of a P-number', 'Klint;;P 100345-6783;;;;;;;;', 'cpr'],
    ['a P-number in the note', 'Klint;;;;;;;;;P-nr. 1012601234;', 'facts'],
    ['a phone number', 'Klint;;;;;;;+45 21 65 60 76;;;', 'facts'],
  ])('with %s', (_, line, expected) => {
    const row = read(line);
    expect(row.kind === 'refused' ? row.reason : row.kind).toBe(expected);
  });

  it.each([
    ['CPR-nr.', 'refused'],
    ['Personnummer', 'refused'],
    ['Ordre', 'facts'],
  ])('with nine digits under %s: a CPR number that lost its zero, or not', (heading, kind) => {
    expect(readRow(['Klint', '102031235'], ['name', null], '2026-11-22', ['Firma', heading]).kind).toBe(kind);
  });

  it('joins what is split, splits what is joined, and takes the mobile when there is no phone', () => {
    expect(read('Klint;;;Vej 1;5000 Odense C;Jens Erik;Bæk;;23490506;a\nb;')).toMatchObject({
      facts: {
        street: 'Vej 1',
        postalCode: '5000',
        town: 'Odense C',
        contactName: 'Jens Erik Bæk',
        phone: '23490506',
        note: 'a\nb',
      },
      warnings: [],
    });
    expect(readRow(['Klint', 'Vej 1, 5000 Odense C'], ['name', 'street'], '2026-11-22')).toMatchObject({
      facts: { street: 'Vej 1', postalCode: '5000', town: 'Odense C' },
    });
  });

  it('keeps every phone number once', () => {
    expect(read('Klint;;;;;;;23490506 / 66778899;+45 66 77 88 99, 20304050;;')).toMatchObject({
      facts: { phone: '23490506', morePhones: ['66778899', '20304050'] },
      warnings: [],
    });
  });

  it('leaves out what cannot be right, and says so', () => {
    expect(read('Klint;20791510;1,02E+09;;;;;;;;')).toMatchObject({
      facts: { cvr: null, pNumber: null },
      warnings: [
        { field: 'cvr', code: 'import.warning.cvr-check' },
        { field: 'pNumber', code: 'import.warning.p-number-damaged' },
      ],
    });
  });

  it('copes with fewer cells than columns, and more', () => {
    expect(read('Klint').kind).toBe('facts');
    expect(read('Klint;;;;;;;;;;;;x;y').kind).toBe('facts');
  });
});
