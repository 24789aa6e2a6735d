import type { CitizenRow } from '#citizens';
import type { OpeningView } from '#openings';
import { BackLink, Empty, FilterBar, LinkButton, Page, Pager, Results, Table, TextInput, type Column, type Ui } from '../kit/index.js';
import { citizenHref } from './citizen-href.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly rows: readonly CitizenRow[];
  readonly q?: string;
  readonly more?: string;
}

/** One of one's own citizens for a place: to reserve at once, or to meet the company first. */
export const PickCitizenPage = ({ ui, opening, rows, q, more }: Props) => (
  <Page ui={ui} title={ui.t('pick.title')} lead={ui.t('pick.lead', { opening: `${opening.workplaceName}: ${opening.tasks}` })} back={<BackLink href={`/puljen/${opening.id}`}>{opening.workplaceName}</BackLink>}>
    <FilterBar
      ui={ui}
      action={`/puljen/${opening.id}/borger`}
      label={ui.t('citizens.filter')}
      resetHref={q ? `/puljen/${opening.id}/borger` : undefined}
      search={<TextInput ui={ui} name="q" type="search" label={ui.t('citizens.q')} value={q} maxLength={100} autocomplete="off" />}
    />
    <Results summary={more ? ui.t('citizens.first', { n: rows.length }) : ui.t.n('citizens.found', rows.length)}>
      {rows.length === 0 ? (
        <Empty title={ui.t(q ? 'citizens.none' : 'citizens.empty')}>{ui.t(q ? 'citizens.none.text' : 'citizens.empty.text')}</Empty>
      ) : (
        <Table ui={ui} caption={ui.t('citizens.title')} columns={columnsOf(ui, opening)} rows={rows} rowKey={({ id }) => id} />
      )}
      <Pager ui={ui} href={more} />
    </Results>
  </Page>
);

const columnsOf = (ui: Ui, opening: OpeningView): Column<CitizenRow>[] => [
  {
    key: 'citizen',
    label: ui.t('citizens.column.citizen'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.pseudonym}</span>
        <small>{row.caseRef}</small>
      </span>
    ),
  },
  {
    key: 'fits',
    label: ui.t('pick.considerations'),
    cell: ({ considerationIds }) => {
      const missing = considerationIds.filter((id) => !opening.considerationIds.includes(id)).length;
      return missing === 0 ? ui.t('pick.fits') : ui.t('pick.misses', { n: missing });
    },
  },
  {
    key: 'go',
    label: ui.t('pick.actions'),
    quiet: true,
    cell: ({ id }) => (
      <span class="badges">
        <LinkButton ui={ui} small href={`/puljen/${opening.id}/borger/${id}#reserver`}>
          {ui.t('pick.reserve')}
        </LinkButton>
        <LinkButton ui={ui} small kind="secondary" href={`${citizenHref(id, 'besoeg')}/ny?openingId=${opening.id}`}>
          {ui.t('pick.coffee')}
        </LinkButton>
      </span>
    ),
  },
];
