import { personas } from '#people';
import { DoneToast } from '../done-toast.js';
import { Button, ButtonRow, Card, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly next: string;
  readonly email?: string;
  readonly errors?: FieldErrors;
}

/** Log ind: address and password; in demo mode the invented people first, so that a visitor is inside with one press. */
export const SignInPage = ({ ui, next, email = '', errors = {} }: Props) => (
  <Page ui={ui} title={ui.t('signIn.title')} layout="bare" lead={ui.t('signIn.lead')} toast={<DoneToast ui={ui} />}>
    {ui.demo && <PersonaChooser ui={ui} next={next} />}
    <Card title={ui.demo ? ui.t('signIn.withPassword') : undefined}>
      <ErrorSummary ui={ui} errors={errors} />
      <Form ui={ui} action="/log-ind" fields={{ next }}>
        <TextInput ui={ui} name="email" type="email" label={ui.t('signIn.email')} value={email} autocomplete="username" error={errors.email} required />
        <TextInput ui={ui} name="password" type="password" label={ui.t('signIn.password')} autocomplete="current-password" error={errors.password} required />
        <ButtonRow>
          <Button ui={ui}>{ui.t('signIn.submit')}</Button>
          <a href="/glemt-adgangskode">{ui.t('signIn.forgotten')}</a>
        </ButtonRow>
      </Form>
    </Card>
    <p>
      <a href="/mentor/adgang">{ui.t('mentorAccess.fromSignIn')}</a>
    </p>
  </Page>
);

const PersonaChooser = ({ ui, next }: { readonly ui: Ui; readonly next: string }) => (
  <Card title={ui.t('signIn.personas')} id="personas">
    <p>{ui.t('signIn.personas.hint')}</p>
    <Form ui={ui} action="/log-ind/persona" fields={{ next }} class="persona-chooser">
      {personas.map((persona) => (
        <button key={persona} type="submit" class="button button-secondary" name="persona" value={persona}>
          <strong>{ui.t(`persona.${persona}`)}</strong>
          <small>{ui.t(`persona.${persona}.does`)}</small>
        </button>
      ))}
    </Form>
  </Card>
);
