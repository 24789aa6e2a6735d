import type { ComponentChildren } from 'preact';
import { diagnosisPatterns } from '#platform';
import { Alert } from './alert.js';
import type { Ui } from './ui.js';

/** After a form: a text in it seemed to name a diagnosis (see answer.ts). It was taken; this says how to word it. */
export const TextAdvice = ({ ui }: { readonly ui: Ui }) =>
  /[?&]advice=diagnosis(?:&|$)/.test(ui.path) ? (
    <Alert ui={ui} kind="warning" heading={ui.t('advice.diagnosis.saved')} live>
      {ui.t('advice.diagnosis')}
    </Alert>
  ) : null;

interface Props {
  readonly ui: Ui;
  readonly children: ComponentChildren;
}

/** Forms about a citizen: with JavaScript the advice comes while one writes. It never stops anybody. */
export const AboutCitizen = ({ ui, children }: Props) => (
  <div class="about-citizen" data-advice={ui.t('advice.diagnosis')} data-advice-codes={diagnosisPatterns.codes} data-advice-words={diagnosisPatterns.words}>
    {children}
  </div>
);
