import type { CourseListRow } from '#courses';
import { DoneToast } from '../done-toast.js';
import { Empty, Page, Pager, Table, Tabs, type Column, type Ui } from '../kit/index.js';
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
  readonly more?: string;
}

/** Forløb: the open ones, the one whose follow-up is most overdue first. */
export const CoursesPage = ({ ui, view, rows, more }: Props) => (
  <Page ui={ui} title={ui.t('courses.title')} lead={ui.t('courses.lead')} toast={<DoneToast ui={ui} />}>
    <Tabs label={ui.t('courses.views')} current={viewHref(view)} tabs={views.map((each) => ({ href: viewHref(each), label: ui.t(`courses.view.${each}`) }))} />
    {rows.length === 0 ? (
      <Empty title={ui.t(`courses.none.${view}`)}>{ui.t('courses.none.text')}</Empty>
    ) : (
      <Table ui={ui} caption={ui.t('courses.title')} columns={columnsOf(ui)} rows={rows} rowKey={({ id }) => id} />
    )}
    <Pager ui={ui} href={more} />
  </Page>
);

const columnsOf = (ui: Ui): Column<CourseListRow>[] => [
  { key: 'citizen', label: ui.t('courses.column.citizen'), head: true, cell: (row) => <a href={courseHref(row.id)}>{row.pseudonym}</a> },
  { key: 'ref', label: ui.t('courses.column.ref'), cell: (row) => row.caseRef },
  { key: 'where', label: ui.t('courses.column.where'), cell: (row) => row.workplaceName ?? <span class="muted">{ui.t('courses.nowhere')}</span> },
  { key: 'period', label: ui.t('courses.column.period'), cell: (row) => row.from && row.until && ui.formatPeriod({ from: row.from, to: row.until }) },
  {
    key: 'next',
    label: ui.t('courses.column.next'),
    cell: ({ nextFollowUpOn, overdue }) => (
      <span>{nextFollowUpOn !== null && <DueOn ui={ui} on={nextFollowUpOn} overdue={overdue} />}</span>
    ),
  },
  { key: 'owner', label: ui.t('courses.column.owner'), cell: (row) => row.ownerName ?? ui.t('courses.owner.none') },
];
