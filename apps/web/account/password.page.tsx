import { Alert, Button, ButtonRow, Card, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';

interface ForgottenProps {
  readonly ui: Ui;
  readonly email?: string;
  /** The mail is on its way, if the address is somebody's: the page says the same for every address. */
  readonly asked?: boolean;
  readonly errors?: FieldErrors;
}

export const ForgottenPage = ({ ui, email = '', asked, errors = {} }: ForgottenProps) => (
  <Page ui={ui} title={ui.t('forgotten.title')} layout="bare" lead={asked ? undefined : ui.t('forgotten.lead')}>
    {asked ? (
      <Alert ui={ui} kind="success" heading={ui.t('forgotten.asked.title')} live>
        <p>{ui.t('forgotten.asked')}</p>
        <p>
          <a href="/log-ind">{ui.t('signIn.title')}</a>
        </p>
      </Alert>
    ) : (
      <Card>
        <ErrorSummary ui={ui} errors={errors} />
        <Form ui={ui} action="/glemt-adgangskode">
          <TextInput ui={ui} name="email" type="email" label={ui.t('signIn.email')} value={email} autocomplete="username" error={errors.email} required />
          <ButtonRow>
            <Button ui={ui}>{ui.t('forgotten.submit')}</Button>
            <a href="/log-ind">{ui.t('form.cancel')}</a>
          </ButtonRow>
        </Form>
      </Card>
    )}
  </Page>
);

interface SetProps {
  readonly ui: Ui;
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly errors?: FieldErrors;
}

/** Where the link of an invitation or a reset mail leads: choose a password, then sign in with it. */
export const SetPasswordPage = ({ ui, token, name, email, errors = {} }: SetProps) => (
  <Page ui={ui} title={ui.t('setPassword.title')} layout="bare" lead={ui.t('setPassword.lead', { name, email })}>
    <Card>
      <ErrorSummary ui={ui} errors={errors} />
      <Form ui={ui} action={`/adgangskode/${token}`}>
        <TextInput ui={ui} name="newPassword" type="password" label={ui.t('account.password.new')} hint={ui.t('account.password.hint')} autocomplete="new-password" error={errors.newPassword} required />
        <ButtonRow>
          <Button ui={ui}>{ui.t('setPassword.submit')}</Button>
        </ButtonRow>
      </Form>
    </Card>
  </Page>
);
