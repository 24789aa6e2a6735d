import { phoneText } from '#dictionary';
import type { InvitationPage } from '#training';
import { Alert, Button, Card, DefinitionList, ErrorSummary, Form, Page, TextInput, type FieldErrors, type Ui } from '../kit/index.js';
import { SessionPlace, sessionTime } from './session-parts.js';

interface Props extends InvitationPage {
  readonly ui: Ui;
  readonly token: string;
  readonly answered?: 'yes' | 'no';
  readonly errors?: FieldErrors;
}

/** Somebody is asked to a course and answers with a button. No menu, no account, nothing beyond this session. */
export const InvitationPageView = ({ ui, token, session, name, state, position, freeSeats, organisation, contact, answered, errors = {} }: Props) => (
  <Page ui={ui} title={session.courseName} layout="bare" scripts={false} lead={ui.t('mentorPage.lead', { name, workplace: organisation })}>
    <ErrorSummary ui={ui} errors={errors} />
    <Standing ui={ui} session={session} state={state} position={position} answered={answered} />
    <Card>
      <DefinitionList
        facts={[
          { term: ui.t('field.kind'), value: ui.t(`training.kind.${session.courseKind}`) },
          { term: ui.t('training.column.when'), value: sessionTime(ui, session) },
          { term: ui.t('training.column.place'), value: <SessionPlace ui={ui} session={session} /> },
          { term: ui.t('training.free'), value: session.state === 'open' && state !== 'seated' && ui.t('training.free.n', { n: freeSeats }) },
        ]}
      />
      {session.state === 'open' && state !== 'declined' && <a href={`/kursus/${token}/kalender.ics`}>{ui.t('training.calendar')}</a>}
    </Card>
    {session.state === 'open' && <Answers ui={ui} token={token} state={state} full={freeSeats === 0} errors={errors} />}
    {contact && <p class="muted">{ui.t('training.contact', { contact: phoneText(contact) })}</p>}
  </Page>
);

/** How the reader stands: asked, with a seat, waiting, said no; or that the session is cancelled or has begun. */
const Standing = ({ ui, session, state, position, answered }: Pick<Props, 'ui' | 'session' | 'state' | 'position' | 'answered'>) => {
  if (session.state === 'cancelled') return <Alert ui={ui} kind="error" heading={ui.t('training.cancelled')}>{session.cancelReason}</Alert>;
  if (session.state !== 'open') return <Alert ui={ui} kind="info" heading={ui.t('training.begun')} />;
  if (state === 'invited') return null;
  return <Alert ui={ui} kind={state === 'seated' ? 'success' : 'info'} heading={ui.t(`training.you.${state}`, { n: position ?? 0 })} live={answered !== undefined} />;
};

const Answers = ({ ui, token, state, full, errors }: { readonly ui: Ui; readonly token: string; readonly state: Props['state']; readonly full: boolean; readonly errors: FieldErrors }) => (
  <div class="mentor-answers">
    {(state === 'invited' || state === 'declined') && (
      <Form ui={ui} action={`/kursus/${token}`} fields={{ answer: 'yes' }}>
        <Button ui={ui} icon="check">
          {ui.t(full ? 'training.you.queue' : 'training.you.yes')}
        </Button>
      </Form>
    )}
    {state !== 'declined' && (
      <details class="answer-no" open={Boolean(errors.reason)}>
        <summary class="button button-secondary">{ui.t(state === 'invited' ? 'training.you.no' : 'training.you.withdraw')}</summary>
        <Form ui={ui} action={`/kursus/${token}`} fields={{ answer: 'no' }}>
          <TextInput ui={ui} name="reason" label={ui.t('training.you.reason')} maxLength={500} error={errors.reason} optional />
          <div class="button-row">
            <Button ui={ui} kind="secondary">
              {ui.t('mentorPage.no.send')}
            </Button>
          </div>
        </Form>
      </details>
    )}
  </div>
);
