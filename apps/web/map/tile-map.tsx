import { bandClass, BandLegend, type Ui } from '../kit/index.js';
import { tiles, type Tile } from './tiles.js';

export interface TileArea {
  /** Municipality code. */
  code: string;
  name: string;
  /** Undefined: no figure, which is not the same as 0. */
  value: number | undefined;
  /** The rows behind the number. Without it the tile is no link. */
  href?: string;
  current?: boolean;
}

interface TileMapProps {
  ui: Ui;
  /** What the numbers are: "Ledige pladser pr. kommune, uge 48". */
  label: string;
  areas: readonly TileArea[];
}

const size = 40;
const width = (Math.max(...tiles.map((tile) => tile.column)) + 1) * size;
const height = (Math.max(...tiles.map((tile) => tile.row)) + 1) * size;

const Square = ({ tile, text }: { tile: Tile; text: string }) => {
  const [x, y] = [tile.column * size, tile.row * size];
  return (
    <>
      <rect x={x + 1} y={y + 1} width={size - 2} height={size - 2} rx="4" />
      <text class="tile-name" x={x + size / 2} y={y + 16}>
        {tile.short}
      </text>
      <text class="tile-value" x={x + size / 2} y={y + 31}>
        {text}
      </text>
    </>
  );
};

function TileOf({ ui, tile, area }: { ui: Ui; tile: Tile; area: TileArea | undefined }) {
  const shown = area?.value === undefined ? '' : ui.formatNumber(area.value);
  const name = area?.name ?? tile.short;
  const spoken = ui.t('kit.map.tile', { name, value: shown || ui.t('kit.map.none') });
  const className = `tile ${bandClass(area?.value)}${area?.current ? ' tile-current' : ''}`;
  return area?.href ? (
    <a class={className} href={area.href}>
      <title>{spoken}</title>
      <Square tile={tile} text={shown} />
    </a>
  ) : (
    <g class={className}>
      <title>{spoken}</title>
      <Square tile={tile} text={shown} />
    </g>
  );
}

/**
 * The country as one tile a municipality, coloured by number, with a legend. Those without an area stand empty.
 * It is the picture beside a heat map or table, which says the same in rows and must be on the page too.
 */
export function TileMap({ ui, label, areas }: TileMapProps) {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return (
    <figure class="map-figure">
      <svg
        class="tile-map"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={`${ui.t('kit.map.title')}: ${label}`}
      >
        {tiles.map((tile) => (
          <TileOf key={tile.code} ui={ui} tile={tile} area={byCode.get(tile.code)} />
        ))}
      </svg>
      <figcaption>
        <BandLegend label={label} />
      </figcaption>
    </figure>
  );
}
