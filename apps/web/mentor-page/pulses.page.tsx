import type { PulseRow, PulseWeek } from '#mentor-page';
import { courseHref } from '../courses/course-href.js';
import { may } from '../may.js';
import { companyHref } from '../companies/company-href.js';
import { PhoneLink } from '../phone-link.js';
import { MentorTabs } from '../mentors/mentor-parts.js';
import { Badge, Card, Empty, Page, Pager, Results, Table, type Column, type Ui } from '../kit/index.js';

interface Props {
  readonly ui: Ui;
  readonly rows: readonly PulseRow[];
  readonly more?: string;
  /** For managers; nobody's answer, only how many. */
  readonly figures?: readonly PulseWeek[];
  /** Narrowed to a company or a placement. */
  readonly narrowed: boolean;
}

/** Ugens svar: what mentors said about the placements one is fixed contact or owner of. */
export const PulsesPage = ({ ui, rows, more, figures, narrowed }: Props) => (
  <Page ui={ui} title={ui.t('pulses.title')} lead={ui.t('pulses.lead')}>
    <MentorTabs ui={ui} current="/ugens-svar" />
    {figures && <Figures ui={ui} figures={figures} />}
    <Results summary={more ? ui.t('pulses.first', { n: rows.length }) : ui.t.n('pulses.found', rows.length)}>
      {rows.length === 0 ? (
        <Empty title={ui.t('pulses.none')}>{ui.t('pulses.none.text')}</Empty>
      ) : (
        <Table ui={ui} caption={ui.t('pulses.title')} columns={columnsOf(ui)} rows={rows} rowKey={(row) => row.id} />
      )}
      <Pager ui={ui} href={more} />
    </Results>
    {narrowed && (
      <p>
        <a href="/ugens-svar">{ui.t('pulses.all')}</a>
      </p>
    )}
  </Page>
);

const tones = { good: 'good', okay: 'info', hard: 'warn' } as const;

const Mentor = ({ row }: { readonly row: PulseRow }) => (
  <span class="named">
    <a href={`/mentorer/${row.mentorId}`}>{row.mentorName}</a>
    {row.mentorPhone && <PhoneLink phone={row.mentorPhone} />}
  </span>
);

const columnsOf = (ui: Ui): Column<PulseRow>[] => [
  { key: 'mentor', label: ui.t('pulses.mentor'), head: true, cell: (row) => <Mentor row={row} /> },
  { key: 'company', label: ui.t('pulses.company'), cell: (row) => <a href={companyHref(row.companyId)}>{row.workplaceName}</a> },
  { key: 'week', label: ui.t('pulses.week'), cell: (row) => ui.t('pulses.weekOf', { week: row.week, year: row.year }) },
  { key: 'mood', label: ui.t('pulses.mood'), cell: (row) => <Badge tone={tones[row.mood]}>{ui.t(`mood.${row.mood}`)}</Badge> },
  { key: 'days', label: ui.t('pulses.days'), numeric: true, cell: (row) => row.daysAttended },
  { key: 'call', label: ui.t('pulses.call'), cell: (row) => row.callMe && <Badge tone="warn">{ui.t('mentorPage.call')}</Badge> },
  { key: 'course', label: ui.t('pulses.course'), quiet: true, cell: (row) => row.courseId && may(ui, 'courses.read') && <a href={courseHref(row.courseId)}>{ui.t('pulses.course.open')}</a> },
];

const Figures = ({ ui, figures }: { readonly ui: Ui; readonly figures: readonly PulseWeek[] }) => (
  <Card title={ui.t('pulses.figures')}>
    <Table ui={ui} caption={ui.t('pulses.figures')} columns={figureColumns(ui)} rows={figures} rowKey={(row) => `${row.year}-${row.week}`} />
  </Card>
);

const figureColumns = (ui: Ui): Column<PulseWeek>[] => [
  { key: 'week', label: ui.t('pulses.week'), head: true, cell: (row) => ui.t('pulses.weekOf', { week: row.week, year: row.year }) },
  { key: 'trainees', label: ui.t('pulses.trainees'), numeric: true, cell: (row) => ui.formatNumber(row.trainees) },
  { key: 'answered', label: ui.t('pulses.answered'), numeric: true, cell: (row) => ui.formatNumber(row.answered) },
  ...(['good', 'okay', 'hard'] as const).map((mood) => ({ key: mood, label: ui.t(`mood.${mood}`), numeric: true, cell: (row: PulseWeek) => ui.formatNumber(row[mood]) })),
  { key: 'calls', label: ui.t('pulses.calls'), numeric: true, cell: (row) => ui.formatNumber(row.calls) },
];
