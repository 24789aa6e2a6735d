import type { ImportView, Sharing } from '#imports';
import { may } from '../may.js';
import { Alert, Badge, Button, Card, Empty, Form, LinkButton, Page, Pager, Table, TextInput, Toast, type Column, type Tone, type Ui } from '../kit/index.js';
import { doneSentence } from '../ui-of-request.js';
import { importHref, rowsHref, sharingHref } from './import-href.js';

interface Props {
  readonly ui: Ui;
  readonly runs: readonly ImportView[];
  readonly sharing: readonly Sharing[];
  /** Of the upload just made: a sentence for each refused file, and how many were taken. */
  readonly refused: readonly string[];
  readonly taken: number;
  readonly more?: string;
}

/** Import: bring a private network in, see what became of earlier ones, and how much is known together. */
export const ImportsPage = (props: Props) => {
  const { ui, runs, sharing, more } = props;
  const done = doneSentence(ui);
  return (
    <Page ui={ui} title={ui.t('importPage.title')} lead={ui.t('importPage.lead')} toast={done && <Toast ui={ui}>{done}</Toast>}>
      {may(ui, 'imports.write') && <Upload {...props} />}
      <h2>{ui.t('importPage.runs')}</h2>
      {runs.length === 0 ? <Empty title={ui.t('importPage.none')}>{ui.t('importPage.none.text')}</Empty> : <Table ui={ui} caption={ui.t('importPage.runs')} columns={runColumns(ui)} rows={runs} rowKey={({ id }) => id} />}
      <Pager ui={ui} href={more} />
      <Card title={ui.t('importPage.sharing')} id="deling">
        <p class="muted">{ui.t(sharing.length > 0 ? 'importPage.sharing.text' : 'importPage.sharing.none')}</p>
        {sharing.length > 0 && <Table ui={ui} caption={ui.t('importPage.sharing')} columns={sharingColumns(ui)} rows={sharing} rowKey={({ userId }) => userId} />}
      </Card>
    </Page>
  );
};

const Upload = ({ ui, refused, taken }: Props) => (
  <Card title={ui.t('importPage.upload')}>
    {taken > 0 && (
      <Alert ui={ui} kind="success" live>
        {ui.t.n('importPage.taken', taken)}
      </Alert>
    )}
    {refused.length > 0 && (
      <Alert ui={ui} kind="error" heading={ui.t.n('kit.errors', refused.length)} live>
        <ul class="plain-list">
          {refused.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Alert>
    )}
    <Form ui={ui} action="/import" upload class="upload-form">
      <TextInput ui={ui} name="files" type="file" label={ui.t('importPage.files')} hint={ui.t('importPage.files.hint')} accept=".csv,.txt,.xlsx" multiple required error={refused.length > 0 ? refused.join(' ') : undefined} />
      <Button ui={ui} icon="upload">
        {ui.t('importPage.submit')}
      </Button>
    </Form>
  </Card>
);

export const statusTone: Readonly<Record<ImportView['status'], Tone>> = { preview: 'info', running: 'info', done: 'good', failed: 'bad', undone: 'neutral' };

const runColumns = (ui: Ui): Column<ImportView>[] => [
  { key: 'file', label: ui.t('importPage.file'), head: true, cell: (run) => <a href={importHref(run.id)}>{run.fileName}</a> },
  { key: 'by', label: ui.t('importPage.by'), cell: ({ userName }) => userName },
  { key: 'at', label: ui.t('importPage.at'), cell: ({ createdAt }) => ui.formatDateTime(createdAt) },
  { key: 'rows', label: ui.t('importPage.rows'), numeric: true, cell: (run) => <a href={importHref(run.id)}>{ui.formatNumber(run.rowsTotal)}</a> },
  { key: 'status', label: ui.t('importPage.status'), cell: ({ status }) => <Badge tone={statusTone[status]}>{ui.t(`import.status.${status}`)}</Badge> },
  { key: 'outcome', label: ui.t('importPage.outcome'), cell: (run) => <Outcome ui={ui} run={run} /> },
  { key: 'action', label: ui.t('importPage.action'), quiet: true, cell: (run) => may(ui, 'imports.write') && <NextStep ui={ui} run={run} /> },
];

const Outcome = ({ ui, run }: { readonly ui: Ui; readonly run: ImportView }) => {
  if (run.status === 'done' && run.counts.outcome) return <a href={rowsHref(run.id, { verdict: 'new' })}>{ui.t.n('importPage.newCompanies', run.counts.outcome.companies)}</a>;
  return run.status === 'preview' && run.undecided > 0 ? <a href={rowsHref(run.id, { verdict: 'decision' })}>{ui.t.n('importPage.undecided', run.undecided)}</a> : null;
};

const NextStep = ({ ui, run }: { readonly ui: Ui; readonly run: ImportView }) => {
  if (run.status !== 'preview' && run.status !== 'done') return null;
  const isPreview = run.status === 'preview';
  return (
    <LinkButton ui={ui} kind="secondary" small href={isPreview ? importHref(run.id) : `${importHref(run.id)}#fortryd`}>
      {ui.t(isPreview ? 'importPage.toPreview' : 'importPage.toUndo')}
      <span class="sr-only"> {run.fileName}</span>
    </LinkButton>
  );
};

const sharingColumns = (ui: Ui): Column<Sharing>[] => [
  { key: 'who', label: ui.t('importPage.sharing.who'), head: true, cell: ({ userName }) => userName },
  { key: 'brought', label: ui.t('importPage.sharing.brought'), numeric: true, cell: ({ userId, brought }) => <a href={sharingHref(userId)}>{ui.formatNumber(brought)}</a> },
  { key: 'first', label: ui.t('importPage.sharing.first'), numeric: true, cell: ({ userId, firstToBring }) => <a href={sharingHref(userId, 'first')}>{ui.formatNumber(firstToBring)}</a> },
  { key: 'known', label: ui.t('importPage.sharing.known'), numeric: true, cell: ({ userId, alreadyKnown }) => <a href={sharingHref(userId, 'already')}>{ui.formatNumber(alreadyKnown)}</a> },
];
