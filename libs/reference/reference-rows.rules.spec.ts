import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { postalRows } from './reference-rows.rules.js';

const csv = readFileSync(createRequire(import.meta.url).resolve('dk-postals/postals.csv'), 'utf8');
const rows = postalRows(csv);
const official = new URL('../../../shared/data/postal_codes.csv', import.meta.url);

it.each([
  ['1085;Region Sjælland;340;Sorø Kommune;4180;Sorø', ['0340']],
  ['1085;Region Sjælland;0340;Sorø Kommune;4180;Sorø', ['0340']],
  ['1084;Region Hovedstaden;101;Københavns Kommune;0784;H&M', []],
  ['1084;Region Hovedstaden;411;Christiansø;3740;Svaneke', []],
  ['AMTS_NR;ADRESSERINGSNAVN;KOMMUNE_NR;ADRESSERINGSNAVN_1;POSTNR;BYNAVN', []],
  ['', []],
])('reads %j as postal code of %j', (line, municipalities) => {
  expect(postalRows(`\uFEFF${line}\r\n`).municipalities.map((row) => row['municipality_code'])).toEqual(municipalities);
});

it('reads towns with their Danish letters, and each code once', () => {
  const towns = new Map(rows.codes.map((row) => [row['code'], row['town']]));
  expect(towns.size).toBe(rows.codes.length);
  expect([towns.get('4180'), towns.get('5970'), towns.get('8000'), towns.get('2100')]).toEqual([
    'Sorø',
    'Ærøskøbing',
    'Aarhus C',
    'København Ø',
  ]);
});

(existsSync(official) ? describe : describe.skip)(
  'against the list in ../shared/data (left out when it is not there)',
  () => {
    const lines = existsSync(official) ? readFileSync(official, 'utf8').trim().split('\n').slice(1) : [];
    // The part of the district in its main municipality has the coordinate to compare with.
    const main = new Map<string, { share: number; lat: number; lon: number }>();
    for (const [code = '', , , , share, lon, lat] of lines.map((line) => line.split(','))) {
      if (Number(share) > (main.get(code)?.share ?? -1))
        main.set(code, { share: Number(share), lat: Number(lat), lon: Number(lon) });
    }

    it('places postal districts within a few kilometres', () => {
      const off = rows.codes.flatMap((row) => {
        const there = main.get(String(row['code']));
        return there && row['lat'] !== null
          ? [kilometres(there, { lat: Number(row['lat']), lon: Number(row['lon']) })]
          : [];
      });
      off.sort((a, b) => a - b);
      expect(off.length).toBeGreaterThan(1_050);
      expect(off[Math.floor(off.length / 2)]).toBeLessThan(3);
      expect(off[Math.floor(off.length * 0.95)]).toBeLessThan(6);
    });

    // Three codes are newer than the source; ten streets on the border of København and Frederiksberg differ.
    it('knows the municipality of nearly every code that has its main part there', () => {
      const pairs = new Set(
        rows.municipalities.map((row) => `${String(row['postal_code'])} ${String(row['municipality_code'])}`),
      );
      const mains = lines.map((line) => line.split(',')).filter(([, , , , share]) => Number(share) >= 0.5);
      const known = mains.filter(([code, , municipality]) => pairs.has(`${code} ${municipality}`));
      expect(known.length / mains.length).toBeGreaterThan(0.985);
    });
  },
);

function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  return Math.hypot((a.lat - b.lat) * 111.2, (a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180));
}
