import type { Bottleneck, Bottlenecks, Course, PersonToTrain, Session } from '#training';
import { modelNumber } from '../agreements/model-number.js';
import { companyHref } from '../companies/company-href.js';
import { Alert, Badge, Button, Card, Empty, Figures, FilterBar, Form, LinkButton, ModelBadge, Page, Results, Select, Table, type Column, type Option, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { sessionTime } from '../training/session-parts.js';
import { MentorTabs } from './mentor-parts.js';

interface Props {
  readonly ui: Ui;
  readonly lost: Bottlenecks;
  readonly people: readonly PersonToTrain[];
  /** Sessions to come, the next first. */
  readonly sessions: readonly Session[];
  readonly courses: readonly Course[];
  readonly municipality?: string;
  readonly municipalities: readonly Option[];
}

const causes = ['unnamed', 'full', 'away', 'untrained'] as const;

/** Places lost today because of a mentor, and one click from there to a session with the right people invited. */
export const BottlenecksPage = ({ ui, lost, people, sessions, courses, municipality, municipalities }: Props) => {
  const next = sessions.find((session) => session.state === 'open' && session.courseKind === 'first' && session.seated < session.seats);
  const way: Way = { next, course: courses.find(({ kind, retiredOn }) => kind === 'first' && retiredOn === null) };
  return (
    <Page ui={ui} title={ui.t('bottlenecks.title')} lead={ui.t('bottlenecks.lead', { date: ui.formatDate(lost.on) })}>
      <MentorTabs ui={ui} current="/mentorer/flaskehalse" />
      <FilterBar ui={ui} action="/mentorer/flaskehalse" label={ui.t('bottlenecks.filter')} resetHref={municipality ? '/mentorer/flaskehalse' : undefined}>
        <Select ui={ui} name="municipality" label={ui.t('companies.municipality')} options={municipalities} value={municipality} empty={ui.t('companies.all')} />
      </FilterBar>
      <Results summary={ui.t.n('bottlenecks.found', lost.lost)}>
        {lost.lost > 0 && <Figures figures={causes.map((cause) => ({ label: ui.t(`bottlenecks.cause.${cause}`), value: ui.formatNumber(lost[cause]) }))} />}
        {lost.items.length === 0 ? (
          <Empty title={ui.t('bottlenecks.none')}>{ui.t('bottlenecks.none.text')}</Empty>
        ) : (
          <Table ui={ui} caption={ui.t('bottlenecks.title')} columns={columnsOf(ui, way)} rows={lost.items} rowKey={(row) => row.workplaceId} />
        )}
      </Results>
      <PeopleToTrain ui={ui} people={people} way={way} />
    </Page>
  );
};

/** Where untrained people can be sent: a session with room, else a course to set a date for. */
interface Way {
  readonly next?: Session;
  readonly course?: Course;
}

const columnsOf = (ui: Ui, way: Way): Column<Bottleneck>[] => [
  {
    key: 'workplace',
    label: ui.t('mentor.column.workplace'),
    head: true,
    cell: (row) => (
      <span class="named">
        <a href={companyHref(row.companyId, 'mentorer')}>{row.workplace}</a>
        <small>{[row.company !== row.workplace && row.company, row.town].filter(Boolean).join(' · ')}</small>
      </span>
    ),
  },
  { key: 'lost', label: ui.t('bottlenecks.lost'), numeric: true, cell: (row) => ui.t('bottlenecks.of', { n: row.lost, free: row.free }) },
  {
    key: 'why',
    label: ui.t('bottlenecks.why'),
    cell: (row) => (
      <span class="badges">
        {causes.map((cause) => row[cause] > 0 && <Badge key={cause} tone={cause === 'full' ? 'info' : 'warn'}>{`${ui.t(`bottlenecks.cause.${cause}`)}: ${row[cause]}`}</Badge>)}
      </span>
    ),
  },
  {
    key: 'mentors',
    label: ui.t('mentors.title'),
    cell: (row) => (
      <ul class="plain-list">
        {row.mentors.map((mentor) => (
          <li key={mentor.id}>
            <a href={`/mentorer/${mentor.id}`}>{mentor.name}</a>
          </li>
        ))}
      </ul>
    ),
  },
  { key: 'do', label: ui.t('bottlenecks.do'), quiet: true, cell: (row) => <RowAction ui={ui} row={row} way={way} /> },
];

const RowAction = ({ ui, row, way }: { readonly ui: Ui; readonly row: Bottleneck; readonly way: Way }) => {
  if (row.mentors.length === 0) return may(ui, 'mentors.write') ? <LinkButton ui={ui} kind="secondary" small href={`/virksomheder/${row.companyId}/mentorer/ny`}>{ui.t('company.mentors.add')}</LinkButton> : null;
  const untrained = row.mentors.filter((mentor) => mentor.untrained);
  const asked = untrained.find(({ sessionId }) => sessionId !== null)?.sessionId;
  if (row.untrained === 0) return null;
  const ids = untrained.filter(({ sessionId }) => sessionId === null).map(({ id }) => id);
  if (ids.length === 0 && asked) return <a href={`/kurser/hold/${asked}`}>{ui.t('bottlenecks.asked')}</a>;
  return <Invite ui={ui} way={way} mentorIds={ids} userIds={[]} />;
};

/** One click: the next session with room and these people; without a session, the form for a new one, with them on it. */
const Invite = ({ ui, way, mentorIds, userIds }: { readonly ui: Ui; readonly way: Way; readonly mentorIds: readonly string[]; readonly userIds: readonly string[] }) => {
  if (!may(ui, 'training.write')) return null;
  const people = [...mentorIds.map((id) => ['mentorIds', id] as const), ...userIds.map((id) => ['userIds', id] as const)];
  if (!way.next) {
    const query = people.map(([name, id]) => `${name}=${id}`).join('&');
    return (
      <LinkButton ui={ui} kind="secondary" small={people.length < 3} href={way.course ? `/kurser/${way.course.id}/hold?${query}` : '/kurser/ny'}>
        {ui.t(way.course ? 'bottlenecks.schedule' : 'training.course.new')}
      </LinkButton>
    );
  }
  return (
    <Form ui={ui} action={`/kurser/hold/${way.next.id}/inviter`} class="inline-form">
      {people.map(([name, id]) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      <Button ui={ui} kind="secondary" small icon="email">
        {ui.t.n('bottlenecks.invite', people.length, { when: sessionTime(ui, way.next) })}
      </Button>
    </Form>
  );
};

const PeopleToTrain = ({ ui, people, way }: { readonly ui: Ui; readonly people: readonly PersonToTrain[]; readonly way: Way }) => {
  const waiting = people.filter(({ sessionId }) => sessionId === null).slice(0, 100);
  return (
    <Card title={ui.t('needs.title')} aside={waiting.length > 0 && <Invite ui={ui} way={way} mentorIds={[...new Set(waiting.flatMap(({ mentorId }) => mentorId ?? []))]} userIds={[...new Set(waiting.flatMap(({ userId }) => userId ?? []))]} />}>
      <p class="muted">{ui.t('needs.lead')}</p>
      {people.length === 0 ? <Alert ui={ui} kind="success">{ui.t('needs.none')}</Alert> : <Table ui={ui} caption={ui.t('needs.title')} columns={needColumns(ui)} rows={people} rowKey={(row) => `${row.agreementId}${row.mentorId ?? ''}${row.userId ?? ''}${row.role}`} />}
    </Card>
  );
};

const needColumns = (ui: Ui): Column<PersonToTrain>[] => [
  { key: 'name', label: ui.t('needs.column.name'), head: true, cell: (row) => (row.mentorId ? <a href={`/mentorer/${row.mentorId}`}>{row.name}</a> : row.name) },
  { key: 'role', label: ui.t('needs.column.role'), cell: (row) => ui.t(`needs.role.${row.role}`) },
  { key: 'company', label: ui.t('needs.column.company'), cell: (row) => row.company },
  {
    key: 'agreement',
    label: ui.t('needs.column.agreement'),
    cell: (row) => (
      <span class="named">
        <a href={`/aftaler/${row.agreementId}`}>{row.agreementTitle}</a>
        <ModelBadge ui={ui} model={modelNumber[row.model]} />
      </span>
    ),
  },
  { key: 'what', label: ui.t('needs.column.what'), cell: (row) => ui.t(`needs.what.${row.kind}`, { since: ui.formatDate(row.since) }) },
  { key: 'asked', label: ui.t('needs.column.asked'), cell: (row) => (row.sessionId ? <a href={`/kurser/hold/${row.sessionId}`}>{ui.t('bottlenecks.asked')}</a> : <span class="muted">{ui.t('needs.notAsked')}</span>) },
];
