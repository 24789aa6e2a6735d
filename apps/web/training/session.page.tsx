import type { ListedMentor } from '#mentors';
import type { Enrolment, PersonToTrain, Session } from '#training';
import { DoneToast } from '../done-toast.js';
import { Alert, BackLink, Button, ButtonRow, Card, Checkboxes, Columns, DefinitionList, Empty, ErrorSummary, Form, LinkButton, Page, PostButton, Table, TextInput, type Column, type FieldErrors, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { PhoneLink } from '../phone-link.js';
import { EnrolmentState, SessionPlace, SessionState, sessionTime } from './session-parts.js';

export interface SessionShown {
  readonly session: Session;
  readonly enrolments: readonly Enrolment[];
  /** Who should be trained by now and is asked to no session. */
  readonly needs: readonly PersonToTrain[];
  /** Mentors found by name, when one searched. */
  readonly found: readonly ListedMentor[];
  readonly q?: string;
  /** As it was written, when the session could not be called off with it. */
  readonly reason?: string;
}

interface Props {
  readonly ui: Ui;
  readonly shown: SessionShown;
  readonly errors?: FieldErrors;
}

/** A session: who was asked, who comes, who waits; then who came. */
export const SessionPage = ({ ui, shown, errors = {} }: Props) => {
  const { session, enrolments } = shown;
  const write = may(ui, 'training.write');
  const open = session.state === 'open';
  const marks = session.state === 'begun' || session.state === 'over';
  return (
    <Page
      ui={ui}
      title={session.courseName}
      lead={sessionTime(ui, session)}
      toast={<DoneToast ui={ui} />}
      back={<BackLink href="/kurser">{ui.t('training.title')}</BackLink>}
      actions={
        write &&
        open && (
          <LinkButton ui={ui} kind="secondary" href={`/kurser/hold/${session.id}/ret`} icon="edit">
            {ui.t('form.edit')}
          </LinkButton>
        )
      }
    >
      <ErrorSummary ui={ui} errors={errors} />
      {session.cancelledAt && (
        <Alert ui={ui} kind="error" heading={ui.t('training.cancelled')}>
          {session.cancelReason}
        </Alert>
      )}
      <Columns side>
        <div>
          {marks && write ? <AttendanceCard ui={ui} session={session} enrolments={enrolments} /> : <EnrolmentsCard ui={ui} session={session} enrolments={enrolments} write={write && open} />}
          {write && open && <InviteCard ui={ui} shown={shown} errors={errors} />}
        </div>
        <div>
          <FactsCard ui={ui} session={session} />
          {write && open && <CancelCard ui={ui} session={session} reason={shown.reason} errors={errors} />}
        </div>
      </Columns>
    </Page>
  );
};

const FactsCard = ({ ui, session }: { readonly ui: Ui; readonly session: Session }) => (
  <Card title={ui.t('training.session')}>
    <DefinitionList
      facts={[
        { term: ui.t('mentors.state'), value: <SessionState ui={ui} state={session.state} /> },
        { term: ui.t('field.kind'), value: ui.t(`training.kind.${session.courseKind}`) },
        { term: ui.t('training.column.when'), value: sessionTime(ui, session) },
        { term: ui.t('training.column.place'), value: <SessionPlace ui={ui} session={session} /> },
        { term: ui.t('training.column.seats'), value: ui.t('training.seats', { taken: session.seated, n: session.seats }) },
        { term: ui.t('training.column.waiting'), value: session.waiting > 0 && session.waiting },
      ]}
    />
  </Card>
);

const nameCell = (row: Enrolment) => (
  <span class="named">
    {row.mentorId ? <a href={`/mentorer/${row.mentorId}`}>{row.name}</a> : <span>{row.name}</span>}
    <small>{row.company}</small>
  </span>
);

const EnrolmentsCard = ({ ui, session, enrolments, write }: { readonly ui: Ui; readonly session: Session; readonly enrolments: readonly Enrolment[]; readonly write: boolean }) => (
  <Card title={ui.t('training.enrolments', { n: enrolments.length })}>
    {enrolments.length === 0 ? <Empty title={ui.t('training.enrolments.none')}>{ui.t('training.enrolments.none.text')}</Empty> : <Table ui={ui} caption={session.courseName} columns={enrolmentColumns(ui, write)} rows={enrolments} rowKey={(row) => row.id} />}
  </Card>
);

const enrolmentColumns = (ui: Ui, write: boolean): Column<Enrolment>[] => [
  { key: 'name', label: ui.t('field.name'), head: true, cell: nameCell },
  { key: 'reach', label: ui.t('training.reach'), cell: (row) => (row.phone ? <PhoneLink phone={row.phone} /> : row.email ?? <span class="muted">{ui.t('training.noAddress')}</span>) },
  {
    key: 'state',
    label: ui.t('mentors.state'),
    cell: (row) => (
      <span class="named">
        <EnrolmentState ui={ui} enrolment={row} />
        <small>{row.declineReason}</small>
      </span>
    ),
  },
  {
    key: 'do',
    label: ui.t('training.answerFor'),
    quiet: true,
    cell: (row) =>
      write && (
        <span class="badges">
          {(row.state === 'invited' || row.state === 'declined') && <AnswerFor ui={ui} row={row} answer="yes" />}
          {row.state !== 'declined' && <AnswerFor ui={ui} row={row} answer="no" />}
        </span>
      ),
  },
];

/** For those who ring instead of using the link. */
const AnswerFor = ({ ui, row, answer }: { readonly ui: Ui; readonly row: Enrolment; readonly answer: 'yes' | 'no' }) => (
  <PostButton ui={ui} kind="quiet" small action={`/kurser/tilmeldinger/${row.id}/svar`} fields={{ answer }}>
    {ui.t(`training.answerFor.${answer}`)}
    <span class="sr-only"> {row.name}</span>
  </PostButton>
);

const AttendanceCard = ({ ui, session, enrolments }: { readonly ui: Ui; readonly session: Session; readonly enrolments: readonly Enrolment[] }) => (
  <Card title={ui.t('training.attendance')}>
    <p class="muted">{ui.t(session.courseKind === 'network' ? 'training.attendance.network' : 'training.attendance.text')}</p>
    {enrolments.length === 0 ? (
      <Empty title={ui.t('training.enrolments.none')} />
    ) : (
      <Form ui={ui} action={`/kurser/hold/${session.id}/fremmoede`}>
        <Table ui={ui} caption={ui.t('training.attendance')} columns={attendanceColumns(ui)} rows={enrolments} rowKey={(row) => row.id} />
        <ButtonRow>
          <Button ui={ui}>{ui.t('training.attendance.save')}</Button>
        </ButtonRow>
      </Form>
    )}
  </Card>
);

const attendanceColumns = (ui: Ui): Column<Enrolment>[] => [
  { key: 'name', label: ui.t('field.name'), head: true, cell: nameCell },
  { key: 'state', label: ui.t('mentors.state'), cell: (row) => <EnrolmentState ui={ui} enrolment={row} /> },
  {
    key: 'mark',
    label: ui.t('training.attendance'),
    cell: (row) => (
      <select class="form-select" name={`mark-${row.id}`} aria-label={`${ui.t('training.attendance')}: ${row.name}`}>
        {(['', 'came', 'absent'] as const).map((mark) => (
          <option key={mark} value={mark} selected={mark === (row.state === 'came' || row.state === 'absent' ? row.state : '')}>
            {ui.t(mark ? `training.mark.${mark}` : 'training.mark.none')}
          </option>
        ))}
      </select>
    ),
  },
  { key: 'certificate', label: ui.t('certificate.title'), cell: (row) => row.certificateId && <a href={`/kurser/beviser/${row.certificateId}`}>{ui.t('certificate.title')}<span class="sr-only"> {row.name}</span></a> },
];

interface Choice {
  readonly name: 'mentorIds' | 'userIds';
  readonly label: string;
  readonly hint?: string;
}

const InviteCard = ({ ui, shown: { session, needs, found, q, enrolments }, errors }: { readonly ui: Ui; readonly shown: SessionShown; readonly errors: FieldErrors }) => {
  const asked = new Set(enrolments.filter(({ state }) => state !== 'declined').flatMap(({ mentorId, userId }) => mentorId ?? userId ?? []));
  const lacking = needs.filter(({ mentorId, userId }) => !asked.has(mentorId ?? userId ?? ''));
  const choices = new Map<string, Choice>();
  for (const person of lacking) {
    const label = [person.name, person.company].filter(Boolean).join(', ');
    choices.set(person.mentorId ?? person.userId ?? '', { name: person.mentorId ? 'mentorIds' : 'userIds', label, hint: ui.t(`needs.what.${person.kind}`, { since: ui.formatDate(person.since) }) });
  }
  for (const mentor of found) if (!asked.has(mentor.id)) choices.set(mentor.id, { name: 'mentorIds', label: `${mentor.name}, ${mentor.company}` });
  const options = (name: Choice['name']) => [...choices].filter(([, choice]) => choice.name === name).slice(0, 60).map(([value, { label, hint }]) => ({ value, label, hint }));
  const [mentors, staff] = [options('mentorIds'), options('userIds')];
  return (
    <Card title={ui.t('training.invite')} id="inviter">
      <form method="get" action={`/kurser/hold/${session.id}#inviter`} class="invite-search">
        <TextInput ui={ui} name="q" type="search" label={ui.t('training.invite.q')} value={q} maxLength={100} autocomplete="off" />
        <Button ui={ui} kind="secondary" icon="search">
          {ui.t('training.invite.find')}
        </Button>
      </form>
      {q && found.length === 0 && <p class="muted">{ui.t('mentors.none')}</p>}
      {choices.size > 0 && (
        <Form ui={ui} action={`/kurser/hold/${session.id}/inviter`}>
          {mentors.length > 0 && <Checkboxes ui={ui} name="mentorIds" label={ui.t('training.invite.mentors')} error={errors.mentorIds} options={mentors} values={found.map(({ id }) => id)} />}
          {staff.length > 0 && <Checkboxes ui={ui} name="userIds" label={ui.t('training.invite.staff')} error={errors.userIds} options={staff} values={[]} />}
          <ButtonRow>
            <Button ui={ui} icon="email">
              {ui.t('training.invite.send')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Card>
  );
};

const CancelCard = ({ ui, session, reason, errors }: { readonly ui: Ui; readonly session: Session; readonly reason?: string; readonly errors: FieldErrors }) => (
  <Card title={ui.t('training.cancel')}>
    <details class="more-form" open={Boolean(errors.reason)}>
      <summary>{ui.t('training.cancel.open')}</summary>
      <Form ui={ui} action={`/kurser/hold/${session.id}/aflys`} fields={{ version: session.version }}>
        <TextInput ui={ui} name="reason" label={ui.t('field.reason')} hint={ui.t('training.cancel.hint')} value={reason} error={errors.reason} maxLength={500} required />
        <ButtonRow>
          <Button ui={ui} kind="warning">
            {ui.t('training.cancel')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
  </Card>
);
