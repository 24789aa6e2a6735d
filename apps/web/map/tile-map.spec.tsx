import { formatter, translator } from '#dictionary';
import { renderPart, type Ui } from '../kit/index.js';
import { TileMap } from './tile-map.js';
import { tiles } from './tiles.js';

const ui: Ui = {
  ...formatter('da'),
  t: translator('da'),
  lang: 'da',
  asset: (name) => `/assets/${name}`,
  csrf: '',
  path: '/kapacitet',
  demo: false,
};

describe('tiles', () => {
  it('has one tile for each of the 98 municipalities, none on top of another', () => {
    expect(new Set(tiles.map((tile) => tile.code)).size).toBe(98);
    expect(new Set(tiles.map((tile) => `${tile.column},${tile.row}`)).size).toBe(98);
    expect(new Set(tiles.map((tile) => tile.short)).size).toBe(98);
    expect(tiles.every((tile) => /^0\d{3}$/.test(tile.code))).toBe(true);
  });

  it.each([
    ['0751 Aarhus', '0751', 'is west of', '0101'],
    ['0461 Odense', '0461', 'is west of', '0330'],
    ['0561 Esbjerg', '0561', 'is west of', '0461'],
    ['0730 Randers', '0730', 'is west of', '0400'],
  ])('%s %s %s %s', (_name, west, _is, east) => {
    const column = (code: string) => tiles.find((tile) => tile.code === code)?.column ?? NaN;
    expect(column(west)).toBeLessThan(column(east));
  });
});

describe('TileMap', () => {
  const html = renderPart(
    <TileMap
      ui={ui}
      label="Ledige pladser"
      areas={[
        { code: '0450', name: 'Nyborg', value: 24, href: '/puljen?kommune=0450' },
        { code: '0461', name: 'Odense <b>', value: undefined },
      ]}
    />,
  );

  it('draws all municipalities and links those with an address', () => {
    expect(html.match(/<rect/g)).toHaveLength(98);
    expect(html).toContain('<a class="tile b5" href="/puljen?kommune=0450"><title>Nyborg: 24</title>');
  });

  it('says where there is no figure, and escapes names', () => {
    expect(html).toContain('<title>Odense &lt;b>: ingen tal</title>');
  });
});
