import { agreementText, type AcceptancePage } from '#agreements';
import { AgreementBlocks } from '../agreements/agreement-blocks.js';
import type { FormValues } from '../form.js';
import { textOf } from '../form-fields.js';
import { PhoneLink } from '../phone-link.js';
import { Alert, Button, ButtonRow, Card, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { MailLink } from '../mail-link.js';

interface Props {
  readonly ui: Ui;
  readonly token: string;
  readonly found: AcceptancePage;
  /** A new mail was just sent. */
  readonly sent?: boolean;
  readonly values?: FormValues;
  readonly errors?: FieldErrors;
}

/** The company reads its agreement in plain words and accepts it with a button. No menu, no account, no scripts. */
export const AgreementLinkPage = (props: Props) => (props.found.content ? <Agreement {...props} content={props.found.content} /> : <Closed {...props} />);

const Agreement = ({ ui, token, found, content, values, errors = {} }: Props & { readonly content: NonNullable<AcceptancePage['content']> }) => {
  const text = agreementText(content, ui.lang);
  return (
    <Page ui={ui} title={text.title} layout="bare" scripts={false} lead={`${ui.t('version.title', { n: found.number })} · ${ui.t('version.from', { date: ui.formatDate(found.validFrom) })}`}>
      {found.state === 'used' && (
        <Alert ui={ui} kind="success" heading={ui.t('agreementLink.accepted')}>
          {ui.t('agreementLink.accepted.text', { name: found.name })}
        </Alert>
      )}
      <ErrorSummary ui={ui} errors={errors} />
      <Card>
        <AgreementBlocks ui={ui} text={text} />
      </Card>
      {found.state === 'open' && (
        <Card title={ui.t('agreementLink.accept.title')}>
          <Form ui={ui} action={`/aftale/${token}`}>
            <TextInput ui={ui} name="name" label={ui.t('agreementLink.name')} value={values ? textOf(values, 'name') : found.name} error={errors.name} autocomplete="name" maxLength={120} required />
            <ButtonRow>
              <Button ui={ui} icon="check">
                {ui.t('agreementLink.accept')}
              </Button>
            </ButtonRow>
          </Form>
          <p class="muted">{ui.t('mentorPage.until', { when: ui.formatDateTime(found.expiresAt) })}</p>
        </Card>
      )}
      <Contact ui={ui} found={found} />
    </Page>
  );
};

const Contact = ({ ui, found: { contact, organisation } }: Pick<Props, 'ui' | 'found'>) =>
  contact && (
    <Card title={ui.t('agreementLink.other')}>
      <p class="contact">
        <strong>{contact.name}</strong>
        <span class="muted">{organisation}</span>
        {contact.phone && <PhoneLink phone={contact.phone} />}
        <MailLink email={contact.email} />
      </p>
    </Card>
  );

/** Why the link shows no agreement, and the way to a new one when it is only late. */
const Closed = ({ ui, token, found, sent }: Props) => (
  <Page ui={ui} title={ui.t(sent ? 'agreementLink.sent' : `agreementLink.${found.state}`)} layout="bare" scripts={false}>
    <p>{ui.t(sent ? 'refusal.agreement-link.renewed' : `refusal.agreement-link.${found.state}`)}</p>
    {found.state === 'expired' && (
      <Form ui={ui} action={`/aftale/${token}/nyt`}>
        <Button ui={ui} icon="email">
          {ui.t('mentorPage.renew')}
        </Button>
      </Form>
    )}
    <Contact ui={ui} found={found} />
  </Page>
);

export const UnknownLink = ({ ui }: { readonly ui: Ui }) => (
  <Page ui={ui} title={ui.t('mentorPage.unknown')} layout="bare" scripts={false}>
    <p>{ui.t('refusal.agreement-link.unknown')}</p>
  </Page>
);
