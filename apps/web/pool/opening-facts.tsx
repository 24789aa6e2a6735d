import type { OpeningMentor, OpeningView } from '#openings';
import { addDays } from '#platform';
import { Card, DefinitionList, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { AppetiteText, requestsText } from '../companies/appetite-text.js';
import { lastFreeDay, PoolModel } from './pool-status.js';

interface Props {
  readonly ui: Ui;
  readonly opening: OpeningView;
  readonly today: string;
  readonly sector?: string;
  readonly municipality?: string;
}

/** What the work is, where, when, and what it can lead to. */
export const OpeningFacts = ({ ui, opening, today, sector, municipality }: Props) => (
  <Card title={ui.t('opening.work')}>
    <p class="tasks kept-lines">{opening.tasks}</p>
    <DefinitionList
      facts={[
        { term: ui.t('poolPage.company'), value: <a href={`/virksomheder/${opening.companyId}`}>{opening.companyName}</a> },
        { term: ui.t('opening.workplace'), value: placeOf(opening) },
        { term: ui.t('appetite.title'), value: opening.appetite && <AppetiteText ui={ui} appetite={opening.appetite} /> },
        { term: ui.t('field.requestsPerMonth'), value: requestsText(ui, opening.requests) },
        { term: ui.t('poolPage.municipality'), value: municipality },
        { term: ui.t('poolPage.sector'), value: sector },
        { term: ui.t('opening.kind'), value: ui.t(`opening.kind.${opening.kind}`) },
        { term: ui.t('poolPage.hours'), value: ui.formatHours(opening.minutesPerWeek) },
        { term: ui.t('poolPage.from'), value: opening.freeFrom <= today ? ui.t('poolPage.from.now') : ui.t('opening.from', { date: ui.formatDate(opening.freeFrom), week: ui.formatWeek(opening.freeFrom) }) },
        { term: ui.t('opening.freeUntil'), value: opening.freeUntil && ui.formatDate(addDays(opening.freeUntil, -1)) },
        { term: ui.t('opening.later'), value: opening.laterFrom && (opening.laterUntil ? ui.formatPeriod({ from: opening.laterFrom, to: opening.laterUntil }) : ui.t('opening.from', { date: ui.formatDate(opening.laterFrom), week: ui.formatWeek(opening.laterFrom) })) },
        { term: ui.t('poolPage.free'), value: ui.t('poolPage.free.of', { free: Math.min(opening.places - opening.taken, opening.capLeft ?? Infinity), places: opening.places }) },
        { term: ui.t('poolPage.capLeft'), value: capText(ui, opening, today) },
        { term: ui.t('poolPage.consideration'), value: opening.considerations.join(' · ') },
        { term: ui.t('opening.pathToHours'), value: opening.pathToHours && <span class="kept-lines">{opening.pathToHours}</span> },
        { term: ui.t('opening.mentor'), value: opening.mentors.length > 0 ? <Mentors ui={ui} mentors={opening.mentors} /> : (opening.mentorName ?? (opening.agreementId && <strong>{ui.t('opening.mentor.none')}</strong>)) },
        { term: ui.t('poolPage.model'), value: <ModelLink ui={ui} opening={opening} /> },
        { term: ui.t('poolPage.sharedBy'), value: sharedText(ui, opening) },
        { term: ui.t('opening.expiresOn'), value: opening.expiresOn && ui.formatDate(opening.expiresOn) },
      ]}
    />
  </Card>
);

/** How many more may be taken in all, on the days this place is free. */
function capText(ui: Ui, opening: OpeningView, today: string): string | null {
  if (opening.capLeft === null) return null;
  const last = lastFreeDay(opening, today);
  return last ? ui.t.n('poolPage.capLeft.last', opening.capLeft, { date: ui.formatDate(last) }) : ui.t.n('poolPage.capLeft.text', opening.capLeft);
}

const placeOf = ({ workplaceName, companyName, street, postalCode, town }: OpeningView): string =>
  [workplaceName !== companyName && workplaceName, street, [postalCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');

const roomText = (ui: Ui, room: number): string => (room === 0 ? ui.t('opening.mentor.room.zero') : ui.t.n('opening.mentor.room', room));

/** Everybody who can be mentor there, and how each stands on the first day. */
const Mentors = ({ ui, mentors }: { readonly ui: Ui; readonly mentors: readonly OpeningMentor[] }) => (
  <ul class="plain-list">
    {mentors.map(({ id, name, away, trained, room }) => (
      <li key={id}>
        {may(ui, 'mentors.read') ? <a href={`/mentorer/${id}`}>{name}</a> : name}
        <small class="muted"> · {away ? ui.t('opening.mentor.away') : roomText(ui, room)}{trained ? '' : ` · ${ui.t('opening.mentor.untrained')}`}</small>
      </li>
    ))}
  </ul>
);

const ModelLink = ({ ui, opening }: Pick<Props, 'ui' | 'opening'>) => {
  const model = <PoolModel ui={ui} model={opening.model as Parameters<typeof PoolModel>[0]['model']} />;
  return opening.agreementId ? <a href={`/aftaler/${opening.agreementId}`}>{model}</a> : model;
};

function sharedText(ui: Ui, { sharedByName, publishedAt }: OpeningView): string | undefined {
  if (!sharedByName) return undefined;
  return publishedAt ? ui.t('opening.shared', { name: sharedByName, when: ui.formatDateTime(publishedAt) }) : sharedByName;
}
