import type { ImportView } from '#imports';
import { Alert, Button, ButtonRow, Card, Form, PostButton, Radios, type Ui } from '../kit/index.js';
import { importHref, rowsHref } from './import-href.js';

interface Props {
  readonly ui: Ui;
  readonly run: ImportView;
}

/** What stands between the preview and the run: columns left out, refused rows, open questions; then the button. */
export const Preview = ({ ui, run, deciding }: Props & { readonly deciding: boolean }) => {
  const unused = run.mapping.flatMap((field, index) => (field === null ? [run.headings[index] || ui.t('importPage.columns.number', { n: index + 1 })] : []));
  return (
    <Card title={ui.t('importPage.run')}>
      {unused.length > 0 && (
        <p class="muted">
          {ui.t('importPage.columns.unused', { columns: unused.join(', ') })} <a href={importHref(run.id, 'kolonner')}>{ui.t('importPage.columns.adjust')}</a>
        </p>
      )}
      {run.counts.refused > 0 && <Refused ui={ui} run={run} />}
      {run.undecided > 0 && (
        <Alert ui={ui} kind="warning">
          {ui.t.n('importPage.decide.left', run.undecided)} {!deciding && <a href={rowsHref(run.id, { verdict: 'decision' })}>{ui.t.n('importPage.decide.them', run.undecided)}</a>}
        </Alert>
      )}
      <RunForm ui={ui} run={run} />
    </Card>
  );
};

/** The refused rows as a file. */
export const Refused = ({ ui, run }: Props) => (
  <Alert ui={ui} kind="info">
    {ui.t.n('importPage.refusedFile.text', run.counts.refused)}{' '}
    <a href={importHref(run.id, 'afviste')} download>
      {ui.t('importPage.refusedFile')}
    </a>
  </Alert>
);

const RunForm = ({ ui, run }: Props) => {
  const nothing = run.counts.refused === run.rowsTotal;
  return (
    <>
      {nothing ? (
        <p>{ui.t('importPage.run.nothing')}</p>
      ) : (
        <Form ui={ui} id="koer" action={importHref(run.id, 'koer')} fields={{ version: run.version }}>
          {run.undecided > 0 && (
            <Radios
              ui={ui}
              name="undecided"
              label={ui.t('importPage.run.undecided')}
              options={(['new', 'leave-out'] as const).map((value) => ({ value, label: ui.t(`importPage.run.undecided.${value}`) }))}
              value="new"
              inline
            />
          )}
          <p class="muted">{ui.t('importPage.run.text')}</p>
        </Form>
      )}
      <ButtonRow>
        {!nothing && (
          <Button ui={ui} form="koer" icon="check">
            {ui.t('importPage.run.submit')}
          </Button>
        )}
        <PostButton ui={ui} kind="secondary" action={importHref(run.id, 'kasser')}>
          {ui.t('importPage.discard')}
        </PostButton>
      </ButtonRow>
    </>
  );
};
