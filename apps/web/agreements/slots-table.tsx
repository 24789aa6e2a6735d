import type { AgreementPage as Agreement, Slot } from '#agreements';
import type { Consideration } from '#companies';
import { addDays } from '#platform';
import { may } from '../may.js';
import { Badge, Empty, LinkButton, Table, type Column, type Tone, type Ui } from '../kit/index.js';
import type { SlotVacancy } from '#upkeep';
import { agreementHref, stepHref } from './agreement-href.js';

interface Props {
  readonly ui: Ui;
  readonly agreement: Agreement;
  readonly considerations: readonly Consideration[];
  /** In the editor of an agreement in force: a place is corrected within the change. */
  readonly changing?: boolean;
  /** The page has the form for more places itself. */
  readonly addedBelow?: boolean;
  /** Of places that are to be kept filled: how long each stood empty. */
  readonly vacancies?: readonly SlotVacancy[];
}

/** The places one by one: what each offers and how it stands today. An idle place of model 2 is never shown as bad. */
export const SlotsTable = (props: Props) => {
  const { ui, agreement, addedBelow = false } = props;
  const mayAdd = !addedBelow && may(ui, 'agreements.write') && agreement.state !== 'ended' && agreement.model !== 'match_driven';
  const add = mayAdd && (
    <LinkButton ui={ui} kind="secondary" href={stepHref(agreement.id, 'pladser')} icon="plus">
      {ui.t('slots.add')}
    </LinkButton>
  );
  if (agreement.slots.length === 0) {
    const key = agreement.model === 'match_driven' ? 'slots.never' : 'slots.none';
    return (
      <Empty title={ui.t(key)} action={add}>
        {ui.t(`${key}.text`)}
      </Empty>
    );
  }
  return (
    <>
      <Table ui={ui} caption={ui.t('agreement.slots')} columns={columnsOf(props)} rows={agreement.slots} rowKey={(slot) => slot.id} />
      {add && <div class="button-row">{add}</div>}
    </>
  );
};

const columnsOf = ({ ui, agreement, considerations, changing = false, vacancies }: Props): Column<Slot>[] => [
  {
    key: 'tasks',
    label: ui.t('slots.column.tasks'),
    head: true,
    cell: (slot) => (
      <span class="named">
        {/* What a change being written adds is not in the pool yet. */}
        {slot.openingId && slot.freeFrom && !changing ? (
          <a href={`/puljen/${slot.openingId}`}>
            {slot.number}. {slot.tasks}
          </a>
        ) : (
          <span>
            {slot.number}. {slot.tasks}
          </span>
        )}
        <small>{considerationNames(ui, slot, considerations)}</small>
      </span>
    ),
  },
  ...(agreement.workplaces.length > 1 ? [{ key: 'workplace', label: ui.t('slots.column.workplace'), cell: (slot: Slot) => slot.workplace }] : []),
  { key: 'hours', label: ui.t('slots.column.hours'), cell: (slot) => <span class="no-break">{ui.formatHours(slot.minutesPerWeek)}</span> },
  { key: 'state', label: ui.t('slots.column.state'), cell: (slot) => <SlotState ui={ui} slot={slot} agreement={agreement} /> },
  ...(vacancies ? [{ key: 'vacant', label: ui.t('utilisation.vacant'), numeric: true, cell: (slot: Slot) => <Vacant ui={ui} vacancy={vacancies.find(({ id }) => id === slot.id)} /> }] : []),
  {
    key: 'do',
    label: ui.t('slots.column.do'),
    quiet: true,
    cell: (slot) =>
      may(ui, 'agreements.write') &&
      slot.state !== 'ended' && (
        <LinkButton ui={ui} kind="quiet" small href={`${agreementHref(agreement.id)}/pladser/${slot.id}${changing ? '?i=aendring' : ''}`} icon="edit">
          {ui.t('form.edit')}
          <span class="sr-only"> {ui.t('slots.number', { n: slot.number })}</span>
        </LinkButton>
      ),
  },
];

/** Days the place stood empty in the last quarter, and since when it does now. */
const Vacant = ({ ui, vacancy }: { readonly ui: Ui; readonly vacancy?: SlotVacancy }) =>
  vacancy ? (
    <span>
      {ui.formatNumber(vacancy.vacantDays)}
      <br />
      {vacancy.emptySince && <small class="muted">{ui.t('utilisation.since', { date: ui.formatDate(vacancy.emptySince) })}</small>}
    </span>
  ) : (
    <>–</>
  );

const considerationNames = (ui: Ui, { considerationIds }: Slot, considerations: readonly Consideration[]): string =>
  considerations
    .filter(({ id }) => considerationIds.includes(id))
    .map(({ nameDa, nameEn }) => (ui.lang === 'da' ? nameDa : nameEn))
    .join(', ');

/** Ledig, ledig til …, reserveret, optaget til …, or that the draft does not count yet. */
const SlotState = ({ ui, slot, agreement }: { readonly ui: Ui; readonly slot: Slot; readonly agreement: Agreement }) => {
  const [tone, text, next] = stateOf(ui, slot, agreement);
  return (
    <span class="named">
      <Badge tone={tone}>{text}</Badge>
      {next && <small>{next}</small>}
    </span>
  );
};

function stateOf(ui: Ui, slot: Slot, agreement: Agreement): readonly [tone: Tone, text: string, next?: string] {
  const { state, callable, refill } = agreement;
  if (slot.state === 'ended') return ['neutral', ui.t('slots.ended', { date: ui.formatDate(slot.endsOn ?? slot.startsOn) })];
  if (state === 'draft' || state === 'awaiting') return ['neutral', ui.t('slots.draft')];
  if (slot.state === 'occupied') return ['info', ui.t('slots.occupied', { date: ui.formatDate(slot.occupiedUntil ? addDays(slot.occupiedUntil, -1) : slot.startsOn) })];
  if (slot.state === 'reserved') return ['warn', ui.t('slot.state.reserved')];
  if (slot.state === 'coming') return ['info', ui.t('slots.coming', { date: ui.formatDate(slot.freeFrom ?? slot.startsOn) })];
  if (state === 'paused') return ['warn', ui.t('agreement.state.paused')];
  if (agreement.room?.left === 0) return ['neutral', ui.t('slots.capFull')];
  if (slot.outlook === 'later') return ['info', ui.t('slots.coming', { date: ui.formatDate(slot.freeFrom ?? slot.startsOn) })];
  return [callable ? 'info' : refill ? 'good' : 'neutral', ...freeText(ui, slot, agreement)];
}

/** That it is free or can be called; when that ends soon, its last day and what follows. */
function freeText(ui: Ui, { freeFrom, freeUntil, outlook }: Slot, { callable, room }: Agreement): readonly [text: string, next?: string] {
  const key = callable ? 'callable' : 'free';
  const full = freeFrom && room?.fullFrom && (outlook === null || freeUntil === null || room.fullFrom < freeUntil) ? room.fullFrom : null;
  const until = full ?? (outlook && freeUntil);
  if (!until) return [ui.t(`poolPage.status.${key}`)];
  const text = ui.t(`poolPage.status.${key}.last`, { date: ui.formatDate(addDays(until, -1)) });
  return outlook === 'over' && !full ? [text] : [text, ui.t(`slots.next.${full ? 'full' : outlook}`)];
}
