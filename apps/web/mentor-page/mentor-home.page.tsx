import type { Goals, OwnPage, OwnRequest, OwnTrainee } from '#mentor-page';
import { lastDay } from '#platform';
import { Alert, Card, DefinitionList, ErrorSummary, type FieldErrors, type Ui } from '../kit/index.js';
import { AnswerForms } from '../mentor-answer/answer-forms.js';
import { PhoneLink } from '../phone-link.js';
import { MailLink } from '../mail-link.js';
import { MentorFrame } from './mentor-frame.js';
import { PulsePart } from './pulse-form.js';

export interface HomeProps {
  readonly ui: Ui;
  readonly page: OwnPage;
  /** The form that came back, by its reservation's or placement's id. */
  readonly wrong?: { readonly id: string; readonly errors: FieldErrors };
}

/** A mentor's first page: what waits for an answer, and the trainees with this week's question. */
export const MentorHomePage = ({ ui, page, wrong }: HomeProps) => {
  const { whose, requests, trainees } = page;
  return (
    <MentorFrame ui={ui} part="/mentor" title={ui.t('mentorHome.title', { name: whose.name })} lead={`${whose.workplace} · ${whose.organisation}`}>
      <ErrorSummary ui={ui} errors={wrong?.errors.form ? { form: wrong.errors.form } : {}} />
      {requests.map((request) => (
        <Request key={request.reservationId} ui={ui} request={request} errors={wrong?.id === request.reservationId ? wrong.errors : {}} />
      ))}
      {trainees.map((trainee) => (
        <Trainee key={trainee.placementId} ui={ui} trainee={trainee} errors={wrong?.id === trainee.placementId ? wrong.errors : undefined} />
      ))}
      {requests.length + trainees.length === 0 && (
        <Alert ui={ui} kind="info" heading={ui.t('mentorHome.nothing')}>
          {ui.t('mentorHome.nothing.text')}
        </Alert>
      )}
      <p class="contact">
        {ui.t('mentorHome.help', { organisation: whose.organisation })}
        {whose.organisationPhone && <PhoneLink phone={whose.organisationPhone} />}
        {whose.organisationEmail && <MailLink email={whose.organisationEmail} />}
      </p>
    </MentorFrame>
  );
};

const Request = ({ ui, request, errors }: { readonly ui: Ui; readonly request: OwnRequest; readonly errors: FieldErrors }) => (
  <Card title={ui.t('mentorPage.title')} id={`svar-${request.reservationId}`}>
    <DefinitionList
      facts={[
        { term: ui.t('mentorHome.when'), value: ui.formatPeriod({ from: request.from, to: request.until }) },
        { term: ui.t('mentorPage.hours'), value: ui.formatHours(request.minutesPerWeek) },
        { term: ui.t('mentorPage.tasks'), value: <span class="kept-lines">{request.tasks}</span> },
        { term: ui.t('mentorPage.considerations'), value: request.considerations.join(', ') },
        { term: ui.t('mentorPage.contact'), value: <Contact name={request.contactName} phone={request.contactPhone} /> },
      ]}
    />
    {request.callbackAt && <p role="status">{ui.t('mentorPage.called.text', { name: request.contactName })}</p>}
    <AnswerForms ui={ui} action={`/mentor/foresporgsel/${request.reservationId}`} reasonId={`reason-${request.reservationId}`} errors={errors} mayCall={request.callbackAt === null} />
  </Card>
);

const Trainee = ({ ui, trainee, errors }: { readonly ui: Ui; readonly trainee: OwnTrainee; readonly errors?: FieldErrors }) => (
  <Card title={trainee.pseudonym ?? ui.t('mentorHome.trainee')} id={`praktikant-${trainee.placementId}`}>
    <PulsePart ui={ui} trainee={trainee} errors={errors} />
    <DefinitionList
      facts={[
        { term: ui.t('mentorHome.when'), value: ui.formatPeriod({ from: trainee.from, to: trainee.until }) },
        { term: ui.t('mentorPage.hours'), value: ui.formatHours(trainee.minutesPerWeek) },
        { term: ui.t('mentorPage.tasks'), value: trainee.tasks && <span class="kept-lines">{trainee.tasks}</span> },
        { term: ui.t('mentorPage.contact'), value: trainee.contactName && <Contact name={trainee.contactName} phone={trainee.contactPhone} /> },
      ]}
    />
    {trainee.goals && <GoalsPart ui={ui} goals={trainee.goals} />}
    <p class="muted">{ui.t('mentorHome.until', { date: ui.formatDate(lastDay({ from: trainee.from, to: trainee.until })) })}</p>
  </Card>
);

const GoalsPart = ({ ui, goals }: { readonly ui: Ui; readonly goals: Goals }) => (
  <details class="more-fields">
    <summary>{ui.t('mentorHome.goals')}</summary>
    <DefinitionList
      facts={[
        { term: ui.t('mentorHome.goal'), value: goals.goal },
        { term: ui.t('mentorHome.attendance'), value: goals.attendance },
        { term: ui.t('mentorHome.yourTasks'), value: goals.mentorTasks },
      ]}
    />
    <ul>
      {goals.milestones.map(({ milestone, dueOn }) => (
        <li key={milestone}>{dueOn ? ui.t('mentorHome.milestone', { milestone, date: ui.formatDate(dueOn) }) : milestone}</li>
      ))}
    </ul>
  </details>
);

const Contact = ({ name, phone }: { readonly name: string; readonly phone: string | null }) => (
  <span class="contact">
    {name}
    {phone && <PhoneLink phone={phone} />}
  </span>
);
