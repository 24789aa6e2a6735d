import type { Course, Session } from '#training';
import { DoneToast } from '../done-toast.js';
import { Badge, Card, Empty, LinkButton, Page, Pager, Table, type Column, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { MentorTabs } from '../mentors/mentor-parts.js';
import { SessionPlace, SessionState, sessionTime } from './session-parts.js';

interface Props {
  readonly ui: Ui;
  readonly courses: readonly Course[];
  readonly sessions: readonly Session[];
  readonly past: boolean;
  readonly more?: string;
}

/** Kurser: the sessions to come with their seats, and the courses they are of. */
export const CoursesPage = ({ ui, courses, sessions, past, more }: Props) => (
  <Page
    ui={ui}
    title={ui.t('training.title')}
    lead={ui.t('training.lead')}
    toast={<DoneToast ui={ui} />}
    actions={
      may(ui, 'training.write') && (
        <LinkButton ui={ui} kind="secondary" href="/kurser/ny" icon="plus">
          {ui.t('training.course.new')}
        </LinkButton>
      )
    }
  >
    <MentorTabs ui={ui} current="/kurser" />
    <Card title={ui.t(past ? 'training.sessions.past' : 'training.sessions')} aside={<a href={past ? '/kurser' : '/kurser?tidligere=true'}>{ui.t(past ? 'training.sessions.ahead' : 'training.sessions.see-past')}</a>}>
      {sessions.length === 0 ? <Empty title={ui.t('training.sessions.none')}>{ui.t('training.sessions.none.text')}</Empty> : <Table ui={ui} caption={ui.t('training.sessions')} columns={sessionColumns(ui)} rows={sessions} rowKey={(row) => row.id} />}
      <Pager ui={ui} href={more} />
    </Card>
    <Card title={ui.t('training.courses')}>
      {courses.length === 0 ? <Empty title={ui.t('training.courses.none')}>{ui.t('training.courses.none.text')}</Empty> : <Table ui={ui} caption={ui.t('training.courses')} columns={courseColumns(ui)} rows={courses} rowKey={(row) => row.id} />}
    </Card>
  </Page>
);

const sessionColumns = (ui: Ui): Column<Session>[] => [
  { key: 'when', label: ui.t('training.column.when'), head: true, cell: (row) => <a href={`/kurser/hold/${row.id}`}>{sessionTime(ui, row)}</a> },
  { key: 'course', label: ui.t('training.column.course'), cell: (row) => row.courseName },
  { key: 'place', label: ui.t('training.column.place'), cell: (row) => <SessionPlace ui={ui} session={row} /> },
  { key: 'seats', label: ui.t('training.column.seats'), cell: (row) => ui.t('training.seats', { taken: row.seated, n: row.seats }) },
  { key: 'waiting', label: ui.t('training.column.waiting'), numeric: true, cell: (row) => row.waiting },
  { key: 'state', label: ui.t('mentors.state'), cell: (row) => <SessionState ui={ui} state={row.state} /> },
];

const courseColumns = (ui: Ui): Column<Course>[] => [
  {
    key: 'name',
    label: ui.t('training.column.course'),
    head: true,
    cell: (row) => (
      <span class="named">
        <span>{row.name}</span>
        <small>{row.description}</small>
      </span>
    ),
  },
  { key: 'kind', label: ui.t('field.kind'), cell: (row) => ui.t(`training.kind.${row.kind}`) },
  { key: 'valid', label: ui.t('training.column.valid'), cell: (row) => (row.validMonths ? ui.t.n('training.months', row.validMonths) : ui.t('training.noCertificate')) },
  { key: 'state', label: ui.t('mentors.state'), cell: (row) => row.retiredOn && <Badge>{ui.t('training.course.retired', { date: ui.formatDate(row.retiredOn) })}</Badge> },
  {
    key: 'do',
    label: ui.t('training.course.do'),
    quiet: true,
    cell: (row) =>
      may(ui, 'training.write') && (
        <>
          <LinkButton ui={ui} kind="secondary" small href={`/kurser/${row.id}/hold`} icon="plus">
            {ui.t('training.session.new')}
            <span class="sr-only"> {row.name}</span>
          </LinkButton>{' '}
          <LinkButton ui={ui} kind="quiet" small href={`/kurser/${row.id}/ret`} icon="edit">
            {ui.t('form.edit')}
            <span class="sr-only"> {row.name}</span>
          </LinkButton>
        </>
      ),
  },
];
