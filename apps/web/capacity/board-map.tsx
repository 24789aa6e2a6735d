import type { Board } from '#capacity';
import { Table, type Ui } from '../kit/index.js';
import { TileMap } from '../map/tile-map.js';
import { boardHref, rowsHref, type BoardAddress } from './board-address.js';
import { tableOf } from './board-table.js';
import { figureWords, namesOf } from './what-numbers-mean.js';

interface Props {
  readonly ui: Ui;
  readonly address: BoardAddress;
  /** By municipality. */
  readonly board: Board;
}

/** The country beside the table: a tile narrows the board to its municipality, and widens it again. The same as rows below. */
export const BoardMap = ({ ui, address, board }: Props) => {
  const all: BoardAddress = { ...address, by: 'municipality', municipality: undefined };
  const table = tableOf(board, all, namesOf(ui));
  const areas = table.columns.filter(({ key }) => key !== 'none').map(({ key, name }) => ({ code: key, name, value: table.sum(address.figure, { column: key }), current: key === address.municipality }));
  const sector = board.sectors.find(({ id }) => id === address.sector)?.name;
  const label = [figureWords(ui, address.figure), sector].filter(Boolean).join(', ');
  return (
    <div class="capacity-map">
      <TileMap ui={ui} label={label} areas={areas.map((area) => ({ ...area, href: boardHref(all, { municipality: area.current ? undefined : area.code }) }))} />
      <details>
        <summary>{ui.t('capacityPage.mapTable')}</summary>
        <Table
          ui={ui}
          caption={label}
          rows={areas}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: ui.t('capacity.by.municipality'), head: true, cell: ({ name }) => name },
            { key: 'value', label: figureWords(ui, address.figure), numeric: true, cell: ({ code, value }) => <a href={rowsHref({ ...address, by: 'municipality' }, { place: code })}>{ui.formatNumber(value)}</a> },
          ]}
        />
      </details>
    </div>
  );
};
