import type { PageLinkState } from '#mentor-page';
import { Alert, Button, ButtonRow, Card, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';

interface AskProps {
  readonly ui: Ui;
  /** The mail is under way, whoever asked. */
  readonly asked?: boolean;
  readonly email?: string;
  readonly errors?: FieldErrors;
}

/** Where a mentor asks for a link: an address, a button, and the same answer for everybody. */
export const AskPage = ({ ui, asked, email = '', errors = {} }: AskProps) => (
  <Page ui={ui} title={ui.t('mentorAccess.title')} lead={ui.t('mentorAccess.lead')} layout="bare" scripts={false} home="/mentor">
    {asked && (
      <Alert ui={ui} kind="success" heading={ui.t('mentorAccess.sent')} live>
        {ui.t('mentorAccess.sent.text')}
      </Alert>
    )}
    <ErrorSummary ui={ui} errors={errors} />
    <Card>
      <Form ui={ui} action="/mentor/adgang" class="mentor-answers">
        <TextInput ui={ui} name="email" type="email" label={ui.t('signIn.email')} hint={ui.t('mentorAccess.email.hint')} value={email} autocomplete="email" maxLength={254} error={errors.email} required />
        <Button ui={ui}>{ui.t('mentorAccess.ask')}</Button>
      </Form>
    </Card>
    <p class="muted">{ui.t('mentorAccess.none')}</p>
  </Page>
);

interface LinkProps {
  readonly ui: Ui;
  readonly token: string;
  readonly state: PageLinkState;
  /** A new one is under way. */
  readonly renewed?: boolean;
}

/** An opened link: a button to go in by, or why it no longer works and a way to a new one. */
export const LinkPage = ({ ui, token, state, renewed }: LinkProps) => (
  <Page ui={ui} title={ui.t(renewed ? 'mentorAccess.sent' : `mentorAccess.${state}`)} layout="bare" scripts={false} home="/mentor">
    <p>{ui.t(renewed ? 'mentorAccess.sent.text' : `mentorAccess.${state}.text`)}</p>
    {!renewed && (
      <Form ui={ui} action={state === 'open' ? `/mentor/link/${token}` : `/mentor/link/${token}/nyt`} class="mentor-answers">
        <Button ui={ui}>{ui.t(state === 'open' ? 'mentorAccess.enter' : 'mentorAccess.renew')}</Button>
      </Form>
    )}
  </Page>
);

export const UnknownPageLink = ({ ui }: { readonly ui: Ui }) => (
  <Page ui={ui} title={ui.t('mentorPage.unknown')} layout="bare" scripts={false} home="/mentor">
    <p>{ui.t('mentorAccess.unknown.text')}</p>
    <ButtonRow>
      <a class="button button-primary" href="/mentor/adgang">
        {ui.t('mentorAccess.renew')}
      </a>
    </ButtonRow>
  </Page>
);
