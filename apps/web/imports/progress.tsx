import type { ImportView } from '#imports';
import { Card, LinkButton, ProgressBar, type Ui } from '../kit/index.js';
import { importHref } from './import-href.js';

/** How far the run is. The page asks again each second by itself, without JavaScript every other. */
export const Progress = ({ ui, run }: { readonly ui: Ui; readonly run: ImportView }) => (
  <Card>
    <ProgressBar
      id="fremdrift"
      label={ui.t('importPage.progress')}
      value={run.rowsDone}
      max={Math.max(run.rowsTotal, 1)}
      text={ui.t('importPage.progress.text', { done: ui.formatNumber(run.rowsDone), total: ui.formatNumber(run.rowsTotal) })}
    />
    <p class="muted">{ui.t('importPage.progress.leave')}</p>
    <LinkButton ui={ui} kind="secondary" href={importHref(run.id)}>
      {ui.t('importPage.progress.refresh')}
    </LinkButton>
  </Card>
);
