import type { ComponentChildren } from 'preact';
import type { AgreementPage as Agreement } from '#agreements';
import { Alert, BackLink, ErrorSummary, ModelBadge, Page, StepIndicator, Toast, type FieldErrors, type Ui } from '../kit/index.js';
import { doneSentence } from '../ui-of-request.js';
import { agreementHref, stepHref, stepOf, steps, type Step } from './agreement-href.js';
import { modelNumber } from './model-number.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly step: Step;
  readonly errors?: FieldErrors;
  readonly children: ComponentChildren;
}

/** One step of the editor. All steps are open at any time: what was saved is there, and nothing is lost between them. */
export const StepFrame = ({ ui, agreement, step, errors = {}, children }: Props) => (
  <Page
    ui={ui}
    title={ui.t(`step.${step}`)}
    lead={
      <>
        <ModelBadge ui={ui} model={modelNumber[agreement.model]} /> · {agreement.title}
      </>
    }
    layout="narrow"
    back={<BackLink href={agreementHref(agreement.id)}>{agreement.title}</BackLink>}
    toast={doneSentence(ui) && <Toast ui={ui}>{doneSentence(ui)}</Toast>}
  >
    <StepIndicator ui={ui} current={steps.indexOf(step)} steps={steps.map((each) => ({ label: ui.t(`step.${each}`), href: stepHref(agreement.id, each), done: isFilled(agreement, each) }))} />
    {agreement.activatedAt !== null && (
      <Alert ui={ui} kind="info">
        {ui.t(agreement.changing ? 'change.writing' : 'change.begin')}
      </Alert>
    )}
    <ErrorSummary ui={ui} errors={errors} labels={{ title: ui.t('field.agreementTitle') }} />
    <Coming ui={ui} agreement={agreement} />
    {children}
  </Page>
);

/** One change at a time has a later day: said before somebody writes another. */
const Coming = ({ ui, agreement: { id, coming } }: Pick<Props, 'ui' | 'agreement'>) =>
  coming && (
    <Alert ui={ui} kind="warning" heading={ui.t('change.coming', { date: ui.formatDate(coming.validFrom) })}>
      <p>{coming.why}</p>
      <p>{ui.t('change.coming.hint')}</p>
      <p>
        <a href={`${agreementHref(id)}/versioner/${coming.number}`}>{ui.t('change.coming.see')}</a> · <a href={`${agreementHref(id)}/versioner#fortryd`}>{ui.t('versions.takeBack')}</a>
      </p>
    </Alert>
  );

/** Whether a step holds what it asks for, in whatever order the steps were visited. */
function isFilled(agreement: Agreement, step: Step): boolean {
  const filled: Readonly<Record<Step, boolean>> = {
    model: agreement.workplaces.length > 0,
    pladser: agreement.slots.length > 0 || agreement.model === 'match_driven',
    mentor: agreement.mentors.length > 0,
    opfoelgning: agreement.contact !== null,
    gennemse: agreement.state !== 'draft',
  };
  return filled[step] && !agreement.missing.some(({ code }) => stepOf(code) === step);
}

/** What every step's page gets. */
export interface StepProps {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly errors?: FieldErrors;
}
