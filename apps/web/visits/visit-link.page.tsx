import type { VisitLinkPage, VisitRequest } from '#visits';
import { Alert, Button, ButtonRow, Card, DefinitionList, ErrorSummary, Form, Page, TextArea, type FieldErrors, type Ui } from '../kit/index.js';
import { PhoneLink } from '../phone-link.js';
import { MailLink } from '../mail-link.js';

interface Props extends VisitLinkPage {
  readonly ui: Ui;
  readonly token: string;
  readonly errors?: FieldErrors;
}

/** The company chooses one of the times with a button. No menu, no account, no scripts, nothing of the citizen. */
export const VisitLinkScreen = (props: Props) => (props.request ? <Times {...props} request={props.request} /> : <Closed {...props} />);

const Times = ({ ui, token, state, request, errors = {} }: Props & { readonly request: VisitRequest }) => (
  <Page ui={ui} title={request.startsAt ? ui.t('visitLink.closed.agreed') : ui.t(`visitLink.${request.kind}.title`)} layout="bare" scripts={false} lead={ui.t('visitLink.lead', { organisation: request.organisationName, workplace: request.workplaceName })}>
    {request.startsAt && (
      <Alert ui={ui} kind="success" heading={ui.t('visitLink.agreed', { when: ui.formatMeeting(request.startsAt) })}>
        <a href={`/moede/${token}/kalender.ics`} download>
          {ui.t('visitLink.calendar')}
        </a>
      </Alert>
    )}
    <ErrorSummary ui={ui} errors={errors} />
    {state === 'open' && <Choose ui={ui} token={token} request={request} errors={errors} />}
    <Card title={ui.t('visitLink.about')}>
      <DefinitionList
        facts={[
          { term: ui.t('visitLink.tasks'), value: request.tasks },
          { term: ui.t('visitLink.note'), value: request.note },
          { term: ui.t('visitLink.place'), value: request.place },
          { term: ui.t('visitLink.minutes'), value: ui.t('visitLink.minutes.n', { n: request.minutes }) },
        ]}
      />
      <p class="contact">
        <strong>{request.staffName}</strong>
        <span class="muted">{request.organisationName}</span>
        {request.staffPhone && <PhoneLink phone={request.staffPhone} />}
        <MailLink email={request.staffEmail} />
      </p>
    </Card>
  </Page>
);

const Choose = ({ ui, token, request, errors }: Pick<Props, 'ui' | 'token'> & { readonly request: VisitRequest; readonly errors: FieldErrors }) => (
  <div class="mentor-answers">
    {request.times.map(({ number, startsAt }) => (
      <Form key={number} ui={ui} action={`/moede/${token}`} fields={{ number }}>
        <Button ui={ui} icon="check">
          {ui.formatMeeting(startsAt)}
        </Button>
      </Form>
    ))}
    <details class="answer-no" open={Boolean(errors.note)}>
      <summary class="button button-secondary">{ui.t('visitLink.none')}</summary>
      <Form ui={ui} action={`/moede/${token}`}>
        <TextArea ui={ui} name="note" label={ui.t('visitLink.none.note')} rows={2} maxLength={500} error={errors.note} optional />
        <ButtonRow>
          <Button ui={ui} kind="secondary">
            {ui.t('visitLink.none.send')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
  </div>
);

/** Thanks for the answer, or why there is nothing to answer. */
const Closed = ({ ui, token, state }: Props) => (
  <Page ui={ui} title={ui.t(`visitLink.closed.${state}`)} layout="bare" scripts={false}>
    <p>{ui.t(`visitLink.closed.${state}.text`)}</p>
    {state === 'expired' && (
      <Form ui={ui} action={`/moede/${token}/nyt`}>
        <Button ui={ui} icon="email">
          {ui.t('mentorPage.renew')}
        </Button>
      </Form>
    )}
  </Page>
);

export const UnknownVisitLink = ({ ui }: { readonly ui: Ui }) => (
  <Page ui={ui} title={ui.t('mentorPage.unknown')} layout="bare" scripts={false}>
    <p>{ui.t('mentorPage.unknown.text')}</p>
  </Page>
);
