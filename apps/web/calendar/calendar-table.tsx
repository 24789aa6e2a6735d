import type { CalendarSlot, ShownWeek } from '#calendar';
import type { Ui } from '../kit/index.js';
import { may } from '../may.js';
import { lanesHref, placementHref } from './calendar-address.js';
import { WeekCells, WeekHead, wordsOf, type Shown } from './week-table.js';

interface Props {
  readonly ui: Ui;
  readonly weeks: readonly ShownWeek[];
  readonly slots: readonly CalendarSlot[];
  readonly today: string;
}

/** Slots under their workplaces, weeks as columns. On a phone a list instead: what lies on each slot, in words. */
export const CalendarTable = ({ ui, weeks, slots, today }: Props) => (
  <>
    <div class="heat-scroll calendar-wide" role="region" aria-label={ui.t('calendar.title')} tabIndex={0}>
      <table class="calendar" data-calendar={weeks.map(({ from }) => from).join(' ')} data-verb="flyt" data-field="slot">
        <caption class="sr-only">{ui.t('calendar.caption', { n: weeks.length })}</caption>
        <WeekHead ui={ui} weeks={weeks} today={today} corner={ui.t('calendar.slot')} />
        {workplacesOf(slots).map((rows) => (
          <Workplace key={rows[0]?.workplaceId} ui={ui} weeks={weeks} slots={rows} today={today} />
        ))}
      </table>
    </div>
    <ul class="calendar-list plain-list">
      {slots.map((slot) => (
        <SlotInWords key={slot.id} ui={ui} slot={slot} today={today} />
      ))}
    </ul>
  </>
);

function workplacesOf(slots: readonly CalendarSlot[]): CalendarSlot[][] {
  const groups: CalendarSlot[][] = [];
  for (const slot of slots) {
    const last = groups.at(-1);
    if (last?.[0]?.workplaceId === slot.workplaceId) last.push(slot);
    else groups.push([slot]);
  }
  return groups;
}

const Workplace = ({ ui, weeks, slots, today }: Props) => {
  const [first] = slots;
  if (!first) return null;
  return (
    <tbody>
      <tr class="calendar-place">
        <th scope="rowgroup" colSpan={weeks.length + 1}>
          <span>
            <a href={`/virksomheder/${first.companyId}`}>{first.workplaceName}</a>
            {first.companyName !== first.workplaceName && <small> {first.companyName}</small>} {first.town && <small>· {first.town}</small>}
            {may(ui, 'companies.write') && (
              <a class="calendar-side" href={`/kalender/lukket/${first.workplaceId}`}>
                {ui.t('closure.link')}
                <span class="sr-only"> {first.workplaceName}</span>
              </a>
            )}
          </span>
        </th>
      </tr>
      {slots.map((slot) => (
        <SlotRow key={slot.id} ui={ui} weeks={weeks} slot={slot} today={today} />
      ))}
    </tbody>
  );
};

interface RowProps extends Omit<Props, 'slots'> {
  readonly slot: CalendarSlot;
}

const SlotRow = ({ ui, weeks, slot, today }: RowProps) => (
  <tr data-target={slot.id}>
    <th scope="row">
      <SlotName ui={ui} slot={slot} />
    </th>
    <WeekCells
      ui={ui}
      weeks={weeks}
      lying={lyingOn(slot, weeks)}
      movable={may(ui, 'placements.write')}
      openingHref={`/puljen/${slot.id}`}
      empty={(from, until) => <Free ui={ui} slot={slot} from={from} until={until} today={today} />}
    />
  </tr>
);

const SlotName = ({ ui, slot }: { readonly ui: Ui; readonly slot: CalendarSlot }) => (
  <>
    <a href={`/aftaler/${slot.agreementId}`}>{ui.t('calendar.slotNumber', { n: slot.number })}</a> <small>{[slot.tasks, slot.totalCap !== null && ui.t('agreement.totalCap', { n: slot.totalCap })].filter(Boolean).join(' · ')}</small>
    {slot.clusterId && (
      <a class="calendar-side" href={lanesHref(slot.clusterId)}>
        {ui.t('lanes.link')}
      </a>
    )}
  </>
);

/** What lies there, and the days before and after the slot is promised. */
function lyingOn(slot: CalendarSlot, weeks: readonly ShownWeek[]): Shown[] {
  const [first, last] = [weeks[0]?.from ?? slot.from, weeks.at(-1)?.until ?? slot.from];
  const outside = (id: string, from: string, until: string): Shown[] => (from < until ? [{ kind: 'outside', id, from, until }] : []);
  return [...outside('before', first, slot.from), ...slot.bars, ...outside('after', slot.until ?? last, last)];
}

/** The first day of a stretch that somebody could begin on; nothing when it is not offered then. */
function offeredFrom({ freeFrom, freeUntil, laterFrom, laterUntil, bars }: CalendarSlot, from: string, until: string, today: string): string | undefined {
  const firstOf = (gap: string): string => {
    const first = [from, gap, today].reduce((a, b) => (a > b ? a : b));
    return bars.find((bar) => bar.kind === 'cap_full' && bar.from <= first && first < bar.until)?.until ?? first;
  };
  const gaps = [[freeFrom, freeUntil], [laterFrom, laterUntil]] as const;
  return gaps.map(([gap, end]) => gap && [firstOf(gap), end ?? until] as const).find((days) => days && days[0] < until && days[0] < days[1])?.[0];
}

const Free = ({ ui, slot, from, until, today }: Omit<RowProps, 'weeks'> & { readonly from: string; readonly until: string }) => {
  const first = may(ui, 'reservations.write') ? offeredFrom(slot, from, until, today) : undefined;
  if (!first) return <span class="calendar-empty">{ui.t('calendar.free')}</span>;
  return (
    <a class="calendar-empty" href={reserveHref(slot.id, first)}>
      {ui.t('calendar.free')}
      <span class="sr-only"> {ui.t('calendar.reserve', { date: ui.formatDate(first) })}</span>
    </a>
  );
};

const reserveHref = (openingId: string, from: string): string => `/puljen/${openingId}?from=${from}#reserver`;

const SlotInWords = ({ ui, slot, today }: Omit<RowProps, 'weeks'>) => {
  const free = may(ui, 'reservations.write') ? offeredFrom(slot, today, '9999-12-31', today) : undefined;
  return (
    <li class="card-sheet">
      <p class="queue-head">
        <strong>{slot.workplaceName}</strong>
        <SlotName ui={ui} slot={slot} />
      </p>
      <ul class="plain-list">
        {slot.bars.map((bar) => (
          <li key={`${bar.id} ${bar.from}`}>
            <span class={`bar-dot bar-${bar.kind}`} /> {bar.kind === 'placement' ? <a href={placementHref(bar.id)}>{wordsOf(ui, bar)}</a> : wordsOf(ui, bar)}{' '}
            <small class="no-break">{ui.formatPeriod({ from: bar.from, to: bar.until })}</small>
          </li>
        ))}
        {free && (
          <li>
            <a href={reserveHref(slot.id, free)}>
              {ui.t('calendar.free')} {ui.t('calendar.reserve', { date: ui.formatDate(free) })}
            </a>
          </li>
        )}
      </ul>
    </li>
  );
};
