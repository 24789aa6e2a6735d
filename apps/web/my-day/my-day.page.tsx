import type { Caseload } from '#citizens';
import type { DayCard, MyDay } from '#placements';
import { Card, Empty, Icon, LinkButton, Page, type IconName, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { TaskCard } from '../tasks/task-card.js';

type OwnCaseload = Pick<Caseload, 'citizens' | 'caseload' | 'heavy'> & { readonly warning: number };

interface Props {
  readonly ui: Ui;
  /** Undefined for one who does no fieldwork. */
  readonly day?: MyDay;
  /** One's own citizens, as a number. */
  readonly caseload?: OwnCaseload;
  readonly today: string;
}

/** Min dag: what needs the reader now, the most urgent first, each with its one next step. */
export const MyDayPage = ({ ui, day, caseload, today }: Props) => (
  <Page
    ui={ui}
    title={ui.t('day.title', { name: (ui.viewer?.name ?? '').split(' ')[0] ?? '' })}
    lead={ui.t('day.lead', { day: ui.formatDay(today), week: ui.formatWeek(today) })}
    actions={
      <>
        {may(ui, 'openings.share') && (
          <LinkButton ui={ui} href="/del" icon="plus">
            {ui.t('share.title')}
          </LinkButton>
        )}
        {ui.viewer?.roles.includes('manager') && (
          <LinkButton ui={ui} kind="secondary" href="/kapacitet">
            {ui.t('day.capacity')}
          </LinkButton>
        )}
      </>
    }
  >
    {day ? <Cards ui={ui} day={day} today={today} /> : <Administration ui={ui} />}
    {caseload && caseload.citizens > 0 && <CaseloadLine ui={ui} caseload={caseload} />}
  </Page>
);

const Cards = ({ ui, day, today }: { readonly ui: Ui; readonly day: MyDay; readonly today: string }) => {
  const cards = inOrder(day.cards);
  const { tasks } = day;
  return (
    <>
      {cards.length + tasks.length === 0 ? (
        <Calm ui={ui} />
      ) : (
        <Card title={ui.t('day.needs', { n: cards.length + tasks.length })}>
          <ol class="day-cards no-max-width">
            {cards.map((card) => (
              <Need key={`${card.kind} ${card.id}`} ui={ui} card={card} today={today} />
            ))}
            {tasks.map((task) => (
              <TaskCard key={task.id} ui={ui} task={task} today={today} />
            ))}
          </ol>
        </Card>
      )}
      <p class="day-news">
        <a href="/puljen?sort=newest">{ui.t.n('day.news', day.newInPool)}</a> · <a href="/opgaver">{ui.t('tasks.all')}</a>
      </p>
    </>
  );
};

const CaseloadLine = ({ ui, caseload }: { readonly ui: Ui; readonly caseload: OwnCaseload }) => (
  <p class="day-news">
    <a href="/borgere">{ui.t.n('caseloads.own', caseload.citizens, { weighted: ui.formatNumber(caseload.caseload) })}</a> {caseload.heavy && <strong>{ui.t('caseloads.own.heavy', { limit: caseload.warning })}</strong>}
  </p>
);

const Calm = ({ ui }: { readonly ui: Ui }) => (
  <Empty
    title={ui.t('day.none')}
    action={
      <LinkButton ui={ui} kind="secondary" href="/puljen">
        {ui.t('day.find')}
      </LinkButton>
    }
  >
    {ui.t('day.none.text')}
  </Empty>
);

const icons: Readonly<Record<DayCard['kind'], IconName>> = {
  'call-back': 'warning',
  'reservation-expiring': 'time',
  'answer-accepted': 'success',
  'answer-declined': 'close',
  'hold-ending': 'lock',
  'placement-starting': 'calendar-month',
  'placement-ending': 'calendar-month',
};

const urgent: readonly DayCard['kind'][] = ['call-back', 'reservation-expiring'];

const Need = ({ ui, card, today }: { readonly ui: Ui; readonly card: DayCard; readonly today: string }) => (
  <li class={urgent.includes(card.kind) ? 'day-card urgent' : 'day-card'}>
    <span class="day-mark">
      <Icon ui={ui} name={icons[card.kind]} />
    </span>
    <div>
      <p class="day-what">
        <strong>{ui.t(`day.${card.kind}`, { due: dueText(ui, card, today) })}</strong>
      </p>
      <p>
        {card.openingId ? <a href={`/puljen/${card.openingId}`}>{card.companyName}</a> : <a href={`/virksomheder/${card.companyId}`}>{card.companyName}</a>}
        <span class="muted"> · {card.tasks}</span>
      </p>
      {card.note && <p class="muted">{ui.t('day.note', { note: card.note })}</p>}
    </div>
    <LinkButton ui={ui} kind={urgent.includes(card.kind) ? 'primary' : 'secondary'} small href={stepOf(card)}>
      {ui.t(`day.${card.kind}.step`)}
    </LinkButton>
  </li>
);

/** Where the one next step is taken. */
const stepOf = ({ kind, openingId, companyId, tasks }: DayCard): string => {
  if (kind === 'answer-declined') return `/puljen?onlyFree=true&text=${encodeURIComponent(tasks.split(/\s+/)[0] ?? '')}`;
  if (!openingId) return `/virksomheder/${companyId}`;
  return `/puljen/${openingId}${{ 'call-back': '#koe', 'reservation-expiring': '#koe', 'placement-ending': '#placeringer' }[kind as string] ?? ''}`;
};

/** What somebody waits for first, then by when; what has no time comes last. */
const inOrder = (cards: readonly DayCard[]): readonly DayCard[] => [...cards].sort((a, b) => rankOf(a) - rankOf(b) || instantOf(a) - instantOf(b));

const rankOf = ({ kind }: DayCard): number => (kind === 'call-back' ? 0 : 1);

const instantOf = ({ due }: DayCard): number => (due === null ? Number.MAX_SAFE_INTEGER : due instanceof Date ? due.getTime() : Date.parse(due));

function dueText(ui: Ui, { due }: DayCard, today: string): string {
  if (due instanceof Date) return ui.formatDateTime(due);
  if (due === null || due === today) return ui.t('day.today');
  return ui.formatDate(due);
}

const Administration = ({ ui }: { readonly ui: Ui }) => (
  <Empty
    title={ui.t('day.administrator')}
    action={
      <LinkButton ui={ui} kind="secondary" href="/brugere">
        {ui.t('kit.menu.users')}
      </LinkButton>
    }
  >
    {ui.t('day.administrator.text')}
  </Empty>
);
