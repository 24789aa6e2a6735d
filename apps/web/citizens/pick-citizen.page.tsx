import type { FittingCitizen, OpeningView } from '#openings';
import { BackLink, Empty, FilterBar, Page, Results, Table, TextInput, type Column, type Option, type Ui } from '../kit/index.js';
import { FitText, GoOn } from './fit-text.js';
import { isNameless } from './nameless.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly rows: readonly FittingCitizen[];
  readonly considerations: readonly Option[];
  readonly q?: string;
}

/** One of one's own citizens for a place, the best fit first: to reserve at once, or to meet the company first. */
export const PickCitizenPage = ({ ui, opening, rows, considerations, q }: Props) => (
  <Page ui={ui} title={ui.t('pick.title')} lead={ui.t('pick.lead', { opening: `${opening.workplaceName}: ${opening.tasks}` })} back={<BackLink href={`/puljen/${opening.id}`}>{opening.workplaceName}</BackLink>}>
    <FilterBar
      ui={ui}
      action={`/puljen/${opening.id}/borger`}
      label={ui.t('citizens.filter')}
      resetHref={q ? `/puljen/${opening.id}/borger` : undefined}
      search={<TextInput ui={ui} name="q" type="search" label={ui.t('citizens.q')} value={q} maxLength={100} autocomplete="off" />}
    />
    <Results summary={ui.t.n('pick.found', rows.length)}>
      {rows.length === 0 ? (
        <Empty title={ui.t(q ? 'citizens.none' : 'citizens.empty')}>{ui.t(q ? 'citizens.none.text' : 'citizens.empty.text')}</Empty>
      ) : (
        <Table ui={ui} caption={ui.t('citizens.title')} columns={columnsOf(ui, opening, considerations)} rows={rows} rowKey={({ id }) => id} />
      )}
    </Results>
  </Page>
);

const columnsOf = (ui: Ui, opening: OpeningView, considerations: readonly Option[]): Column<FittingCitizen>[] => [
  {
    key: 'citizen',
    label: ui.t('citizens.column.citizen'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.pseudonym}</span>
        {!isNameless(row) && <small>{row.caseRef}</small>}
      </span>
    ),
  },
  { key: 'fits', label: ui.t('fit.how'), cell: (row) => <FitText ui={ui} fit={row} considerations={considerations} minutesPossible={row.minutesPossible} /> },
  {
    key: 'go',
    label: ui.t('pick.actions'),
    quiet: true,
    cell: ({ id }) => <GoOn ui={ui} openingId={opening.id} citizenId={id} />,
  },
];
