import type { OwnSession, OwnTraining } from '#mentor-page';
import { Button, Card, DefinitionList, Empty, ErrorSummary, Form, type FieldErrors, type Ui } from '../kit/index.js';
import { MentorFrame } from './mentor-frame.js';

interface Props {
  readonly ui: Ui;
  readonly training: OwnTraining;
  readonly errors?: FieldErrors;
}

/** My course: when and where, an answer, the appointment for one's own calendar, and certificates. */
export const MentorTrainingPage = ({ ui, training, errors = {} }: Props) => (
  <MentorFrame ui={ui} part="/mentor/kursus" title={ui.t('mentorHome.menu.kursus')}>
    <ErrorSummary ui={ui} errors={errors} />
    {training.sessions.map((session) => (
      <SessionCard key={session.enrolmentId} ui={ui} session={session} />
    ))}
    {training.sessions.length === 0 && <Empty title={ui.t('mentorTraining.none')}>{ui.t('mentorTraining.none.text')}</Empty>}
    {training.certificates.length > 0 && (
      <Card title={ui.t('mentorTraining.certificates')}>
        <ul class="mentor-list">
          {training.certificates.map(({ id, course, issuedOn, expiresOn }) => (
            <li key={id}>
              <a href={`/mentor/bevis/${id}`} download>
                {ui.t('mentorTraining.certificate', { course, from: ui.formatDate(issuedOn), until: ui.formatDate(expiresOn) })}
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
    <Card title={session.course}>
      <DefinitionList
        facts={[
          { term: ui.t('mentorTraining.when'), value: ui.t('mentorTraining.time', { day: ui.formatDate(session.day), from: session.from, to: session.to }) },
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
