import { Page, type Ui } from '../kit/index.js';

const sections = ['status', 'known', 'tested', 'tell', 'authority'] as const;

/** Tilgængelighedserklæring, as the law on web accessibility asks for it: status, known faults, how to complain. */
export const AccessibilityPage = ({ ui }: { readonly ui: Ui }) => (
  <Page ui={ui} title={ui.t('accessibility.title')} layout={ui.viewer ? 'narrow' : 'bare'} lead={ui.t('accessibility.lead')}>
    {sections.map((section) => (
      <section key={section}>
        <h2>{ui.t(`accessibility.${section}.title`)}</h2>
        <p>{ui.t(`accessibility.${section}.text`)}</p>
      </section>
    ))}
  </Page>
);
