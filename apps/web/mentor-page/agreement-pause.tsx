import type { OwnAgreement } from '#mentor-page';
import type { FormValues } from '../form.js';
import { textOf } from '../form-fields.js';
import { Button, DateField, Form, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { PhoneLink } from '../phone-link.js';
import { MailLink } from '../mail-link.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: OwnAgreement;
  readonly today: string;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** The company's own pause with the whole agreement: those that stand, and a new one; who to ring about anything else. */
export const AgreementPause = ({ ui, agreement, today, values = {}, errors }: Props) => (
  <>
    <ul class="mentor-list">
      {agreement.pauses.map(({ id, from, until, reason, byCompany }) => (
        <li key={id}>
          <span>{ui.t('mentorAgreement.pause', { period: ui.formatPeriod({ from, to: until }), reason })}</span>
          {byCompany && agreement.mayPause && (
            <Form ui={ui} action={`/mentor/aftale/pauser/${id}/slut`}>
              <Button ui={ui} kind="secondary">
                {ui.t(from > today ? 'mentorLimits.cancel' : 'mentorAgreement.back')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
    {agreement.mayPause && <PauseForm ui={ui} id={agreement.id} today={today} values={values} errors={errors} />}
    <Contact ui={ui} agreement={agreement} />
  </>
);

const PauseForm = ({ ui, id, today, values, errors }: Required<Pick<Props, 'ui' | 'today' | 'values'>> & Pick<Props, 'errors'> & { readonly id: string }) => {
  const field = (name: 'from' | 'until' | 'reason') => ({ ui, name, id: `${name}-${id.slice(-12)}`, label: ui.t(`mentorAgreement.${name}`), value: textOf(values, name), error: errors?.[name] });
  return (
    <details class="more-fields" open={errors !== undefined}>
      <summary>{ui.t('mentorAgreement.pause.new')}</summary>
      <p>{ui.t('mentorAgreement.pause.text')}</p>
      <Form ui={ui} action={`/mentor/aftale/${id}/pause`} class="mentor-answers">
        <DateField {...field('from')} value={textOf(values, 'from') || today} required />
        <DateField {...field('until')} required />
        <TextInput {...field('reason')} maxLength={300} required />
        <Button ui={ui} kind="secondary">
          {ui.t('mentorAgreement.pause.begin')}
        </Button>
      </Form>
    </details>
  );
};

const Contact = ({ ui, agreement: { content } }: Pick<Props, 'ui' | 'agreement'>) =>
  content.contact && (
    <p class="contact">
      {ui.t('mentorAgreement.change', { name: content.contact.name })}
      {content.contact.phone && <PhoneLink phone={content.contact.phone} />}
      {content.contact.email && <MailLink email={content.contact.email} />}
    </p>
  );
