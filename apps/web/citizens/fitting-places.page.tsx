import type { FittingPlace } from '#openings';
import { Badge, Card, Empty, LinkButton, Table, type Column, type Option, type Ui } from '../kit/index.js';
import { CitizenFrame, type ShownCitizen } from './citizen-frame.js';
import { citizenHref } from './citizen-href.js';
import { FitText, GoOn } from './fit-text.js';

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly places: readonly FittingPlace[];
  readonly considerations: readonly Option[];
}

/** Pladser: what is free in the pool, the best fit first, each with its way to a reservation. */
export const FittingPlacesPage = ({ ui, citizen, places, considerations }: Props) => (
  <CitizenFrame
    ui={ui}
    citizen={citizen}
    tab="pladser"
    actions={
      <LinkButton ui={ui} kind="secondary" href={poolOf(citizen)} icon="search">
        {ui.t('fit.pool')}
      </LinkButton>
    }
  >
    <Card title={ui.t('fit.title')}>
      <p class="muted">{ui.t('fit.lead')}</p>
      {citizen.goals.length === 0 && citizen.considerationIds.length === 0 && (
        <p>
          {ui.t('fit.unknown')} <a href={`${citizenHref(citizen.id)}/ret`}>{ui.t('fit.unknown.write')}</a>
        </p>
      )}
      {places.length === 0 ? <Empty title={ui.t('fit.none')} /> : <Table ui={ui} caption={ui.t('fit.title')} columns={columnsOf(ui, citizen, considerations)} rows={places} rowKey={({ id }) => id} />}
    </Card>
  </CitizenFrame>
);

const columnsOf = (ui: Ui, citizen: ShownCitizen, considerations: readonly Option[]): Column<FittingPlace>[] => [
  {
    key: 'company',
    label: ui.t('poolPage.company'),
    head: true,
    cell: (row) => (
      <span class="named">
        <a href={`/puljen/${row.id}`}>{row.workplaceName}</a>
        <small>{[row.companyName !== row.workplaceName && row.companyName, row.town].filter(Boolean).join(', ')}</small>
      </span>
    ),
  },
  { key: 'tasks', label: ui.t('poolPage.tasks'), cell: (row) => <span class="clamped">{row.tasks}</span> },
  { key: 'fit', label: ui.t('fit.how'), cell: (row) => <FitText ui={ui} fit={row} considerations={considerations} minutesPossible={citizen.minutesPossible} /> },
  {
    key: 'hours',
    label: ui.t('poolPage.hours'),
    numeric: true,
    cell: (row) => (
      <span class="named">
        <span class="no-break">{ui.formatHours(row.minutesPerWeek)}</span>
        {row.callable && <Badge tone="info">{ui.t('fit.callable')}</Badge>}
      </span>
    ),
  },
  {
    key: 'go',
    label: ui.t('pick.actions'),
    quiet: true,
    cell: ({ id }) => citizen.basis !== 'look' && <GoOn ui={ui} openingId={id} citizenId={citizen.id} />,
  },
];

/** The pool itself as this citizen needs it: what the work must offer, in the trade of the first wish. */
const poolOf = ({ considerationIds, goals }: ShownCitizen): string => {
  const query = new URLSearchParams(considerationIds.map((id) => ['consideration', id]));
  if (goals[0]?.sectorId) query.append('sector', goals[0].sectorId);
  return `/puljen?${query.toString()}`;
};
