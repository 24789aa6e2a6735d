import type { MentorContact, MentorRequest, MentorRequestPage } from '#placements';
import { lastDay } from '#platform';
import { PhoneLink } from '../phone-link.js';
import { Alert, Button, Card, DefinitionList, ErrorSummary, Form, Page, type FieldErrors, type Ui } from '../kit/index.js';
import { MailLink } from '../mail-link.js';
import { AnswerForms } from './answer-forms.js';

interface Props extends MentorRequestPage {
  readonly ui: Ui;
  readonly token: string;
  /** What was just answered. */
  readonly answered?: string;
  readonly errors?: FieldErrors;
}

/** The mentor is asked for one trainee and answers with a button. No menu, no account, nothing beyond this request. */
export const MentorPage = (props: Props) =>
  props.state === 'open' && props.request ? <OpenRequest {...props} request={props.request} /> : <ClosedRequest {...props} />;

const OpenRequest = ({ ui, token, request, answered, errors = {} }: Props & { readonly request: MentorRequest }) => (
  <Page ui={ui} title={ui.t('mentorPage.title')} layout="bare" scripts={false} lead={request.mentorName ? ui.t('mentorPage.lead', { name: request.mentorName, workplace: request.workplaceName }) : request.workplaceName}>
    {answered === 'call' && (
      <Alert ui={ui} kind="success" heading={ui.t('mentorPage.called')}>
        {ui.t('mentorPage.called.text', { name: request.contactName })}
      </Alert>
    )}
    <ErrorSummary ui={ui} errors={errors} />
    <Card>
      <DefinitionList
        facts={[
          { term: ui.t('mentorPage.who'), value: ui.t('mentorPage.who.text', { organisation: request.organisationName }) },
          { term: ui.t('mentorPage.from'), value: ui.formatDate(request.from) },
          { term: ui.t('mentorPage.period'), value: ui.formatDate(lastDay({ from: request.from, to: request.until })) },
          { term: ui.t('mentorPage.hours'), value: ui.formatHours(request.minutesPerWeek) },
          { term: ui.t('mentorPage.tasks'), value: <span class="kept-lines">{request.tasks}</span> },
          { term: ui.t('mentorPage.considerations'), value: request.considerations.join(', ') },
        ]}
      />
    </Card>
    <AnswerForms ui={ui} action={`/svar/${token}`} errors={errors} mayCall={request.callbackAt === null} />
    <Contact ui={ui} request={request} />
    <p class="muted">{ui.t('mentorPage.until', { when: ui.formatDateTime(request.linkExpiresAt) })}</p>
  </Page>
);

const Contact = ({ ui, request }: { readonly ui: Ui; readonly request: MentorContact }) => (
  <Card title={ui.t('mentorPage.contact')}>
    <p class="contact">
      <strong>{request.contactName}</strong>
      <span class="muted">{request.organisationName}</span>
      {request.contactPhone && <PhoneLink phone={request.contactPhone} />}
      <MailLink email={request.contactEmail} />
    </p>
  </Card>
);

/** Thanks for the answer just given, or why the link shows no request. */
const ClosedRequest = ({ ui, token, state, contact, answered }: Props) => {
  const what = (state === 'used' || state === 'renewed') && answered ? `thanks.${answered}` : state;
  return (
    <Page ui={ui} title={ui.t(`mentorPage.${what}`)} layout="bare" scripts={false}>
      <p>{ui.t(`mentorPage.${what}.text`)}</p>
      {contact && <Contact ui={ui} request={contact} />}
      {state === 'expired' && (
        <Form ui={ui} action={`/svar/${token}/nyt`}>
          <Button ui={ui} icon="email">
            {ui.t('mentorPage.renew')}
          </Button>
        </Form>
      )}
    </Page>
  );
};

export const UnknownLink = ({ ui }: { readonly ui: Ui }) => (
  <Page ui={ui} title={ui.t('mentorPage.unknown')} layout="bare" scripts={false}>
    <p>{ui.t('mentorPage.unknown.text')}</p>
  </Page>
);
