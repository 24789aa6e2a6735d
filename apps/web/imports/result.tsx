import { hasText } from '#dictionary';
import type { ImportView, Kept, Outcome } from '#imports';
import { companyHref } from '../companies/company-href.js';
import { may } from '../may.js';
import { Alert, Button, Card, Empty, Figures, Form, PostButton, Table, type Column, type Ui } from '../kit/index.js';
import { importHref, rowsHref, sharingHref } from './import-href.js';
import { Refused } from './preview.js';

interface Props {
  readonly ui: Ui;
  readonly run: ImportView;
  readonly kept: readonly Kept[];
}

/** What came of an import that has ended, one way or the other. */
export const Result = ({ ui, run, kept }: Props) => {
  const { outcome } = run.counts;
  return (
    <>
      {run.status === 'failed' && (
        <Alert ui={ui} kind="error" heading={ui.t('importPage.failed')}>
          <p>{failedWords(ui, run.errorCode)}</p>
          {may(ui, 'imports.write') && <TryAgain ui={ui} run={run} />}
        </Alert>
      )}
      {run.status === 'undone' && <Undone ui={ui} run={run} kept={kept} />}
      {run.status === 'done' && outcome && <Came ui={ui} run={run} outcome={outcome} />}
      {run.counts.refused > 0 && <Refused ui={ui} run={run} />}
      {run.status === 'done' && may(ui, 'imports.write') && <Undo ui={ui} run={run} />}
    </>
  );
};

/** Why it failed, in a sentence of its own; nothing was changed in any case. */
function failedWords(ui: Ui, code: string | null): string {
  const key = `importPage.failed.${code ?? 'unexpected'}`;
  return ui.t(hasText(key) ? key : 'importPage.failed.unexpected');
}

/** A failed run has changed nothing: the same rows with the same decisions. */
const TryAgain = ({ ui, run }: Omit<Props, 'kept'>) => (
  <PostButton ui={ui} kind="secondary" action={importHref(run.id, 'koer')} fields={{ version: run.version }}>
    {ui.t('importPage.failed.again')}
  </PostButton>
);

const Came = ({ ui, run, outcome }: Omit<Props, 'kept'> & { readonly outcome: Outcome }) => {
  const all = rowsHref(run.id, {});
  const figure = (name: 'companies' | 'workplaces' | 'contacts' | 'filled' | 'merged', href: string) => ({ label: ui.t(`importPage.result.${name}`), value: ui.formatNumber(outcome[name]), href });
  const known = { known: ui.formatNumber(outcome.alreadyKnown), name: run.userName };
  return (
    <>
      <h2>{ui.t('importPage.result')}</h2>
      <Figures
        figures={[
          figure('companies', rowsHref(run.id, { verdict: 'new' })),
          figure('workplaces', all),
          figure('contacts', all),
          ...(outcome.filled > 0 ? [figure('filled', all)] : []),
          ...(outcome.merged > 0 ? [figure('merged', all)] : []),
        ]}
      />
      <Alert ui={ui} kind="success" live>
        {ui.viewer?.name === run.userName ? ui.t.n('importPage.result.known', outcome.brought, known) : ui.t.n('importPage.result.knownOf', outcome.brought, known)} <a href={sharingHref(run.userId)}>{ui.t('importPage.sharing.see')}</a>
      </Alert>
    </>
  );
};

const Undo = ({ ui, run }: Omit<Props, 'kept'>) => (
  <details class="undo-import">
    <summary>{ui.t('importPage.undo')}</summary>
    <p id="fortryd">{ui.t('importPage.undo.text')}</p>
    <Form ui={ui} action={importHref(run.id, 'fortryd')} fields={{ version: run.version }}>
      <Button ui={ui} kind="warning">
        {ui.t('importPage.undo')}
      </Button>
    </Form>
  </details>
);

const Undone = ({ ui, run, kept }: Props) => (
  <>
    <Alert ui={ui} kind="info" heading={ui.t('importPage.undone')}>
      {run.undoneAt && ui.t('importPage.undone.at', { at: ui.formatDateTime(run.undoneAt) })}
    </Alert>
    <Card title={ui.t('importPage.kept')}>
      {kept.length === 0 ? (
        <Empty title={ui.t('importPage.kept.none')} />
      ) : (
        <>
          <p class="muted">{ui.t('importPage.kept.text')}</p>
          <Table ui={ui} caption={ui.t('importPage.kept')} columns={keptColumns(ui)} rows={kept} rowKey={({ id }) => id} />
        </>
      )}
    </Card>
  </>
);

const keptColumns = (ui: Ui): Column<Kept>[] => [
  { key: 'name', label: ui.t('importPage.kept.name'), head: true, cell: ({ name, companyId }) => <a href={companyHref(companyId)}>{name}</a> },
  { key: 'kind', label: ui.t('importPage.kept.kind'), cell: ({ kind }) => ui.t(`importPage.kept.kind.${kind}`) },
];
