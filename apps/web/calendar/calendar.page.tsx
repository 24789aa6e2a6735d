import type { Calendar, ClusterName } from '#calendar';
import { addDays, isoWeek, weekKey } from '#platform';
import { Alert, Empty, FilterBar, LinkButton, Page, Pager, Results, Select, TextInput, type Option, type Ui } from '../kit/index.js';
import { DoneToast } from '../done-toast.js';
import { may } from '../may.js';
import { moreHref } from '../more-href.js';
import { calendarHref, lanesHref, type CalendarAddress } from './calendar-address.js';
import { CalendarTable } from './calendar-table.js';

export interface CalendarChoices {
  readonly sectors: readonly Option[];
  readonly municipalities: readonly Option[];
  readonly clusters: readonly ClusterName[];
}

interface Props extends CalendarChoices {
  readonly ui: Ui;
  readonly address: CalendarAddress;
  /** Nothing when the address asks for a week that does not exist. */
  readonly calendar?: Calendar;
  readonly today: string;
}

/** Pladskalender: slots by workplace over half a year of weeks. */
export const CalendarPage = ({ ui, address, calendar, today, ...choices }: Props) => (
  <Page ui={ui} title={ui.t('calendar.title')} lead={ui.t('calendar.lead')} toast={<DoneToast ui={ui} />}>
    <Filters ui={ui} address={address} calendar={calendar} {...choices} />
    <Results summary={calendar ? <InWords ui={ui} calendar={calendar} /> : ''}>
      {!calendar && (
        <Alert ui={ui} kind="error" live>
          <p>{ui.t('fault.calendar.week')}</p>
        </Alert>
      )}
      {calendar && <OnlyOne ui={ui} address={address} calendar={calendar} />}
      {calendar && <WeekPicker ui={ui} calendar={calendar} href={(week) => calendarHref(address, { week })} today={today} />}
      {calendar && calendar.items.length > 0 && <CalendarTable ui={ui} weeks={calendar.weeks} slots={calendar.items} today={today} />}
      {calendar?.items.length === 0 && <NoSlots ui={ui} narrowed={calendarHref(address, { week: undefined }) !== '/kalender'} />}
      <Pager ui={ui} href={calendar?.next ? moreHref(ui.path, calendar.next) : undefined} />
      <Clusters ui={ui} clusters={choices.clusters} />
    </Results>
  </Page>
);

const InWords = ({ ui, calendar }: { readonly ui: Ui; readonly calendar: Calendar }) => {
  const [first, last] = [calendar.weeks[0], calendar.weeks.at(-1)];
  const weeks = { from: ui.formatWeek(first?.from ?? '', true), to: ui.formatWeek(last?.from ?? '', true) };
  return <>{ui.t.n('calendar.inWords', calendar.items.length, weeks)}</>;
};

interface PickerProps {
  readonly ui: Ui;
  readonly calendar: Pick<Calendar, 'weeks'>;
  readonly href: (week: string | undefined) => string;
  readonly today: string;
}

const step = 13;

/** A quarter back, today, a quarter on. A week is also picked in the filter. */
export const WeekPicker = ({ ui, calendar: { weeks }, href }: PickerProps) => {
  const first = weeks[0]?.from ?? '';
  const by = (count: number): string => href(weekKey(isoWeek(addDays(first, count * 7))));
  return (
    <nav class="week-picker" aria-label={ui.t('calendar.pick')}>
      <a href={by(-step)}>{ui.t('calendar.earlier')}</a>
      <a href={href(undefined)}>{ui.t('calendar.today')}</a>
      <a href={by(step)}>{ui.t('calendar.later')}</a>
    </nav>
  );
};

/** Came here from a company or workplace: which one, and the way to all. */
const OnlyOne = ({ ui, address, calendar }: { readonly ui: Ui; readonly address: CalendarAddress; readonly calendar: Calendar }) => {
  const [first] = calendar.items;
  if (!address.company && !address.workplace) return null;
  const name = address.workplace ? first?.workplaceName : first?.companyName;
  return (
    <p class="calendar-only">
      {ui.t('calendar.only', { name: name ?? ui.t('calendar.only.one') })} <a href={calendarHref(address, { company: undefined, workplace: undefined })}>{ui.t('calendar.only.all')}</a>
    </p>
  );
};

const Filters = ({ ui, address, calendar, ...choices }: Omit<Props, 'today'>) => {
  const all = ui.t('capacityPage.all');
  const keep = { company: address.company, workplace: address.workplace };
  const week = address.week ?? calendar?.weeks[0]?.key;
  return (
    <FilterBar
      ui={ui}
      action="/kalender"
      label={ui.t('calendar.filter')}
      keep={keep}
      resetHref={calendarHref(address) === '/kalender' ? undefined : '/kalender'}
      search={<TextInput ui={ui} name="text" label={ui.t('calendar.text')} hint={ui.t('calendar.text.hint')} value={address.text} maxLength={100} type="search" />}
    >
      <TextInput ui={ui} name="week" label={ui.t('calendar.firstWeek')} hint={ui.t('calendar.firstWeek.hint')} value={week} width="s" maxLength={8} error={calendar ? undefined : ui.t('fault.calendar.week')} />
      <Select ui={ui} name="sector" label={ui.t('capacity.sector')} options={choices.sectors} value={address.sector} empty={all} />
      <Select ui={ui} name="municipality" label={ui.t('capacity.by.municipality')} options={choices.municipalities} value={address.municipality} empty={all} />
      <Select ui={ui} name="cluster" label={ui.t('calendar.cluster')} options={choices.clusters.map(({ id, name }) => ({ value: id, label: name }))} value={address.cluster} empty={all} />
    </FilterBar>
  );
};

const NoSlots = ({ ui, narrowed }: { readonly ui: Ui; readonly narrowed: boolean }) => (
  <Empty
    title={ui.t(narrowed ? 'calendar.none.narrowed' : 'calendar.none')}
    action={
      may(ui, 'agreements.write') &&
      !narrowed && (
        <LinkButton ui={ui} kind="secondary" href="/aftaler/ny" icon="plus">
          {ui.t('calendar.none.action')}
        </LinkButton>
      )
    }
  >
    {ui.t('calendar.none.text')}
  </Empty>
);

const Clusters = ({ ui, clusters }: { readonly ui: Ui; readonly clusters: readonly ClusterName[] }) =>
  clusters.length === 0 ? null : (
    <section>
      <h2>{ui.t('lanes.clusters')}</h2>
      <ul class="plain-list">
        {clusters.map(({ id, name, members }) => (
          <li key={id}>
            <a href={lanesHref(id)}>{name}</a> <small>{ui.t.n('lanes.members', members)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
