import { stacked, type ClusterLanes, type Lane } from '#calendar';
import { BackLink, Button, ButtonRow, Card, DateField, Empty, LinkButton, Page, Select, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { calendarHref, lanesHref, placementHref } from './calendar-address.js';
import { WeekPicker } from './calendar.page.js';
import { Coordinators } from './coordinator.page.js';
import { WeekCells, WeekHead, wordsOf } from './week-table.js';

interface Props {
  readonly ui: Ui;
  readonly cluster: ClusterLanes;
  readonly today: string;
}

/** Klyngens baner: a lane a member workplace. A citizen is moved on by dragging the bar, or by the form below. */
export const LanesPage = ({ ui, cluster, today }: Props) => (
  <Page ui={ui} title={ui.t('lanes.title', { cluster: cluster.name })} lead={ui.t('lanes.lead')} back={<BackLink href="/kalender">{ui.t('calendar.title')}</BackLink>}>
    <WeekPicker ui={ui} calendar={cluster} href={(week) => calendarHref({ week }, {}, lanesHref(cluster.id))} today={today} />
    {cluster.lanes.length === 0 ? (
      <Empty title={ui.t('lanes.none')}>{ui.t('lanes.none.text')}</Empty>
    ) : (
      <>
        <div class="heat-scroll calendar-wide" role="region" aria-label={ui.t('lanes.title', { cluster: cluster.name })} tabIndex={0}>
          <table class="calendar" data-calendar={cluster.weeks.map(({ from }) => from).join(' ')} data-verb="roter" data-field="workplace">
            <caption class="sr-only">{ui.t('lanes.caption', { n: cluster.weeks.length })}</caption>
            <WeekHead ui={ui} weeks={cluster.weeks} today={today} corner={ui.t('lanes.workplace')} />
            {cluster.lanes.map((lane) => (
              <LaneRows key={`${lane.agreementId} ${lane.workplaceId}`} ui={ui} cluster={cluster} lane={lane} />
            ))}
          </table>
        </div>
        <LaneList ui={ui} cluster={cluster} />
        <WhoCoordinates ui={ui} cluster={cluster} />
        {may(ui, 'placements.write') && <RotateForm ui={ui} cluster={cluster} today={today} />}
      </>
    )}
  </Page>
);

const WhoCoordinates = ({ ui, cluster: { coordinators, lanes } }: Omit<Props, 'today'>) => {
  const agreements = [...new Set(lanes.map(({ agreementId }) => agreementId))];
  return (
    <Card title={ui.t('coordinator.known')}>
      <Coordinators ui={ui} known={coordinators} />
      <ButtonRow>
        {agreements.map((id) => (
          <LinkButton key={id} ui={ui} kind="secondary" href={may(ui, 'agreements.write') ? `/kalender/koordinator/${id}` : `/aftaler/${id}`}>
            {ui.t(may(ui, 'agreements.write') ? 'coordinator.new' : 'lanes.agreement')}
          </LinkButton>
        ))}
      </ButtonRow>
    </Card>
  );
};

const LaneRows = ({ ui, cluster, lane }: Omit<Props, 'today'> & { readonly lane: Lane }) => {
  const rows = lane.bars.length === 0 ? [[]] : stacked(lane.bars);
  return (
    <tbody>
      {rows.map((bars, index) => (
        <tr key={index} data-target={lane.workplaceId}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={rows.length}>
              <LaneName ui={ui} lane={lane} />
            </th>
          )}
          <WeekCells ui={ui} weeks={cluster.weeks} lying={bars} movable={may(ui, 'placements.write')} empty={() => <span class="sr-only">{ui.t('lanes.nobody')}</span>} />
        </tr>
      ))}
    </tbody>
  );
};

const LaneName = ({ ui, lane }: { readonly ui: Ui; readonly lane: Lane }) => (
  <>
    <a href={`/virksomheder/${lane.companyId}`}>{lane.workplaceName}</a>
    <small class="lane-about">
      {[lane.mentors.length > 0 ? ui.t('calendar.mentor', { name: lane.mentors.join(', ') }) : ui.t('lanes.noMentor'), lane.slotCap !== null && ui.t('lanes.cap', { n: lane.slotCap })].filter(Boolean).join(' · ')}
    </small>
  </>
);

/** The same on a phone, in words. */
const LaneList = ({ ui, cluster }: Omit<Props, 'today'>) => (
  <ul class="calendar-list plain-list">
    {cluster.lanes.map((lane) => (
      <li key={`${lane.agreementId} ${lane.workplaceId}`} class="card-sheet">
        <p class="queue-head">
          <LaneName ui={ui} lane={lane} />
        </p>
        <ul class="plain-list">
          {lane.bars.map((bar) => (
            <li key={bar.id}>
              <a href={placementHref(bar.id)}>{wordsOf(ui, bar)}</a> <small>{ui.formatPeriod({ from: bar.from, to: bar.until })}</small>
            </li>
          ))}
          {lane.bars.length === 0 && <li class="muted">{ui.t('lanes.nobody')}</li>}
        </ul>
      </li>
    ))}
  </ul>
);

/** Who, where to and from when; the next page shows what it means before anything is saved. */
const RotateForm = ({ ui, cluster, today }: Props) => {
  const here = cluster.lanes.flatMap((lane) => lane.bars.filter(({ until }) => until > today).map((bar) => ({ bar, lane })));
  if (here.length === 0) return null;
  const people = here.map(({ bar, lane }) => ({ value: bar.id, label: `${lane.workplaceName}: ${wordsOf(ui, bar)} (${ui.formatPeriod({ from: bar.from, to: bar.until })})` }));
  return (
    <Card id="roter" title={ui.t('lanes.rotate')}>
      <p class="muted">{ui.t('lanes.rotate.lead')}</p>
      <form method="get" action="/kalender/roter">
        <Select ui={ui} name="placement" label={ui.t('lanes.who')} options={people} />
        <Select ui={ui} name="workplace" label={ui.t('change.workplace')} options={cluster.lanes.map(({ workplaceId, workplaceName }) => ({ value: workplaceId, label: workplaceName }))} />
        <DateField ui={ui} name="from" label={ui.t('change.from.flyt')} value={today} />
        <ButtonRow>
          <Button ui={ui} kind="secondary">
            {ui.t('change.show')}
          </Button>
        </ButtonRow>
      </form>
    </Card>
  );
};
