import type { RolesAround } from '#citizens';
import { Alert, Card, Columns, DefinitionList, Empty, LinkButton, type Ui } from '../kit/index.js';
import { labelOf, type CitizenLists } from './citizen-choices.js';
import { CitizenFrame, EditLink, type ShownCitizen } from './citizen-frame.js';
import { citizenHref } from './citizen-href.js';

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly lists: CitizenLists;
  readonly roles: RolesAround;
}

/** Overblik: what the work needs to know, and who is around the citizen. */
export const CitizenOverview = ({ ui, citizen, lists, roles }: Props) => (
  <CitizenFrame
    ui={ui}
    citizen={citizen}
    tab="overblik"
    actions={
      <>
        {citizen.courseId && <LinkButton ui={ui} href={`/forloeb/${citizen.courseId}`}>{ui.t('citizen.course')}</LinkButton>}
        <LinkButton ui={ui} kind={citizen.courseId ? 'secondary' : 'primary'} href={citizenHref(citizen.id, 'pladser')} icon="search">
          {ui.t('citizen.find')}
        </LinkButton>
        <EditLink ui={ui} id={citizen.id} />
      </>
    }
  >
    {citizen.warnings.map((code) => (
      <Alert key={code} ui={ui} kind="warning">
        {ui.t(`warning.${code}`)} <a href={`${citizenHref(citizen.id)}/ret`}>{ui.t('citizen.warning.correct')}</a>
      </Alert>
    ))}
    <Columns side>
      <div>
        <Wishes ui={ui} citizen={citizen} lists={lists} />
        <Facts ui={ui} citizen={citizen} lists={lists} />
      </div>
      <Around ui={ui} citizenId={citizen.id} roles={roles} />
    </Columns>
  </CitizenFrame>
);

const Wishes = ({ ui, citizen, lists }: Pick<Props, 'ui' | 'citizen' | 'lists'>) => (
  <Card title={ui.t('citizen.goals')}>
    {citizen.goals.length === 0 ? (
      <Empty title={ui.t('citizen.goals.none')}>{ui.t('citizen.goals.none.text')}</Empty>
    ) : (
      <ol>
        {citizen.goals.map(({ tasks, sectorId }) => (
          <li key={`${tasks} ${sectorId ?? ''}`}>
            {tasks} {sectorId && <span class="muted">({labelOf(lists.sectors, sectorId)})</span>}
          </li>
        ))}
      </ol>
    )}
  </Card>
);

const Facts = ({ ui, citizen, lists }: Pick<Props, 'ui' | 'citizen' | 'lists'>) => (
  <Card title={ui.t('citizen.facts')}>
    <DefinitionList
      facts={[
        {
          term: ui.t('citizen.targetGroup'),
          value: citizen.targetGroups.length > 0 && (
            <ul class="plain-list">
              {citizen.targetGroups.map(({ code, from, until }) => (
                <li key={from}>
                  {labelOf(lists.targetGroups, code)} <span class="muted">{until ? ui.formatPeriod({ from, to: until }) : ui.t('citizen.since', { date: ui.formatDate(from) })}</span>
                </li>
              ))}
            </ul>
          ),
        },
        { term: ui.t('citizen.considerations'), value: citizen.considerationIds.map((id) => labelOf(lists.considerations, id)).join(', ') },
        { term: ui.t('citizen.hours'), value: citizen.minutesPossible !== null && ui.formatHours(citizen.minutesPossible) },
        { term: ui.t('citizen.travel'), value: travelOf(ui, citizen) },
      ]}
    />
  </Card>
);

const travelOf = (ui: Ui, { nearPostalCode, travelMinutes, transport }: ShownCitizen): string =>
  [
    nearPostalCode && ui.t('citizen.travel.from', { place: nearPostalCode }),
    travelMinutes !== null && ui.t('citizen.travel.minutes', { n: travelMinutes }),
    transport && ui.t(`citizen.transport.${transport}`).toLocaleLowerCase(ui.lang),
  ]
    .filter(Boolean)
    .join(', ');

const Around = ({ ui, citizenId, roles }: { readonly ui: Ui; readonly citizenId: string; readonly roles: RolesAround }) => (
  <Card title={ui.t('roles.title')}>
    <DefinitionList
      facts={[
        { term: ui.t('citizen.primary'), value: roles.primary?.userName },
        { term: ui.t('roles.standIn'), value: roles.primaryStandIn && ui.t('roles.standIn.until', { name: roles.primaryStandIn.userName, date: ui.formatDate(roles.primaryStandIn.until ?? roles.on) }) },
        { term: ui.t('roles.split'), value: ui.t(`roles.split.${roles.split}`) },
        { term: ui.t('roles.missing'), value: roles.missing.map((role) => ui.t(`citizen.role.${role}`)).join(', ') },
      ]}
    />
    <p>
      <a href={citizenHref(citizenId, 'roller')}>{ui.t('roles.all')}</a>
    </p>
  </Card>
);
