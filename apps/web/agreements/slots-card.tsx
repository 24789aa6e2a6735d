import type { AgreementPage as Agreement, Difference } from '#agreements';
import type { Consideration } from '#companies';
import type { AgreementUtilisation } from '#upkeep';
import { Alert, Card, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { agreementHref } from './agreement-href.js';
import { SlotsTable } from './slots-table.js';

export interface SlotsCardProps {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly considerations: readonly Consideration[];
  /** Undefined where nothing is measured: models 2 and 3, drafts, and clusters that need no refill. */
  readonly used?: AgreementUtilisation;
  /** What a coming version does to the places. */
  readonly planned: Difference | null;
}

/** The places: how well they are used, how many may be taken at once, which are on their way, and each of them. */
export const SlotsCard = ({ ui, agreement, considerations, used, planned }: SlotsCardProps) => (
  <Card title={ui.t('agreement.slots')} id="pladser">
    {used && used.share !== null && (
      <p>
        <a href={`${agreementHref(agreement.id)}/pleje`}>{ui.t('utilisation.words', { share: ui.formatPercent(used.share), occupied: ui.formatNumber(used.occupiedDays), agreed: ui.formatNumber(used.agreedDays) })}</a>{' '}
        <span class="muted">({ui.t('utilisation.quarter')})</span>
      </p>
    )}
    <CapNote ui={ui} agreement={agreement} />
    {planned && <Planned ui={ui} agreement={agreement} planned={planned} />}
    <SlotsTable ui={ui} agreement={agreement} considerations={considerations} vacancies={used?.slots} />
    {agreement.activatedAt && agreement.model !== 'match_driven' && may(ui, 'placements.read') && <a href={agreement.cluster ? `/kalender/klynger/${agreement.cluster.id}` : `/kalender?company=${agreement.companyId}`}>{ui.t(agreement.cluster ? 'lanes.link' : 'calendar.link')}</a>}
  </Card>
);

const CapNote = ({ ui, agreement: { room, activatedAt, state, slots, totalCap } }: { readonly ui: Ui; readonly agreement: Agreement }) => {
  if (room === null || activatedAt === null || state === 'ended') return null;
  const open = slots.filter((slot) => slot.state !== 'ended').length;
  const words = { cap: totalCap ?? 0, slots: open, left: room.left };
  if (room.left === 0) return <p>{ui.t('slots.cap.full', words)}</p>;
  return <p>{room.fullFrom ? ui.t('slots.cap.until', { ...words, date: ui.formatDate(room.fullFrom) }) : ui.t('slots.cap', words)}</p>;
};

/** Places that come or go on a day that is agreed already. */
const Planned = ({ ui, agreement, planned: { slotsAdded, slotsClosed } }: Pick<SlotsCardProps, 'ui' | 'agreement'> & { readonly planned: Difference }) => {
  const { coming, id } = agreement;
  if (!coming || slotsAdded.length + slotsClosed.length === 0) return null;
  const date = ui.formatDate(coming.validFrom);
  return (
    <Alert ui={ui} kind="info" heading={ui.t('slots.planned', { date })}>
      <ul class="plain-list">
        {slotsAdded.map((slot) => (
          <li key={slot.id}>{ui.t('slots.planned.added', { tasks: slot.tasks, workplace: slot.workplace, hours: ui.formatHours(slot.minutesPerWeek) })}</li>
        ))}
        {slotsClosed.map((slot) => (
          <li key={slot.id}>{ui.t('slots.planned.closed', { n: slot.number, tasks: slot.tasks })}</li>
        ))}
      </ul>
      {slotsAdded.length > 0 && <p>{ui.t(slotsAdded.every((slot) => agreement.slots.some((known) => known.id === slot.id)) ? 'slots.planned.inPool' : 'slots.planned.pool', { date })}</p>}
      <a href={`${agreementHref(id)}/versioner/${coming.number}`}>{ui.t('slots.planned.see')}</a>
    </Alert>
  );
};
