import type { ImportRowView, ImportView, Kept } from '#imports';
import { BackLink, ErrorSummary, LinkButton, Page, Pager, StepIndicator, Tabs, Toast, type FieldErrors, type Ui } from '../kit/index.js';
import { doneSentence } from '../ui-of-request.js';
import { importHref, rowsHref, verdicts, type RowFilter } from './import-href.js';
import { Decisions } from './decisions.js';
import { Preview } from './preview.js';
import { Progress } from './progress.js';
import { Result } from './result.js';
import { RowsTable } from './rows-table.js';

export interface ImportProps {
  readonly ui: Ui;
  readonly run: ImportView;
  readonly rows: readonly ImportRowView[];
  /** Cursor of the next page of rows. */
  readonly next?: string;
  readonly filter: RowFilter;
  /** Left by an undo, because others have built on it. */
  readonly kept: readonly Kept[];
  readonly errors: FieldErrors;
}

/** One import: looked through, under way, or done; its rows below. What is inside `#import` follows the run by itself. */
export const ImportPage = (props: ImportProps) => {
  const { ui, run, errors } = props;
  const done = doneSentence(ui);
  const running = run.status === 'running';
  return (
    <Page
      ui={ui}
      title={run.fileName}
      lead={ui.t(run.status === 'preview' ? 'importPage.preview.lead' : 'importPage.done.lead', { rows: ui.t.n('importPage.rowCount', run.rowsTotal), name: run.userName })}
      back={<BackLink href="/import">{ui.t('importPage.back')}</BackLink>}
      actions={run.status === 'preview' ? <ColumnsLink {...props} /> : <AnotherLink {...props} />}
      toast={done && <Toast ui={ui}>{done}</Toast>}
      refreshSeconds={running ? 2 : undefined}
    >
      {run.sheet && <WhichSheet ui={ui} sheet={run.sheet} others={run.otherSheets} />}
      <ErrorSummary ui={ui} errors={errors} />
      <div id="import" {...(running && { 'hx-get': importHref(run.id), 'hx-trigger': 'every 1s', 'hx-select': '#import', 'hx-swap': 'outerHTML' })}>
        {run.status === 'preview' ? <LookThrough {...props} /> : running ? <Progress ui={ui} run={run} /> : <Ended {...props} />}
      </div>
    </Page>
  );
};

/** A workbook may hold more sheets than the one that was read. */
const WhichSheet = ({ ui, sheet, others }: { readonly ui: Ui; readonly sheet: string; readonly others: readonly string[] }) => (
  <p class="muted">
    {ui.t('importPage.sheet', { sheet })} {others.length > 0 && ui.t.n('importPage.otherSheets', others.length, { sheets: others.join(', ') })}
  </p>
);

/** While questions are answered they come first, and the button to run below them. */
const LookThrough = (props: ImportProps) => {
  const { ui, run, filter } = props;
  const deciding = filter.verdict === 'decision';
  return (
    <>
      <Steps {...props} />
      {deciding && <Rows {...props} />}
      <Preview ui={ui} run={run} deciding={deciding} />
      {!deciding && <Rows {...props} />}
    </>
  );
};

const Ended = (props: ImportProps) => (
  <>
    <Result {...props} />
    <Rows {...props} />
  </>
);

const ColumnsLink = ({ ui, run }: ImportProps) => (
  <LinkButton ui={ui} kind="secondary" icon="edit" href={importHref(run.id, 'kolonner')}>
    {ui.t('importPage.columns.adjust')}
  </LinkButton>
);

const AnotherLink = ({ ui }: ImportProps) => (
  <LinkButton ui={ui} kind="secondary" icon="upload" href="/import">
    {ui.t('importPage.another')}
  </LinkButton>
);

const Steps = ({ ui, run }: ImportProps) => (
  <StepIndicator
    ui={ui}
    current={2}
    steps={[{ label: ui.t('importPage.step.upload'), href: '/import' }, { label: ui.t('importPage.step.columns'), href: importHref(run.id, 'kolonner') }, { label: ui.t('importPage.step.preview') }, { label: ui.t('importPage.step.run') }]}
  />
);

/** The rows by what happens to them; those that need a decision stand side by side with what they may be the same as. */
const Rows = (props: ImportProps) => {
  const { ui, run, rows, next, filter } = props;
  const deciding = run.status === 'preview' && filter.verdict === 'decision' && rows.length > 0;
  return (
    <section id="raekker" aria-label={ui.t('importPage.verdicts')}>
      <Tabs label={ui.t('importPage.verdicts')} tabs={tabsOf(props)} current={rowsHref(run.id, { verdict: filter.verdict, warned: filter.warned })} />
      {deciding ? <Decisions ui={ui} run={run} rows={rows} cursor={filter.cursor} /> : <RowsTable ui={ui} run={run} rows={rows} />}
      <Pager ui={ui} href={next && rowsHref(run.id, { ...filter, cursor: next })} />
    </section>
  );
};

function tabsOf({ ui, run: { id, rowsTotal, counts } }: ImportProps) {
  return [
    { href: rowsHref(id, {}), label: ui.t('importPage.all'), count: rowsTotal },
    ...verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => ({ href: rowsHref(id, { verdict }), label: ui.t(`import.verdict.${verdict}`), count: counts[verdict] })),
    ...(counts.warned > 0 ? [{ href: rowsHref(id, { warned: true }), label: ui.t('importPage.warned'), count: counts.warned }] : []),
  ];
}
