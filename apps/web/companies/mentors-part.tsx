import type { CompanyPage } from '#companies';
import type { Mentor } from '#mentors';
import { may } from '../may.js';
import { Badge, LinkButton, type Column, type Ui } from '../kit/index.js';
import { PhoneLink } from '../phone-link.js';
import { MailLink } from '../mail-link.js';
import { Part } from './company-parts.js';

interface Props {
  readonly ui: Ui;
  readonly company: CompanyPage;
  readonly mentors: readonly Mentor[];
  /** Today: mentors who have stopped are shown as such. */
  readonly today: string;
}

/** Who takes in trainees at the company's workplaces, and how many each can carry. */
export const MentorsPart = ({ ui, company, mentors, today }: Props) => (
  <>
    {may(ui, 'pulses.read') && (
      <p>
        <a href={`/ugens-svar?virksomhed=${company.id}`}>{ui.t('pulses.link')}</a>
      </p>
    )}
    <Part
      ui={ui}
      caption={ui.t('company.tab.mentorer')}
      rows={mentors}
      none="company.mentors.none"
      add={may(ui, 'mentors.write') ? { href: `/virksomheder/${company.id}/mentorer/ny`, label: ui.t('company.mentors.add') } : undefined}
      columns={columnsOf(ui, company, today)}
    />
  </>
);

const columnsOf = (ui: Ui, { workplaces }: CompanyPage, today: string): Column<Mentor>[] => [
  { key: 'name', label: ui.t('mentor.column.name'), head: true, cell: (row) => <a href={`/mentorer/${row.id}`}>{row.name}</a> },
  { key: 'workplace', label: ui.t('mentor.column.workplace'), cell: (row) => workplaces.find(({ id }) => id === row.workplaceId)?.name },
  { key: 'phone', label: ui.t('field.phone'), cell: (row) => row.phone && <PhoneLink phone={row.phone} /> },
  { key: 'email', label: ui.t('field.email'), cell: (row) => row.email && <MailLink email={row.email} /> },
  { key: 'accepts', label: ui.t('mentor.column.accepts'), cell: (row) => ui.t('mentor.accepts', { n: row.accepts, has: row.trainees }) },
  { key: 'trained', label: ui.t('mentor.column.trained'), cell: (row) => (row.trainedOn ? ui.formatDate(row.trainedOn) : <span class="muted">{ui.t('mentor.trained.no')}</span>) },
  { key: 'state', label: ui.t('mentor.column.state'), cell: (row) => <MentorState ui={ui} mentor={row} today={today} /> },
  {
    key: 'do',
    label: ui.t('mentor.column.do'),
    quiet: true,
    cell: (row) =>
      may(ui, 'mentors.write') && (
        <LinkButton ui={ui} kind="quiet" small href={`/mentorer/${row.id}/ret`} icon="edit">
          {ui.t('form.edit')}
          <span class="sr-only"> {row.name}</span>
        </LinkButton>
      ),
  },
];

const MentorState = ({ ui, mentor, today }: { readonly ui: Ui; readonly mentor: Mentor; readonly today: string }) => {
  const { activeFrom, activeUntil } = mentor;
  if (activeUntil && activeUntil <= today) return <Badge>{ui.t('mentor.ended', { date: ui.formatDate(activeUntil) })}</Badge>;
  if (mentor.away) return <Badge tone="warn">{ui.t('mentors.state.away')}</Badge>;
  if (activeUntil) return <Badge tone="warn">{ui.t('mentor.activeUntil', { date: ui.formatDate(activeUntil) })}</Badge>;
  return activeFrom > today ? <Badge tone="info">{ui.t('mentor.activeFrom', { date: ui.formatDate(activeFrom) })}</Badge> : <Badge tone="good">{ui.t('mentor.active')}</Badge>;
};
