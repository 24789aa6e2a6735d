import type { BroughtCompany, KnownBefore } from '#imports';
import { companyHref } from '../companies/company-href.js';
import { BackLink, Empty, Page, Pager, Table, Tabs, type Column, type Ui } from '../kit/index.js';
import { sharingHref } from './import-href.js';

interface Props {
  readonly ui: Ui;
  readonly userId: string;
  readonly name: string;
  readonly known?: KnownBefore;
  readonly rows: readonly BroughtCompany[];
  readonly more?: string;
}

/** What a colleague has brought into the register, company by company. */
export const SharingPage = ({ ui, userId, name, known, rows, more }: Props) => (
  <Page ui={ui} title={ui.t('importPage.sharing.of', { name })} lead={ui.t('importPage.sharing.of.lead')} back={<BackLink href="/import#deling">{ui.t('importPage.sharing')}</BackLink>}>
    <Tabs label={ui.t('importPage.sharing')} tabs={tabsOf(ui, userId)} current={sharingHref(userId, known)} />
    {rows.length === 0 ? <Empty title={ui.t('importPage.sharing.of.none')} /> : <Table ui={ui} caption={ui.t('importPage.sharing.of', { name })} columns={columnsOf(ui)} rows={rows} rowKey={({ companyId }) => companyId} />}
    <Pager ui={ui} href={more} />
  </Page>
);

const tabsOf = (ui: Ui, userId: string) => [
  { href: sharingHref(userId), label: ui.t('importPage.all') },
  { href: sharingHref(userId, 'first'), label: ui.t('importPage.sharing.first') },
  { href: sharingHref(userId, 'already'), label: ui.t('importPage.sharing.known') },
];

const columnsOf = (ui: Ui): Column<BroughtCompany>[] => [
  { key: 'name', label: ui.t('importPage.company'), head: true, cell: ({ companyId, name }) => <a href={companyHref(companyId)}>{name}</a> },
  { key: 'since', label: ui.t('importPage.sharing.since'), cell: ({ since }) => ui.formatDateTime(since) },
  { key: 'source', label: ui.t('importPage.sharing.source'), cell: ({ source }) => ui.t(`importPage.sharing.source.${source}`) },
  { key: 'others', label: ui.t('importPage.sharing.others'), cell: ({ othersKnew }) => (othersKnew === 0 ? ui.t('importPage.sharing.others.none') : ui.t.n('importPage.sharing.others', othersKnew)) },
];
