import type { Visit } from '#visits';
import { Alert, Badge, Button, ButtonRow, Card, DefinitionList, Empty, ErrorSummary, Form, LinkButton, Select, TextInput, type FieldErrors, type Option, type Tone, type Ui } from '../kit/index.js';
import { CitizenFrame, type ShownCitizen } from '../citizens/citizen-frame.js';
import { citizenHref } from '../citizens/citizen-href.js';
import { companyHref } from '../companies/company-href.js';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import { MailAddress } from '../mail-link.js';

interface FoundWorkplace {
  readonly workplaceId: string;
  readonly workplace: string;
  readonly company: string;
}

interface Props {
  readonly ui: Ui;
  readonly citizen: ShownCitizen;
  readonly visits: readonly Visit[];
  /** Other places of the visits' companies, by company. */
  readonly places: Readonly<Record<string, readonly Option[]>>;
  /** What a search for a workplace found. */
  readonly q?: string;
  readonly found?: readonly FoundWorkplace[];
  readonly attempt?: VisitAttempt;
}

/** A form about one visit that came back with its errors. */
export interface VisitAttempt {
  readonly visitId: string;
  readonly form: 'tid' | 'udfald' | 'aflys';
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

/** Besøg: taster visits and coffee meetings, and how they went. */
export const VisitsPage = ({ ui, citizen, visits, places, q, found, attempt }: Props) => (
  <CitizenFrame
    ui={ui}
    citizen={citizen}
    tab="besoeg"
    actions={
      <LinkButton ui={ui} href={citizenHref(citizen.id, 'pladser')} icon="search">
        {ui.t('visits.coffee.find')}
      </LinkButton>
    }
  >
    <ErrorSummary ui={ui} errors={attempt?.errors ?? {}} labels={{ outcome: ui.t('visits.outcome'), openingId: ui.t('visits.outcome.other') }} />
    {visits.length === 0 ? (
      <Empty title={ui.t('visits.none')}>{ui.t('visits.none.text')}</Empty>
    ) : (
      visits.map((visit) => <OneVisit key={visit.id} ui={ui} visit={visit} places={places[visit.companyId] ?? []} attempt={attempt?.visitId === visit.id ? attempt : undefined} />)
    )}
    <FindWorkplace ui={ui} citizenId={citizen.id} q={q} found={found} />
  </CitizenFrame>
);

const tones: Readonly<Record<Visit['state'], Tone>> = { proposed: 'info', none_fits: 'bad', late: 'bad', agreed: 'good', held: 'warn', done: 'neutral', cancelled: 'neutral' };

const OneVisit = ({ ui, visit, places, attempt }: ActionProps) => (
  <Card title={ui.t(`visits.kind.${visit.kind}`, { workplace: visit.workplaceName })} aside={<Badge tone={tones[visit.state]}>{ui.t(`visits.state.${visit.state}`)}</Badge>}>
    <DefinitionList
      facts={[
        { term: ui.t('visits.company'), value: <a href={companyHref(visit.companyId)}>{visit.companyName}</a> },
        { term: ui.t('visits.tasks'), value: visit.openingId && <a href={`/puljen/${visit.openingId}`}>{visit.tasks}</a> },
        { term: ui.t(visit.startsAt ? 'visits.when' : 'visits.times'), value: visit.startsAt ? <Agreed ui={ui} visit={visit} /> : visit.times.map(({ startsAt }) => ui.formatMeeting(startsAt)).join(' · ') },
        { term: ui.t('visits.with'), value: (visit.contactName || visit.contactEmail) && <With visit={visit} /> },
        { term: ui.t('visits.held'), value: visit.heldUntil && !visit.outcome && ui.t('visits.held.until', { when: ui.formatDateTime(visit.heldUntil) }) },
        { term: ui.t('visits.note'), value: visit.note },
        { term: ui.t('visits.outcome'), value: visit.outcome && <OutcomeText ui={ui} visit={visit} /> },
        { term: ui.t('visits.cancelled.why'), value: visit.cancelReason },
      ]}
    />
    {visit.state === 'none_fits' && <Alert ui={ui} kind="warning" heading={ui.t('visits.none_fits')}>{visit.noneFitsNote}</Alert>}
    <Actions ui={ui} visit={visit} places={places} attempt={attempt} />
  </Card>
);

const With = ({ visit: { contactName, contactEmail } }: { readonly visit: Visit }) => (
  <>
    {contactName}
    {contactName && contactEmail && ', '}
    {contactEmail && <MailAddress email={contactEmail} />}
  </>
);

const Agreed = ({ ui, visit }: { readonly ui: Ui; readonly visit: Visit }) => (
  <>
    {visit.startsAt && ui.formatMeeting(visit.startsAt)}{' '}
    <a href={`${citizenHref(visit.citizenId, 'besoeg')}/${visit.id}/kalender.ics`} download>
      {ui.t('visits.calendar')}
    </a>
  </>
);

const OutcomeText = ({ ui, visit }: { readonly ui: Ui; readonly visit: Visit }) => (
  <>
    {ui.t(`visits.outcome.${visit.outcome ?? 'match'}`)}
    {visit.outcomeReason && `: ${visit.outcomeReason}`} {visit.nextOpeningId && <a href={`/puljen/${visit.nextOpeningId}`}>{ui.t('visits.outcome.next')}</a>}
    {visit.outcome === 'match' && visit.openingId && <a href={`/puljen/${visit.openingId}#koe`}>{ui.t('visits.outcome.on')}</a>}
  </>
);

interface ActionProps {
  readonly ui: Ui;
  readonly visit: Visit;
  readonly places: readonly Option[];
  readonly attempt?: VisitAttempt;
}

/** What was typed shows only in the form it was typed in, whose fields then bear their own names. */
const fieldsIn = ({ visit, attempt }: Pick<ActionProps, 'visit' | 'attempt'>, form: VisitAttempt['form']) => {
  const own = attempt?.form === form ? attempt : undefined;
  return (name: string) => ({ name, id: own ? name : `${form}-${name}-${visit.id}`, value: textOf(own?.values ?? {}, name), error: own?.errors[name] });
};

const Actions = ({ ui, visit, places, attempt }: ActionProps) => {
  if (visit.state === 'done' || visit.state === 'cancelled') return null;
  const path = `${citizenHref(visit.citizenId, 'besoeg')}/${visit.id}`;
  const cancel = fieldsIn({ visit, attempt }, 'aflys');
  return (
    <div class="queue-actions">
      {visit.state === 'proposed' && <TimeForm ui={ui} visit={visit} path={path} />}
      {visit.state !== 'agreed' && <OutcomeForm ui={ui} visit={visit} path={path} places={places} attempt={attempt} />}
      <details class="answer-forms" open={attempt?.form === 'aflys'}>
        <summary>{ui.t('visits.cancel')}</summary>
        <Form ui={ui} action={`${path}/aflys`} fields={{ version: visit.version }}>
          <TextInput ui={ui} {...cancel('reason')} label={ui.t('field.reason')} hint={ui.t('visits.cancel.hint')} maxLength={500} required />
          <ButtonRow>
            <Button ui={ui} kind="secondary" small>
              {ui.t('visits.cancel')}
            </Button>
          </ButtonRow>
        </Form>
      </details>
    </div>
  );
};

const TimeForm = ({ ui, visit, path }: Pick<ActionProps, 'ui' | 'visit'> & { readonly path: string }) => (
  <details class="answer-forms">
    <summary>{ui.t('visits.phone')}</summary>
    <Form ui={ui} action={`${path}/tid`} fields={{ version: visit.version }}>
      <Select ui={ui} name="number" id={`time-${visit.id}`} label={ui.t('visits.when')} options={visit.times.map(({ number, startsAt }) => ({ value: String(number), label: ui.formatMeeting(startsAt) }))} />
      <ButtonRow>
        <Button ui={ui} kind="secondary" small>
          {ui.t('visits.phone.submit')}
        </Button>
      </ButtonRow>
    </Form>
  </details>
);

const OutcomeForm = ({ ui, visit, path, places, attempt }: ActionProps & { readonly path: string }) => {
  const field = fieldsIn({ visit, attempt }, 'udfald');
  return (
    <details class="answer-forms" open={visit.state === 'held' || attempt?.form === 'udfald'}>
      <summary>{ui.t('visits.outcome.write')}</summary>
      <Form ui={ui} action={`${path}/udfald`} fields={{ version: visit.version }}>
        <Select ui={ui} {...field('outcome')} label={ui.t('visits.outcome')} options={(['match', 'no_match', 'other_slot'] as const).map((each) => ({ value: each, label: ui.t(`visits.outcome.${each}`) }))} empty={ui.t('form.choose')} />
        <TextInput ui={ui} {...field('reason')} label={ui.t('field.reason')} hint={ui.t('visits.outcome.reason.hint')} maxLength={500} />
        {places.length > 0 && <Select ui={ui} {...field('openingId')} label={ui.t('visits.outcome.other')} options={places.filter(({ value }) => value !== visit.openingId)} empty={ui.t('visits.outcome.other.none')} />}
        <ButtonRow>
          <Button ui={ui} small>
            {ui.t('form.save')}
          </Button>
        </ButtonRow>
      </Form>
    </details>
  );
};

const FindWorkplace = ({ ui, citizenId, q, found }: { readonly ui: Ui; readonly citizenId: string; readonly q?: string; readonly found?: readonly FoundWorkplace[] }) => (
  <Card title={ui.t('visits.taster.new')}>
    <p class="muted">{ui.t('visits.taster.text')}</p>
    <form method="get" action={citizenHref(citizenId, 'besoeg')} role="search" aria-label={ui.t('visits.taster.find')}>
      <TextInput ui={ui} name="q" type="search" label={ui.t('visits.taster.q')} value={q} maxLength={200} autocomplete="off" />
      <ButtonRow>
        <Button ui={ui} kind="secondary" icon="search">
          {ui.t('visits.taster.find')}
        </Button>
      </ButtonRow>
    </form>
    {found?.length === 0 && <p role="status">{ui.t('visits.taster.none')}</p>}
    {found && found.length > 0 && (
      <ul>
        {found.map((each) => (
          <li key={each.workplaceId}>
            <a href={`${citizenHref(citizenId, 'besoeg')}/ny?workplaceId=${each.workplaceId}`}>{each.workplace === each.company ? each.company : `${each.company}, ${each.workplace}`}</a>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
