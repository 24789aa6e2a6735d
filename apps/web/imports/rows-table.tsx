import type { ImportRowView, ImportView } from '#imports';
import { hasText, phoneText } from '#dictionary';
import { writeCursor } from '#platform';
import { companyHref } from '../companies/company-href.js';
import { Badge, Empty, Table, type Column, type Tone, type Ui } from '../kit/index.js';
import { rowsHref } from './import-href.js';

interface Props {
  readonly ui: Ui;
  readonly run: ImportView;
  readonly rows: readonly ImportRowView[];
}

/** The rows as they were understood, with what happens to each and what was left out of it. */
export const RowsTable = ({ ui, run, rows }: Props) =>
  rows.length === 0 ? <Empty title={ui.t('importPage.noRows')}>{ui.t('importPage.noRows.text')}</Empty> : <Table ui={ui} caption={ui.t('importPage.verdicts')} columns={columnsOf(ui, run)} rows={rows} rowKey={({ row }) => String(row)} />;

const tones: Readonly<Record<ImportRowView['verdict'], Tone>> = { new: 'good', adds: 'info', duplicate: 'neutral', decision: 'warn', refused: 'bad' };

const columnsOf = (ui: Ui, run: ImportView): Column<ImportRowView>[] => [
  { key: 'company', label: ui.t('importPage.company'), head: true, cell: (row) => <Name ui={ui} row={row} /> },
  { key: 'row', label: ui.t('importPage.row'), numeric: true, cell: ({ row }) => ui.formatNumber(row) },
  { key: 'verdict', label: ui.t('importPage.verdict'), cell: (row) => <VerdictOf ui={ui} run={run} row={row} /> },
  { key: 'place', label: ui.t('importPage.place'), cell: ({ facts }) => facts && [facts.street, [facts.postalCode, facts.town].filter(Boolean).join(' ')].filter(Boolean).join(', ') },
  { key: 'contact', label: ui.t('importPage.contact'), cell: ({ facts }) => facts && [facts.contactName, ...[facts.phone, ...(facts.morePhones ?? [])].map((phone) => phone && phoneText(phone)), facts.email].filter(Boolean).join(', ') },
  { key: 'notes', label: ui.t('importPage.notes'), cell: (row) => notesOf(ui, row) },
];

const Name = ({ ui, row: { facts, companyId, row } }: { readonly ui: Ui; readonly row: ImportRowView }) => {
  const name = facts?.name ?? ui.t('importPage.columns.number', { n: row });
  return (
    <span class="named">
      {!facts ? <span class="muted">–</span> : companyId ? <a href={companyHref(companyId)}>{name}</a> : <span>{name}</span>}
      {facts?.workplaceName && <small>{facts.workplaceName}</small>}
      {facts?.cvr && <small>{ui.t('company.cvr', { cvr: facts.cvr })}</small>}
    </span>
  );
};

/** A row that needs a decision leads to it, and says when it has one. */
const VerdictOf = ({ ui, run, row: { verdict, decision, row } }: Omit<Props, 'rows'> & { readonly row: ImportRowView }) => (
  <span class="named">
    {isTakenBack(run, verdict, decision) ? <Badge>{ui.t('import.status.undone')}</Badge> : <Badge tone={decision ? 'neutral' : tones[verdict]}>{ui.t(`import.verdict.${verdict}`)}</Badge>}
    {verdict === 'decision' && run.status === 'preview' && (
      <a class="decide-link" href={`${rowsHref(run.id, { verdict, cursor: writeCursor([row - 1]) })}#raekke-${row}`}>
        {ui.t(decision ? 'importPage.decide.change' : 'importPage.decide.go')}
        <span class="sr-only"> {ui.t('importPage.row')} {row}</span>
      </a>
    )}
  </span>
);

/** What the run made or filled in by this row was taken back. */
const isTakenBack = ({ status }: ImportView, verdict: ImportRowView['verdict'], decision: string | null): boolean =>
  status === 'undone' && ['new', 'adds', 'decision'].includes(verdict) && decision !== 'leave-out';

/** Why a row was refused, or what could not be read in it. */
function notesOf(ui: Ui, { row, reason, reasonColumn, warnings }: ImportRowView) {
  const sentences = [
    ...(reason ? [ui.t(`import.reason.${reason}`, { row, column: reasonColumn ?? '' })] : []),
    ...warnings.map(({ code, field }) => ui.t(hasText(code) ? code : `import.field.${field}`)),
  ];
  return sentences.length > 0 && sentences.join(' ');
}
