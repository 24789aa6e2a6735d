import type { AgreementPage as Agreement } from '#agreements';
import { Alert, DateField, TextArea, type FieldErrors, type Ui } from '../kit/index.js';
import { EditPage } from '../companies/edit-page.js';
import type { FormValues } from '../form.js';
import { fieldsOf } from '../form-fields.js';
import { agreementHref } from './agreement-href.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly values: FormValues;
  readonly version: number;
  readonly errors?: FieldErrors;
}

/** Afslut aftalen: the first day it no longer holds, and why. */
export const EndAgreementPage = ({ ui, agreement, values, version, errors = {} }: Props) => {
  const field = fieldsOf(ui, values, errors);
  return (
    <EditPage
      ui={ui}
      title={ui.t(agreement.state === 'draft' ? 'agreement.giveUp' : 'agreement.end.title', { title: agreement.title })}
      lead={agreement.state === 'draft' ? agreement.title : ui.t('agreement.end.lead')}
      action={`${agreementHref(agreement.id)}/afslut`}
      back={{ href: agreementHref(agreement.id), label: agreement.title }}
      errors={errors}
      version={version}
      submit={ui.t(agreement.state === 'draft' ? 'agreement.giveUp' : 'agreement.end')}
    >
      {agreement.coming && (
        <Alert ui={ui} kind="warning">
          {ui.t('agreement.end.coming', { date: ui.formatDate(agreement.coming.validFrom) })} <a href={`${agreementHref(agreement.id)}/versioner/${agreement.coming.number}`}>{ui.t('change.coming.see')}</a>
        </Alert>
      )}
      <DateField {...field('endsOn')} label={ui.t('agreement.end.on')} hint={ui.t('agreement.end.on.hint')} required />
      <TextArea {...field('reason')} label={ui.t('agreement.end.reason')} hint={ui.t('agreement.end.reason.hint')} rows={3} maxLength={500} required />
    </EditPage>
  );
};
