import { agreementStates, type AgreementListRow } from '#agreements';
import { addDays } from '#platform';
import { may } from '../may.js';
import { Checkboxes, Empty, FilterBar, LinkButton, ModelBadge, Page, Pager, Results, Select, Table, type Column, type Ui } from '../kit/index.js';
import { agreementHref } from './agreement-href.js';
import { AgreementState } from './agreement-state.js';
import { modelNumber } from './model-number.js';

export interface AgreementFilter {
  readonly model?: AgreementListRow['model'];
  readonly state?: AgreementListRow['state'];
  readonly mine?: boolean;
}

interface Props {
  readonly ui: Ui;
  readonly filter: AgreementFilter;
  readonly rows: readonly AgreementListRow[];
  readonly more?: string;
}

const models = ['fixed_slots', 'standing', 'match_driven', 'cluster'] as const;
const isFiltered = ({ model, state, mine }: AgreementFilter): boolean => Boolean(model ?? state ?? mine);

/** Aftaler: who has promised what, and what is still a draft. */
export const AgreementsPage = ({ ui, filter, rows, more }: Props) => (
  <Page
    ui={ui}
    title={ui.t('agreements.title')}
    lead={ui.t('agreements.lead')}
    actions={
      may(ui, 'agreements.write') && (
        <LinkButton ui={ui} href="/aftaler/ny" icon="plus">
          {ui.t('agreement.new')}
        </LinkButton>
      )
    }
  >
    <FilterBar ui={ui} action="/aftaler" label={ui.t('agreements.filter')} resetHref={isFiltered(filter) ? '/aftaler' : undefined}>
      <Select ui={ui} name="model" label={ui.t('agreements.column.model')} options={models.map((value) => ({ value, label: `${modelNumber[value]} ${ui.t(`kit.model.${modelNumber[value]}`)}` }))} value={filter.model} empty={ui.t('companies.all')} />
      <Select ui={ui} name="state" label={ui.t('agreements.column.state')} options={agreementStates.map((value) => ({ value, label: ui.t(`agreement.state.${value}`) }))} value={filter.state} empty={ui.t('companies.all')} />
      <Checkboxes ui={ui} name="mine" label={ui.t('agreements.column.contact')} options={[{ value: 'true', label: ui.t('agreements.mine') }]} values={filter.mine ? ['true'] : []} inline />
    </FilterBar>
    <Results summary={more ? ui.t('companies.first', { n: rows.length }) : ui.t.n('agreements.found', rows.length)}>
      {rows.length === 0 ? (
        <Empty title={ui.t(isFiltered(filter) ? 'agreements.none' : 'agreements.empty')}>{ui.t(isFiltered(filter) ? 'agreements.none.text' : 'agreements.empty.text')}</Empty>
      ) : (
        <Table ui={ui} caption={ui.t('agreements.title')} columns={columnsOf(ui)} rows={rows} rowKey={(row) => row.id} />
      )}
      <Pager ui={ui} href={more} />
    </Results>
  </Page>
);

const columnsOf = (ui: Ui): Column<AgreementListRow>[] => [
  { key: 'title', label: ui.t('agreements.column.title'), head: true, cell: (row) => <a href={agreementHref(row.id)}>{row.title}</a> },
  { key: 'party', label: ui.t('agreements.column.party'), plain: true, cell: (row) => (row.companyId ? <a href={`/virksomheder/${row.companyId}`}>{row.party}</a> : row.party) },
  { key: 'model', label: ui.t('agreements.column.model'), plain: true, cell: (row) => <ModelBadge ui={ui} model={modelNumber[row.model]} /> },
  { key: 'slots', label: ui.t('agreements.column.slots'), numeric: true, cell: (row) => <a href={`${agreementHref(row.id)}#pladser`}>{ui.formatNumber(row.slots)}</a> },
  { key: 'idle', label: ui.t('agreements.column.idle'), numeric: true, cell: (row) => <a href={`${agreementHref(row.id)}#pladser`}>{ui.formatNumber(row.idle)}</a> },
  { key: 'state', label: ui.t('agreements.column.state'), plain: true, cell: (row) => <AgreementState ui={ui} state={row.state} /> },
  { key: 'from', label: ui.t('agreements.column.from'), cell: (row) => ui.formatDate(row.startsOn) },
  { key: 'until', label: ui.t('agreements.column.until'), cell: (row) => (row.endsOn ? ui.formatDate(addDays(row.endsOn, -1)) : ui.t('agreements.noEnd')) },
  { key: 'contact', label: ui.t('agreements.column.contact'), cell: (row) => row.contact },
];
