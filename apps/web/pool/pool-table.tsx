import type { PoolRow } from '#openings';
import { Table, type Column, type Ui } from '../kit/index.js';
import { lastFreeDay, PoolModel, PoolStatus } from './pool-status.js';

interface Props {
  readonly ui: Ui;
  readonly rows: readonly PoolRow[];
  readonly today: string;
}

/** Openings as rows; on a phone, cards. */
export const PoolTable = ({ ui, rows, today }: Props) => (
  <Table ui={ui} caption={ui.t('poolPage.title')} columns={columnsOf(ui, today)} rows={rows} rowKey={(row) => row.id} />
);

/** The company, and the workplace where that says more than the company does. */
const placeOf = ({ companyName, workplaceName, town }: PoolRow): string => [workplaceName !== companyName && workplaceName, !workplaceName.endsWith(`, ${town}`) && town].filter(Boolean).join(', ');

const columnsOf = (ui: Ui, today: string): Column<PoolRow>[] => [
  {
    key: 'company',
    label: ui.t('poolPage.company'),
    head: true,
    cell: (row) => (
      <span class="named">
        <a href={`/puljen/${row.id}`}>{row.companyName}</a>
        <small>{placeOf(row)}</small>
      </span>
    ),
  },
  { key: 'tasks', label: ui.t('poolPage.tasks'), plain: true, cell: (row) => <span class="clamped">{row.tasks}</span> },
  { key: 'sector', label: ui.t('poolPage.sector'), plain: true, cell: (row) => row.sectorName },
  { key: 'municipality', label: ui.t('poolPage.municipality'), plain: true, cell: (row) => row.municipalityName },
  { key: 'model', label: ui.t('poolPage.model'), plain: true, cell: (row) => <PoolModel ui={ui} model={row.model} /> },
  { key: 'free', label: ui.t('poolPage.free'), numeric: true, cell: (row) => <FreePlaces ui={ui} row={row} /> },
  { key: 'from', label: ui.t('poolPage.from'), cell: (row) => (row.free > 0 || row.slotId ? <FromDay ui={ui} row={row} today={today} /> : '–') },
  { key: 'hours', label: ui.t('poolPage.hours'), plain: true, numeric: true, cell: (row) => <span class="no-break">{ui.formatHours(row.minutesPerWeek)}</span> },
  { key: 'sharedBy', label: ui.t('poolPage.sharedBy'), cell: (row) => row.sharedByName ? <span class="whole-words">{row.sharedByName}</span> : <span class="muted">{ui.t('poolPage.sharedBy.agreement')}</span> },
  { key: 'status', label: ui.t('poolPage.status'), plain: true, cell: (row) => <PoolStatus ui={ui} row={row} today={today} /> },
];

/** Of places that share a cap, each is free, but not all of them. */
const FreePlaces = ({ ui, row: { free, places, capLeft } }: { readonly ui: Ui; readonly row: PoolRow }) => (
  <span class="named">
    {places === 1 ? String(free) : ui.t('poolPage.free.of', { free, places })}
    {capLeft !== null && free > 0 && <small class="no-break">{ui.t('poolPage.free.cap', { n: capLeft })}</small>}
  </span>
);

/** From when, until when where that is soon, and from when again where the next gap of a slot is known. */
const FromDay = ({ ui, row, today }: { readonly ui: Ui; readonly row: PoolRow; readonly today: string }) => {
  const last = lastFreeDay(row, today);
  return (
    <span class="named">
      <span class="no-break">{row.freeFrom <= today ? ui.t('poolPage.from.now') : ui.formatDate(row.freeFrom)}</span>
      {last && <small>{ui.t('poolPage.from.last', { date: ui.formatDate(last) })}</small>}
      {row.laterFrom && <small class="no-break">{ui.t('poolPage.from.again', { date: ui.formatDate(row.laterFrom) })}</small>}
    </span>
  );
};
