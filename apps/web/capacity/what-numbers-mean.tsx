import type { Figure } from '#capacity';
import { Table, type Column, type Ui } from '../kit/index.js';
import { boardHref, figureChoices, rowsHref, type BoardAddress } from './board-address.js';
import type { BoardTable } from './board-table.js';

/** 'Ledige faste pladser'. */
export const figureWords = (ui: Ui, figure: Figure): string => ui.t(`capacityPage.number.${figure}`);

export const namesOf = (ui: Ui) => ({ noSector: ui.t('capacity.no-sector'), noPlace: ui.t('capacity.no-place') });

interface Props {
  readonly ui: Ui;
  readonly address: BoardAddress;
  readonly table: BoardTable;
}

type Explained = { readonly figure: Figure };

/** All the numbers of what is shown, what each stands for, and the way to its rows. They are never added up. */
export const WhatNumbersMean = ({ ui, address, table }: Props) => (
  <details class="numbers">
    <summary>{ui.t('capacityPage.numbers')}</summary>
    <p>{ui.t('capacityPage.numbers.text')}</p>
    <Table ui={ui} caption={ui.t('capacityPage.numbers')} columns={columnsOf({ ui, address, table })} rows={figureChoices.map((figure) => ({ figure }))} rowKey={({ figure }) => figure} />
  </details>
);

const columnsOf = ({ ui, address, table }: Props): Column<Explained>[] => [
  {
    key: 'number',
    label: ui.t('capacityPage.figure'),
    head: true,
    cell: ({ figure }) => <a href={boardHref(address, { figure })}>{figureWords(ui, figure)}</a>,
  },
  {
    key: 'sum',
    label: ui.t('kit.total'),
    numeric: true,
    cell: ({ figure }) => <a href={rowsHref(address, { figure })}>{figure === 'legal-headroom' && table.legalIsUnknown ? ui.t('capacity.unknown') : ui.formatNumber(table.sum(figure))}</a>,
  },
  { key: 'means', label: ui.t('capacityPage.means'), cell: ({ figure }) => ui.t(`capacityPage.means.${figure}`) },
];
