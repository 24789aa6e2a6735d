import type { CompanyAgreement, CompanyOpening, CompanyPage, Contact, Workplace } from '#companies';
import { may } from '../may.js';
import { AgreementState } from '../agreements/agreement-state.js';
import { modelNumber } from '../agreements/model-number.js';
import { Badge, Empty, LinkButton, ModelBadge, Table, type Column, type Ui } from '../kit/index.js';
import { workplaceLimitsHref } from '../limits/limits-href.js';
import { PhoneLink } from '../phone-link.js';
import { MailLink } from '../mail-link.js';

interface Props {
  readonly ui: Ui;
  readonly company: CompanyPage;
}

/** A part's rows with the way to add one; when there is none, why one would want one. */
export function Part<Row extends { readonly id: string }>(props: {
  readonly ui: Ui;
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly none: string;
  readonly add?: { readonly href: string; readonly label: string };
}) {
  const { ui, add, none } = props;
  const button = add && (
    <LinkButton ui={ui} kind="secondary" href={add.href} icon="plus">
      {add.label}
    </LinkButton>
  );
  if (props.rows.length === 0) {
    return (
      <Empty title={ui.t(none)} action={button}>
        {ui.t(`${none}.text`)}
      </Empty>
    );
  }
  return (
    <>
      <Table ui={ui} caption={props.caption} columns={props.columns} rows={props.rows} rowKey={(row) => row.id} />
      {button && <div class="button-row">{button}</div>}
    </>
  );
}

const editColumn = <Row extends { readonly id: string; readonly name: string }>(ui: Ui, label: string, href: (row: Row) => string): Column<Row> => ({
  key: 'do',
  label,
  quiet: true,
  cell: (row) =>
    may(ui, 'companies.write') && (
      <LinkButton ui={ui} kind="quiet" small href={href(row)} icon="edit">
        {ui.t('form.edit')}
        <span class="sr-only"> {row.name}</span>
      </LinkButton>
    ),
});

export const AgreementsPart = ({ ui, company }: Props) => (
  <Part
    ui={ui}
    caption={ui.t('company.tab.aftaler')}
    rows={company.agreements}
    none="company.agreements.none"
    add={may(ui, 'agreements.write') ? { href: `/aftaler/ny?virksomhed=${company.id}`, label: ui.t('company.agreement') } : undefined}
    columns={agreementColumns(ui)}
  />
);

const agreementColumns = (ui: Ui): Column<CompanyAgreement>[] => [
  { key: 'title', label: ui.t('agreements.column.title'), head: true, cell: (row) => <a href={`/aftaler/${row.id}`}>{row.title}</a> },
  { key: 'model', label: ui.t('agreements.column.model'), cell: (row) => <ModelBadge ui={ui} model={modelNumber[row.model]} /> },
  { key: 'slots', label: ui.t('agreements.column.slots'), numeric: true, cell: (row) => ui.formatNumber(row.slots) },
  { key: 'state', label: ui.t('agreements.column.state'), cell: (row) => <AgreementState ui={ui} state={row.state} /> },
  { key: 'from', label: ui.t('agreements.column.from'), cell: (row) => ui.formatDate(row.startsOn) },
  { key: 'until', label: ui.t('agreements.column.until'), cell: (row) => (row.endsOn ? ui.formatDate(row.endsOn) : ui.t('agreements.noEnd')) },
];

export const OpeningsPart = ({ ui, company }: Props) => (
  <Part
    ui={ui}
    caption={ui.t('company.tab.aabninger')}
    rows={company.openings}
    none="company.openings.none"
    add={may(ui, 'openings.share') ? { href: `/del?virksomhed=${company.id}`, label: ui.t('company.share') } : undefined}
    columns={openingColumns(ui)}
  />
);

const openingColumns = (ui: Ui): Column<CompanyOpening>[] => [
  { key: 'tasks', label: ui.t('company.openings.column.tasks'), head: true, cell: (row) => <a href={`/puljen/${row.id}`}>{row.tasks}</a> },
  { key: 'workplace', label: ui.t('company.openings.column.workplace'), cell: (row) => row.workplace },
  {
    key: 'model',
    label: ui.t('company.openings.column.model'),
    cell: (row) => (row.model ? <ModelBadge ui={ui} model={modelNumber[row.model]} /> : ui.t('company.openings.outside')),
  },
  { key: 'free', label: ui.t('company.openings.column.free'), numeric: true, cell: (row) => ui.t('company.openings.free', { free: row.places - row.taken, places: row.places }) },
  { key: 'from', label: ui.t('company.openings.column.from'), cell: (row) => ui.formatDate(row.freeFrom) },
  { key: 'state', label: ui.t('company.openings.column.state'), cell: (row) => <OpeningState ui={ui} opening={row} /> },
];

const OpeningState = ({ ui, opening }: { readonly ui: Ui; readonly opening: CompanyOpening }) => {
  if (opening.taken >= opening.places) return <Badge tone="warn">{ui.t('company.openings.reserved')}</Badge>;
  return opening.model === 'standing' ? <Badge tone="info">{ui.t('company.openings.callable')}</Badge> : <Badge tone="good">{ui.t('company.openings.isFree')}</Badge>;
};

export const WorkplacesPart = ({ ui, company }: Props) => (
  <Part
    ui={ui}
    caption={ui.t('company.tab.arbejdssteder')}
    rows={company.workplaces}
    none="company.workplaces.none"
    add={may(ui, 'companies.write') ? { href: `/virksomheder/${company.id}/arbejdssteder/ny`, label: ui.t('company.workplaces.add') } : undefined}
    columns={workplaceColumns(ui)}
  />
);

const workplaceColumns = (ui: Ui): Column<Workplace>[] => [
  {
    key: 'name',
    label: ui.t('workplace.column.name'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.name}</span>
        {row.pNumber && <small>{ui.t('workplace.pNumber', { pNumber: row.pNumber })}</small>}
        {row.closedOn && <Badge tone="bad">{ui.t('workplace.closed', { date: ui.formatDate(row.closedOn) })}</Badge>}
      </span>
    ),
  },
  {
    key: 'address',
    label: ui.t('workplace.column.address'),
    cell: (row) => (
      <span class="named">
        <span>{row.street}</span>
        <span>{[row.postalCode, row.town].filter(Boolean).join(' ')}</span>
      </span>
    ),
  },
  { key: 'municipality', label: ui.t('workplace.column.municipality'), cell: (row) => row.municipality },
  { key: 'sector', label: ui.t('workplace.column.sector'), cell: (row) => (ui.lang === 'da' ? row.sectorDa : row.sectorEn) },
  {
    key: 'employees',
    label: ui.t('workplace.column.employees'),
    cell: (row) =>
      row.employeesFte !== null && (
        <span class="named">
          <span>{ui.t('workplace.employees', { n: ui.formatNumber(row.employeesFte, 1) })}</span>
          {row.employeesOn && <small>{ui.t('workplace.employees.on', { date: ui.formatDate(row.employeesOn) })}</small>}
        </span>
      ),
  },
  { key: 'room', label: ui.t('limits.title'), cell: (row) => <a href={workplaceLimitsHref(row.id)}>{ui.t('limits.link')}<span class="sr-only"> {row.name}</span></a> },
  editColumn(ui, ui.t('workplace.column.do'), (row) => `/arbejdssteder/${row.id}/ret`),
];

export const ContactsPart = ({ ui, company }: Props) => (
  <Part
    ui={ui}
    caption={ui.t('company.tab.kontakter')}
    rows={company.contacts}
    none="company.contacts.none"
    add={may(ui, 'companies.write') ? { href: `/virksomheder/${company.id}/kontakter/ny`, label: ui.t('company.contacts.add') } : undefined}
    columns={contactColumns(ui, company)}
  />
);

const contactColumns = (ui: Ui, { id, workplaces }: CompanyPage): Column<Contact>[] => [
  {
    key: 'name',
    label: ui.t('contact.column.name'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.name}</span>
        {row.title && <small>{row.title}</small>}
      </span>
    ),
  },
  { key: 'phone', label: ui.t('contact.column.phone'), cell: (row) => row.phone && <PhoneLink phone={row.phone} /> },
  { key: 'email', label: ui.t('contact.column.email'), cell: (row) => row.email && <MailLink email={row.email} /> },
  { key: 'way', label: ui.t('contact.column.way'), cell: (row) => row.preferredContact && ui.t(`value.preferredContact.${row.preferredContact}`) },
  { key: 'workplace', label: ui.t('contact.column.workplace'), cell: (row) => workplaces.find((each) => each.id === row.workplaceId)?.name ?? ui.t('contact.wholeCompany') },
  { key: 'note', label: ui.t('field.note'), cell: (row) => row.note },
  editColumn(ui, ui.t('contact.column.do'), (row) => `/virksomheder/${id}/kontakter/${row.id}/ret`),
];
