import { addDays } from '#platform';
import type { UtilisationPage as Used } from '#upkeep';
import { agreementHref } from '../agreements/agreement-href.js';
import { modelNumber } from '../agreements/model-number.js';
import { BackLink, DateField, Empty, FilterBar, ModelBadge, Page, Results, Table, type Ui } from '../kit/index.js';

/** Udnyttelse: occupied of agreed slot-days, the least used agreement first. Of models 2 and 3 nothing is said. */
export const UtilisationPage = ({ ui, used: { period, items, share, occupiedDays, agreedDays } }: { readonly ui: Ui; readonly used: Used }) => (
  <Page ui={ui} title={ui.t('utilisation.title')} lead={ui.t('utilisation.lead')} back={<BackLink href="/kapacitet">{ui.t('capacity.title')}</BackLink>}>
    <FilterBar ui={ui} action="/kapacitet/udnyttelse" label={ui.t('capacityPage.filter')}>
      <DateField ui={ui} name="from" label={ui.t('utilisation.from')} value={period.from} />
      <DateField ui={ui} name="lastDay" label={ui.t('utilisation.lastDay')} value={addDays(period.to, -1)} />
    </FilterBar>
    <Results
      summary={share === null ? ui.t('utilisation.none') : ui.t('utilisation.words', { share: ui.formatPercent(share), occupied: ui.formatNumber(occupiedDays), agreed: ui.formatNumber(agreedDays) })}
    >
      {items.length === 0 ? (
        <Empty title={ui.t('utilisation.none')}>{ui.t('utilisation.none.text')}</Empty>
      ) : (
        <Table
          ui={ui}
          caption={ui.t('utilisation.title')}
          rows={items}
          rowKey={({ agreementId }) => agreementId}
          columns={[
            { key: 'agreement', label: ui.t('utilisation.agreement'), head: true, cell: ({ agreementId, title }) => <a href={`${agreementHref(agreementId)}/pleje`}>{title}</a> },
            { key: 'party', label: ui.t('companies.column.name'), cell: ({ party, title }) => party !== title && party },
            { key: 'model', label: ui.t('agreements.column.model'), cell: ({ model }) => <ModelBadge ui={ui} model={modelNumber[model]} /> },
            { key: 'share', label: ui.t('utilisation.share'), numeric: true, cell: (each) => (each.share === null ? '' : ui.formatPercent(each.share)) },
            { key: 'vacant', label: ui.t('utilisation.vacant'), numeric: true, cell: (each) => ui.formatNumber(each.agreedDays - each.occupiedDays) },
            { key: 'empty', label: ui.t('utilisation.emptyNow'), numeric: true, cell: ({ emptyNow }) => ui.formatNumber(emptyNow) },
            { key: 'contact', label: ui.t('agreements.column.contact'), cell: ({ contactName }) => contactName },
          ]}
        />
      )}
    </Results>
  </Page>
);
