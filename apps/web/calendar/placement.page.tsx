import type { PlacementView } from '#placements';
import { BackLink, Badge, Button, ButtonRow, Card, DefinitionList, ErrorSummary, Form, LinkButton, Page, TextInput, DateField, type FieldErrors, type Tone, type Ui } from '../kit/index.js';
import { DoneToast } from '../done-toast.js';
import { hoursText, textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { placementSheetHref } from '../limits/limits-href.js';
import { may } from '../may.js';
import { calendarHref, changeHref, changeNames, placementHref } from './calendar-address.js';
import { WhichPlacement } from './change.page.js';

export interface PlacementProps {
  readonly ui: Ui;
  readonly placement: PlacementView;
  /** Of the cluster its slot belongs to, so that it can be rotated. */
  readonly inCluster: boolean;
  /** The move that led here can still be taken back. */
  readonly canTakeBack: boolean;
  readonly errors?: FieldErrors;
}

const tones = { planned: 'info', running: 'good', ended: 'neutral', stopped: 'neutral', cancelled: 'neutral' } as const satisfies Record<string, Tone>;

/** One placement: where and when, its hours and pauses, and what can be done to it without a calendar to drag in. */
export const PlacementPage = ({ ui, placement, inCluster, canTakeBack, errors = {} }: PlacementProps) => {
  const isOpen = placement.state === 'planned' || placement.state === 'running';
  return (
    <Page
      ui={ui}
      layout="narrow"
      title={placement.workplaceName}
      lead={<WhichPlacement ui={ui} placement={placement} />}
      back={<BackLink href={calendarHref({ workplace: placement.workplaceId })}>{ui.t('calendar.title')}</BackLink>}
      toast={<DoneToast ui={ui} />}
    >
      <ErrorSummary ui={ui} errors={errors} />
      {canTakeBack && <TakeBack ui={ui} placement={placement} />}
      <Card>
        <Facts ui={ui} placement={placement} />
        {isOpen && may(ui, 'placements.write') && (
          <ButtonRow>
            {changeNames
              .filter((name) => name !== 'roter' || inCluster)
              .map((name) => (
                <LinkButton key={name} ui={ui} kind="secondary" href={changeHref(placement.id, name)}>
                  {ui.t(`change.${name}`)}
                </LinkButton>
              ))}
            <LinkButton ui={ui} kind="secondary" href={changeHref(placement.id, 'timer')}>
              {ui.t('ramp.title')}
            </LinkButton>
          </ButtonRow>
        )}
      </Card>
      {placement.pauses.length > 0 && <Pauses ui={ui} placement={placement} isOpen={isOpen} />}
    </Page>
  );
};

/** For the move that was a mistake. */
const TakeBack = ({ ui, placement }: Pick<PlacementProps, 'ui' | 'placement'>) => (
  <Card>
    <Form ui={ui} action={`${placementHref(placement.id)}/tag-tilbage`} fields={{ version: placement.version }}>
      <p>{ui.t('takeBack.lead', { date: ui.formatDate(placement.from) })}</p>
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('takeBack.button')}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
);

const Facts = ({ ui, placement }: Pick<PlacementProps, 'ui' | 'placement'>) => (
  <DefinitionList
    columns
    facts={[
      { term: ui.t('placement.company'), value: <a href={`/virksomheder/${placement.companyId}`}>{placement.companyName}</a> },
      { term: ui.t('placement.state'), value: <Badge tone={tones[placement.state]}>{ui.t(`placement.state.${placement.state}`)}</Badge> },
      { term: ui.t('placement.mentor'), value: placement.mentorName ?? ui.t('placements.mentor.none') },
      { term: ui.t('placement.hours'), value: <Hours ui={ui} placement={placement} /> },
      { term: ui.t('vitas.title'), value: placement.state !== 'cancelled' && <a href={placementSheetHref(placement.id)}>{ui.t('vitas.link')}</a> },
      { term: ui.t('placement.stopReason'), value: placement.stopReason },
      { term: ui.t('placement.before'), value: placement.continuesId && <a href={placementHref(placement.continuesId)}>{ui.t('placement.before.link')}</a> },
    ]}
  />
);

const Hours = ({ ui, placement: { hours, minutesPerWeek } }: Pick<PlacementProps, 'ui' | 'placement'>) =>
  hours.length === 0 ? (
    <>{ui.formatHours(minutesPerWeek)}</>
  ) : (
    <ul class="plain-list">
      {hours.map((step) => (
        <li key={step.from}>{ui.t('ramp.step', { date: ui.formatDate(step.from), hours: ui.formatHours(step.minutesPerWeek) })}</li>
      ))}
    </ul>
  );

const Pauses = ({ ui, placement, isOpen }: Pick<PlacementProps, 'ui' | 'placement'> & { readonly isOpen: boolean }) => (
  <Card title={ui.t('pause.title')}>
    <ul class="plain-list">
      {placement.pauses.map((pause) => (
        <li key={pause.id}>
          {ui.formatPeriod({ from: pause.from, to: pause.until })}: {pause.reason}{' '}
          {isOpen && may(ui, 'placements.write') && (
            <Form ui={ui} action={`${placementHref(placement.id)}/pauser/${pause.id}/slut`} class="inline-form">
              <button type="submit" class="link-button">
                {ui.t('pause.end')}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  </Card>
);

/** One line more than is used, and never fewer than three. */
const linesFor = ({ hours }: PlacementView): number => Math.max(3, hours.length + 1);

/** Weekly hours that ramp: the whole plan on one form, empty lines left out. */
export const HoursPage = ({ ui, placement, values, errors = {} }: Pick<PlacementProps, 'ui' | 'placement'> & { readonly values?: FormValues; readonly errors?: FieldErrors }) => {
  const shown: FormValues = values ?? Object.fromEntries(placement.hours.flatMap(({ from, minutesPerWeek }, n) => [[`from-${n}`, from], [`hours-${n}`, hoursText(minutesPerWeek)]]));
  return (
    <Page ui={ui} layout="narrow" title={ui.t('ramp.title')} lead={<WhichPlacement ui={ui} placement={placement} />} back={<BackLink href={placementHref(placement.id)}>{ui.t('placement.back')}</BackLink>}>
      <ErrorSummary ui={ui} errors={errors} />
      <Card>
        <p class="muted">{ui.t('ramp.lead', { hours: ui.formatHours(placement.minutesPerWeek) })}</p>
        <Form ui={ui} action={changeHref(placement.id, 'timer')} fields={{ version: placement.version }}>
          {Array.from({ length: linesFor(placement) }, (_, n) => (
            <div key={n} class="short-fields">
              <DateField ui={ui} name={`from-${n}`} label={ui.t('ramp.from')} value={textOf(shown, `from-${n}`)} error={errors[`from-${n}`]} />
              <TextInput ui={ui} name={`hours-${n}`} label={ui.t('ramp.hours')} value={textOf(shown, `hours-${n}`)} error={errors[`hours-${n}`]} inputMode="decimal" width="s" maxLength={5} />
            </div>
          ))}
          <ButtonRow>
            <Button ui={ui}>{ui.t('ramp.save')}</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
};
