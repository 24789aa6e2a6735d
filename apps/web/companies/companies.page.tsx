import type { CompanyRow } from '#companies';
import { may } from '../may.js';
import { Checkboxes, Empty, FilterBar, LinkButton, ModelBadge, Page, Pager, Results, Select, Table, TextInput, type Column, type Option, type Ui } from '../kit/index.js';
import { modelNumber } from '../agreements/model-number.js';
import { companyHref } from './company-href.js';

export const pageSize = 50;

export interface CompanyFilter {
  readonly q?: string;
  readonly sector?: string;
  readonly municipality?: string;
  readonly mine?: boolean;
}

interface Props {
  readonly ui: Ui;
  readonly filter: CompanyFilter;
  readonly rows: readonly CompanyRow[];
  /** Address of the next page. */
  readonly more?: string;
  readonly sectors: readonly Option[];
  readonly municipalities: readonly Option[];
}

/** Virksomheder: one field finds a company by anything remembered of it; without a search, the newest first. */
export const CompaniesPage = ({ ui, filter, rows, more, sectors, municipalities }: Props) => (
  <Page
    ui={ui}
    title={ui.t('companies.title')}
    lead={ui.t('companies.lead')}
    actions={
      may(ui, 'companies.write') && (
        <LinkButton ui={ui} href={newCompanyHref(filter)} icon="plus">
          {ui.t('companies.create')}
        </LinkButton>
      )
    }
  >
    <FilterBar
      ui={ui}
      action="/virksomheder"
      label={ui.t('companies.filter')}
      resetHref={isFiltered(filter) ? '/virksomheder' : undefined}
      search={<TextInput ui={ui} name="q" type="search" label={ui.t('companies.q')} value={filter.q} placeholder={ui.t('companies.q.example')} maxLength={200} autocomplete="off" />}
    >
      <Select ui={ui} name="sector" label={ui.t('companies.sector')} options={sectors} value={filter.sector} empty={ui.t('companies.all')} />
      <Select ui={ui} name="municipality" label={ui.t('companies.municipality')} options={municipalities} value={filter.municipality} empty={ui.t('companies.all')} />
      <Checkboxes ui={ui} name="mine" label={ui.t('companies.responsible')} options={[{ value: 'true', label: ui.t('companies.mine') }]} values={filter.mine ? ['true'] : []} inline />
    </FilterBar>
    <Results summary={summaryOf(ui, filter, rows.length, more)}>
      {rows.length === 0 ? <NoCompany ui={ui} filter={filter} /> : <Table ui={ui} caption={ui.t('companies.title')} columns={columnsOf(ui, sectors)} rows={rows} rowKey={(row) => row.workplaceId} />}
      <Pager ui={ui} href={more} />
    </Results>
  </Page>
);

const isFiltered = ({ q, sector, municipality, mine }: CompanyFilter): boolean => Boolean(q || sector || municipality || mine);

function summaryOf(ui: Ui, filter: CompanyFilter, found: number, more: string | undefined): string {
  // A search has one page; when that is full, there may be more, which another word or filter brings.
  const count = more || (filter.q && found >= pageSize) ? ui.t('companies.first', { n: found }) : ui.t.n('companies.found', found);
  return `${count} · ${ui.t(filter.q ? 'companies.order.best' : 'companies.order.newest')}`;
}

const NoCompany = ({ ui, filter }: { readonly ui: Ui; readonly filter: CompanyFilter }) => (
  <Empty
    title={ui.t(isFiltered(filter) ? 'companies.none' : 'companies.empty')}
    action={
      may(ui, 'companies.write') && (
        <LinkButton ui={ui} kind="secondary" href={newCompanyHref(filter)} icon="plus">
          {filter.q ? ui.t('companies.create.named', { name: filter.q }) : ui.t('companies.create')}
        </LinkButton>
      )
    }
  >
    {ui.t(isFiltered(filter) ? 'companies.none.text' : 'companies.empty.text')}
  </Empty>
);

/** What was searched for in vain is likely the name of the one to add; eight digits are its CVR number. */
const newCompanyHref = ({ q }: CompanyFilter): string => {
  if (!q) return '/virksomheder/ny';
  return `/virksomheder/ny?${/^\d{8}$/.test(q) ? 'cvr' : 'name'}=${encodeURIComponent(q)}`;
};

const columnsOf = (ui: Ui, sectors: readonly Option[]): Column<CompanyRow>[] => [
  {
    key: 'company',
    label: ui.t('companies.column.name'),
    head: true,
    cell: (row) => (
      <span class="named">
        <a href={companyHref(row.companyId)}>{row.company}</a>
        {row.cvr && <small>{ui.t('company.cvr', { cvr: row.cvr })}</small>}
      </span>
    ),
  },
  {
    key: 'workplace',
    label: ui.t('companies.column.workplace'),
    plain: true,
    cell: (row) => (
      <span class="named">
        {row.workplace !== row.company && <span>{row.workplace}</span>}
        <span class={row.workplace === row.company ? undefined : 'muted'}>{row.street}</span>
      </span>
    ),
  },
  { key: 'town', label: ui.t('companies.column.town'), plain: true, cell: (row) => [row.postalCode, row.town].filter(Boolean).join(' ') },
  { key: 'sector', label: ui.t('companies.column.sector'), plain: true, cell: (row) => sectors.find(({ value }) => value === row.sectorId)?.label },
  { key: 'responsible', label: ui.t('companies.column.responsible'), cell: (row) => row.responsible ?? <span class="muted">{ui.t('company.responsible.none')}</span> },
  { key: 'agreements', label: ui.t('companies.column.agreements'), cell: (row) => row.models.length > 0 && <Models ui={ui} row={row} /> },
  {
    key: 'open',
    label: ui.t('companies.column.open'),
    numeric: true,
    cell: (row) => (row.openPlaces > 0 ? <a href={companyHref(row.companyId, 'aabninger')}>{ui.formatNumber(row.openPlaces)}</a> : '0'),
  },
];

const Models = ({ ui, row }: { readonly ui: Ui; readonly row: CompanyRow }) => (
  <a class="badges" href={companyHref(row.companyId, 'aftaler')}>
    {row.models.map((model) => (
      <ModelBadge key={model} ui={ui} model={modelNumber[model]} />
    ))}
  </a>
);
