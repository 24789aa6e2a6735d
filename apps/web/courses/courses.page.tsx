import type { CourseListRow, OverdueCount } from '#courses';
import { DoneToast } from '../done-toast.js';
import { Card, Empty, Page, Pager, Table, Tabs, type Column, type Ui } from '../kit/index.js';
import { DueOn } from './course-frame.js';
import { courseHref } from './course-href.js';

/** Which courses are shown: one's own, those overdue, or all of the citizens one may see. */
export const views = ['mine', 'overskredne', 'alle'] as const;
export type CoursesOf = (typeof views)[number];
export const viewHref = (view: CoursesOf): string => (view === 'mine' ? '/forloeb' : `/forloeb?vis=${view}`);

interface Props {
  readonly ui: Ui;
  readonly view: CoursesOf;
  readonly rows: readonly CourseListRow[];
  /** For managers, where overdue ones are shown: whose they are. */
  readonly counts?: readonly OverdueCount[];
  /** Only the courses of one who is responsible. */
  readonly owner?: string;
  readonly more?: string;
}

/** Forløb: the open ones, the one whose follow-up is most overdue first. */
export const CoursesPage = ({ ui, view, rows, counts, owner, more }: Props) => (
  <Page ui={ui} title={ui.t('courses.title')} lead={ui.t('courses.lead')} toast={<DoneToast ui={ui} />}>
    <Tabs label={ui.t('courses.views')} current={viewHref(view)} tabs={views.map((each) => ({ href: viewHref(each), label: ui.t(`courses.view.${each}`) }))} />
    {counts && counts.length > 0 && <Counts ui={ui} counts={counts} owner={owner} />}
    {rows.length === 0 ? (
      <Nothing ui={ui} view={view} counted={counts !== undefined && counts.length > 0} />
    ) : (
      <Table ui={ui} caption={ui.t('courses.title')} columns={columnsOf(ui)} rows={rows} rowKey={({ id }) => id} />
    )}
    <Pager ui={ui} href={more} />
  </Page>
);

/** A manager's numbers need no ground; the citizens behind them do. */
const Nothing = ({ ui, view, counted }: Pick<Props, 'ui' | 'view'> & { readonly counted: boolean }) =>
  counted ? (
    <Empty title={ui.t('courses.none.open')} action={<a href="/borgere/opslag">{ui.t('citizens.look')}</a>}>
      {ui.t('courses.none.open.text')}
    </Empty>
  ) : (
    <Empty title={ui.t(`courses.none.${view}`)}>{ui.t('courses.none.text')}</Empty>
  );

const ownerHref = (owner?: string | null): string => (owner ? `${viewHref('overskredne')}&ansvarlig=${owner}` : viewHref('overskredne'));

const Counts = ({ ui, counts, owner }: Required<Pick<Props, 'ui' | 'counts'>> & Pick<Props, 'owner'>) => (
  <Card title={ui.t('courses.counts')}>
    <Table ui={ui} caption={ui.t('courses.counts')} columns={countColumns(ui)} rows={counts} rowKey={({ userId }) => userId ?? 'none'} />
    {owner && (
      <p>
        {ui.t('courses.counts.only', { name: counts.find(({ userId }) => userId === owner)?.name ?? '–' })} <a href={ownerHref()}>{ui.t('courses.counts.all')}</a>
      </p>
    )}
  </Card>
);

const countColumns = (ui: Ui): Column<OverdueCount>[] => [
  { key: 'owner', label: ui.t('courses.column.owner'), head: true, cell: ({ userId, name }) => (userId ? <a href={ownerHref(userId)}>{name}</a> : ui.t('courses.owner.none')) },
  { key: 'overdue', label: ui.t('courses.column.overdue'), numeric: true, cell: ({ overdue }) => ui.formatNumber(overdue) },
  { key: 'open', label: ui.t('courses.column.open'), numeric: true, cell: ({ open }) => ui.formatNumber(open) },
  { key: 'oldest', label: ui.t('courses.column.oldest'), cell: ({ oldestOn }) => ui.formatDate(oldestOn) },
];

const columnsOf = (ui: Ui): Column<CourseListRow>[] => [
  { key: 'citizen', label: ui.t('courses.column.citizen'), head: true, cell: (row) => <a href={courseHref(row.id)}>{row.pseudonym}</a> },
  { key: 'ref', label: ui.t('courses.column.ref'), cell: (row) => row.caseRef },
  { key: 'where', label: ui.t('courses.column.where'), plain: true, cell: (row) => row.workplaceName ?? <span class="muted">{ui.t('courses.nowhere')}</span> },
  { key: 'period', label: ui.t('courses.column.period'), plain: true, cell: (row) => row.from && row.until && ui.formatPeriod({ from: row.from, to: row.until }) },
  {
    key: 'next',
    label: ui.t('courses.column.next'),
    cell: ({ nextFollowUpOn, overdue }) => (
      <span>{nextFollowUpOn !== null && <DueOn ui={ui} on={nextFollowUpOn} overdue={overdue} />}</span>
    ),
  },
  { key: 'owner', label: ui.t('courses.column.owner'), cell: (row) => row.ownerName ?? ui.t('courses.owner.none') },
];
