import type { ComponentChildren } from 'preact';
import { bandClass, bandLegend } from './bands.rules.js';
import type { Ui } from './ui.js';

export interface HeatCell {
  /** Undefined: no figure exists, which is not the same as 0. */
  value: number | undefined;
  /** The rows behind the number. */
  href?: string;
}

export interface HeatRow {
  key: string;
  label: ComponentChildren;
  cells: readonly HeatCell[];
  total?: HeatCell;
}

interface HeatmapProps {
  ui: Ui;
  caption: string;
  /** What the first column lists: "Branche". */
  corner: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly HeatRow[];
  /** Below the columns. */
  totals?: HeatRow;
}

const Cell = ({ ui, cell, plain }: { ui: Ui; cell: HeatCell; plain?: boolean }) => {
  const text = cell.value === undefined ? '–' : ui.formatNumber(cell.value);
  return (
    <td class={plain ? 'heat-total' : bandClass(cell.value)}>
      {cell.href ? <a href={cell.href}>{text}</a> : <span>{text}</span>}
    </td>
  );
};

const Row = ({ ui, row, plain }: { ui: Ui; row: HeatRow; plain?: boolean }) => (
  <tr>
    <th scope="row">{row.label}</th>
    {row.cells.map((cell, index) => (
      <Cell key={index} ui={ui} cell={cell} plain={plain} />
    ))}
    {row.total && <Cell ui={ui} cell={row.total} plain />}
  </tr>
);

/** Numbers by two dimensions, coloured by size, each a link to its rows. The numbers are there as text: colour only helps. */
export const Heatmap = ({ ui, caption, corner, columns, rows, totals }: HeatmapProps) => (
  <div class="heat-scroll" role="region" aria-label={caption} tabIndex={0}>
    <table class="heatmap">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
          {rows[0]?.total && <th scope="col">{ui.t('kit.total')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} ui={ui} row={row} />
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <Row ui={ui} row={totals} plain />
        </tfoot>
      )}
    </table>
  </div>
);

/** What the colours of heat map and tile map stand for. */
export const BandLegend = ({ label }: { label: string }) => (
  <div class="legend">
    <span>{label}</span>
    <ul>
      {bandLegend.map((band) => (
        <li key={band.class}>
          <span class={`swatch ${band.class}`} />
          {band.label}
        </li>
      ))}
    </ul>
  </div>
);
