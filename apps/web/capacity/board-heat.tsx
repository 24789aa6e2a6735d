import { Heatmap, type Ui } from '../kit/index.js';
import { rowsHref, type BoardAddress } from './board-address.js';
import type { BoardTable } from './board-table.js';
import { figureWords } from './what-numbers-mean.js';

interface Props {
  readonly ui: Ui;
  readonly address: BoardAddress;
  readonly table: BoardTable;
}

/** Sector by place in colours; on a phone the sectors with their totals, each opening its places. */
export const BoardHeat = (props: Props) => (
  <div class="capacity-table">
    <WideTable {...props} />
    <SectorList {...props} />
  </div>
);

const WideTable = ({ ui, address, table }: Props) => {
  const { figure } = address;
  const cell = (value: number, row?: string, column?: string) => ({ value, href: rowsHref(address, { sector: row, place: column }) });
  return (
    <Heatmap
      ui={ui}
      caption={figureWords(ui, figure)}
      corner={ui.t('capacity.sector')}
      columns={table.columns.map(({ key, name }) => ({ key, label: name }))}
      rows={table.rows.map((row) => ({
        key: row.key,
        label: row.name,
        cells: table.columns.map((column) => cell(table.cell(figure, row.key, column.key), row.key, column.key)),
        total: cell(table.sum(figure, { row: row.key }), row.key),
      }))}
      totals={{
        key: 'total',
        label: ui.t('kit.total'),
        cells: table.columns.map((column) => cell(table.sum(figure, { column: column.key }), undefined, column.key)),
        total: cell(table.sum(figure)),
      }}
    />
  );
};

const Numbered = ({ ui, name, value, href }: { readonly ui: Ui; readonly name: string; readonly value: number; readonly href: string }) => (
  <a href={href}>
    <span>{name}</span>
    <b>{ui.formatNumber(value)}</b>
  </a>
);

const SectorList = ({ ui, address, table }: Props) => {
  const { figure } = address;
  return (
    <ul class="sector-list plain-list">
      {table.rows.map((row) => {
        const total = table.sum(figure, { row: row.key });
        const places = table.columns.map((column) => ({ ...column, value: table.cell(figure, row.key, column.key) })).filter(({ value }) => value !== 0);
        return (
          <li key={row.key}>
            <details>
              <summary>
                <span>{row.name}</span>
                <b>{ui.formatNumber(total)}</b>
              </summary>
              {places.length === 0 ? (
                <p class="muted">{ui.t('capacityPage.none')}</p>
              ) : (
                <ul class="plain-list">
                  {places.map(({ key, name, value }) => (
                    <li key={key}>
                      <Numbered ui={ui} name={name} value={value} href={rowsHref(address, { sector: row.key, place: key })} />
                    </li>
                  ))}
                </ul>
              )}
            </details>
          </li>
        );
      })}
      <li>
        <Numbered ui={ui} name={ui.t('kit.total')} value={table.sum(figure)} href={rowsHref(address)} />
      </li>
    </ul>
  );
};
