import type { OpenSession, OwnSession, OwnTraining } from '#mentor-page';
import { addDays } from '#platform';
import { Alert, Button, Card, DefinitionList, Empty, ErrorSummary, Form, type FieldErrors, type Ui } from '../kit/index.js';
import { MentorFrame } from './mentor-frame.js';

interface Props {
  readonly ui: Ui;
  readonly training: OwnTraining;
  readonly errors?: FieldErrors;
}

/** My course: what I lack, when and where, an answer, the appointment for one's own calendar, more to sign up for, certificates. */
export const MentorTrainingPage = ({ ui, training, errors = {} }: Props) => (
  <MentorFrame ui={ui} part="/mentor/kursus" title={ui.t('mentorHome.menu.kursus')}>
    <ErrorSummary ui={ui} errors={errors} />
    {training.need && (
      <Alert ui={ui} kind="warning">
        {ui.t(`mentorTraining.need.${training.need.kind}`, { since: ui.formatDate(training.need.since) })}
      </Alert>
    )}
    {training.sessions.map((session) => (
      <SessionCard key={session.enrolmentId} ui={ui} session={session} />
    ))}
    {training.sessions.length + training.open.length === 0 && <Empty title={ui.t('mentorTraining.none')}>{ui.t('mentorTraining.none.text')}</Empty>}
    {training.open.length > 0 && <h2>{ui.t('mentorTraining.open')}</h2>}
    {training.open.map((session) => (
      <OpenCard key={session.sessionId} ui={ui} session={session} />
    ))}
    {training.certificates.length > 0 && (
      <Card title={ui.t('mentorTraining.certificates')}>
        <ul class="mentor-list">
          {training.certificates.map(({ id, course, issuedOn, expiresOn }) => (
            <li key={id}>
              <a href={`/mentor/bevis/${id}`} download>
                {ui.t('mentorTraining.certificate', { course, from: ui.formatDate(issuedOn), until: ui.formatDate(addDays(expiresOn, -1)) })}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    )}
  </MentorFrame>
);

const SessionCard = ({ ui, session }: { readonly ui: Ui; readonly session: OwnSession }) => {
  const { enrolmentId, state, position, cancelled, open } = session;
  const action = `/mentor/kursus/${enrolmentId}`;
  return (
    <Card title={`${session.course}, ${ui.formatDate(session.day)}`}>
      <DefinitionList
        facts={[
          { term: ui.t('mentorTraining.when'), value: ui.t('mentorTraining.time', { day: ui.formatDate(session.day), from: ui.formatClock(session.from), to: ui.formatClock(session.to) }) },
          { term: ui.t('mentorTraining.where'), value: session.place },
          { term: ui.t('mentorTraining.video'), value: session.videoUrl && <a href={session.videoUrl}>{session.videoUrl}</a> },
          { term: ui.t('mentorTraining.state'), value: cancelled ? ui.t('mentorTraining.state.cancelled') : ui.t(`mentorTraining.state.${state}`, { n: position ?? 0 }) },
        ]}
      />
      {open && (
        <div class="mentor-answers">
          {state !== 'seated' && state !== 'waiting' && (
            <Form ui={ui} action={action} fields={{ answer: 'yes' }}>
              <Button ui={ui}>{ui.t('mentorTraining.yes')}</Button>
            </Form>
          )}
          {state !== 'declined' && (
            <Form ui={ui} action={action} fields={{ answer: 'no' }}>
              <Button ui={ui} kind="secondary">
                {ui.t('mentorTraining.no')}
              </Button>
            </Form>
          )}
          {state !== 'declined' && (
            <a class="button button-secondary" href={`${action}/kalender.ics`} download>
              {ui.t('mentorTraining.calendar')}
            </a>
          )}
        </div>
      )}
    </Card>
  );
};

/** A session the mentor is not asked to: a seat, or a place on the waiting list, by one button. */
const OpenCard = ({ ui, session }: { readonly ui: Ui; readonly session: OpenSession }) => (
  <Card title={`${session.course}, ${ui.formatDate(session.day)}`}>
    <DefinitionList
      facts={[
        { term: ui.t('mentorTraining.when'), value: ui.t('mentorTraining.time', { day: ui.formatDate(session.day), from: ui.formatClock(session.from), to: ui.formatClock(session.to) }) },
        { term: ui.t('mentorTraining.where'), value: [session.place, session.video && ui.t('mentorTraining.byVideo')].filter(Boolean).join(' · ') },
        { term: ui.t('mentorTraining.seats'), value: session.freeSeats > 0 ? ui.t.n('mentorTraining.free', session.freeSeats) : ui.t.n('mentorTraining.full', session.waiting) },
      ]}
    />
    <Form ui={ui} action={`/mentor/kursus/hold/${session.sessionId}`} class="mentor-answers">
      <Button ui={ui}>{ui.t(session.freeSeats > 0 ? 'mentorTraining.signUp' : 'mentorTraining.wait')}</Button>
    </Form>
  </Card>
);
