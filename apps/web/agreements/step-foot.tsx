import type { ComponentChildren } from 'preact';
import type { AgreementPage as Agreement } from '#agreements';
import { ButtonRow, type Ui } from '../kit/index.js';
import { stepHref, steps, type Step } from './agreement-href.js';

/** The buttons of a step, and the way to the one before. */
export const StepFoot = ({ ui, agreement, step, children }: { readonly ui: Ui; readonly agreement: Agreement; readonly step: Step; readonly children: ComponentChildren }) => {
  const before = steps[steps.indexOf(step) - 1];
  return (
    <div class="form-foot">
      <ButtonRow>{children}</ButtonRow>
      {before && <a href={stepHref(agreement.id, before)}>{ui.t('agreement.previous')}</a>}
    </div>
  );
};
