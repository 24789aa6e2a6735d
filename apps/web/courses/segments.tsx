import type { CourseView, GrantStanding, Segment, TrainingMissing } from '#courses';
import { addDays } from '#platform';
import { Alert, Badge, Button, ButtonRow, Card, DateField, Empty, Form, LinkButton, TextInput, type Tone, type Ui } from '../kit/index.js';
import { placementSheetHref } from '../limits/limits-href.js';
import { grantWords } from '../limits/limits-words.js';
import { stepHref } from '../agreements/agreement-href.js';
import { may } from '../may.js';
import { textOf } from '../form-fields.js';
import { placementHref } from './course-href.js';
import type { Typed } from './course-screen.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly today: string;
  readonly typed?: Typed;
}

const tones: Readonly<Record<Segment['state'], Tone>> = { planned: 'info', awaiting: 'warn', running: 'good', ended: 'neutral', stopped: 'neutral', cancelled: 'neutral', 'no-show': 'bad' };

/** Where the citizen has been, is and will be, one after the other, and what is to be said about each. */
export const Segments = ({ ui, course, today, typed }: Props) => (
  <Card title={ui.t('segments.title')} id="steder">
    {course.segments.length === 0 ? (
      <Empty title={ui.t('segments.none')} action={<a href="/puljen">{ui.t('segments.find')}</a>} />
    ) : (
      <ol class="queue no-max-width">
        {course.segments.map((segment) => (
          <li key={segment.id}>
            <Facts ui={ui} segment={segment} today={today} />
            {course.closedOn === null && may(ui, 'courses.write') && <Ways ui={ui} course={course} segment={segment} today={today} typed={typed?.placementId === segment.id ? typed : undefined} />}
          </li>
        ))}
      </ol>
    )}
  </Card>
);

interface One {
  readonly ui: Ui;
  readonly segment: Segment;
}

const Facts = ({ ui, segment, today }: One & Pick<Props, 'today'>) => (
  <>
    <p class="queue-head">
      <strong>
        <a href={`/virksomheder/${segment.companyId}`}>{segment.workplaceName}</a>
      </strong>
      <span>{ui.formatPeriod({ from: segment.from, to: segment.until })}</span>
      <Badge tone={tones[segment.state]}>{ui.t(`segments.state.${segment.state}`)}</Badge>
    </p>
    <p class="muted">
      {[
        ui.lang === 'da' ? segment.measureDa : segment.measureEn,
        ui.formatHours(hoursOn(segment, today)),
        segment.mentorName && ui.t('segments.mentor', { name: segment.mentorName }),
        segment.startedOn && ui.t('segments.started', { date: ui.formatDate(segment.startedOn) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
    {segment.hours.length > 1 && (
      <p class="muted">{ui.t('segments.ramp', { steps: segment.hours.map((step) => ui.t('ramp.step', { date: ui.formatDate(step.from), hours: ui.formatHours(step.minutesPerWeek) })).join('; ') })}</p>
    )}
    {segment.pauses.map((pause) => (
      <p key={pause.from} class="muted">
        {ui.t('segments.pause', { period: ui.formatPeriod(pause) })}
      </p>
    ))}
    {segment.state !== 'cancelled' && segment.state !== 'no-show' && (
      <GrantLine ui={ui} segment={segment} />
    )}
    {(segment.noShowReason ?? segment.stopReason) && <p class="muted">{ui.t('segments.reason', { reason: segment.noShowReason ?? segment.stopReason ?? '' })}</p>}
  </>
);

/** While there is something to do about it: a grant is given before the citizen comes, and for all of the days. */
const warned: Readonly<Record<GrantStanding, readonly Segment['state'][]>> = { 'not-needed': [], covers: [], missing: ['awaiting', 'running'], short: ['planned', 'awaiting', 'running'] };

const GrantLine = ({ ui, segment }: One) => {
  const { grantStanding: standing, grantNumber: number, grantFrom, grantUntil, from, until, state } = segment;
  if (standing === 'not-needed' && number === null) return null;
  const grant = number === null ? ui.t('grant.none') : grantWords(ui, { number, from: grantFrom, until: grantUntil });
  const sheet = <a href={placementSheetHref(segment.id)}>{ui.t('vitas.link')}</a>;
  return warned[standing].includes(state) ? (
    <Alert ui={ui} kind="warning">
      {ui.t(`grant.${standing}`, { grant, period: ui.formatPeriod({ from, to: until }) })} {sheet}
    </Alert>
  ) : (
    <p class="muted">
      {sheet} · {grant}
    </p>
  );
};

/** The hours of a day: the ramp's last step by then, else those it begins with. */
const hoursOn = ({ hours, minutesPerWeek, from, until }: Segment, today: string): number => {
  const day = today < from ? from : today < until ? today : addDays(until, -1);
  return hours.findLast((step) => step.from <= day)?.minutesPerWeek ?? minutesPerWeek;
};

interface Met {
  readonly ui: Ui;
  readonly training: TrainingMissing;
}

/** Where somebody is named for the placement's agreement. */
const NamedThere = ({ ui, training: { agreementId }, text }: Met & { readonly text: string }) => (agreementId && may(ui, 'agreements.write') ? <a href={stepHref(agreementId, 'mentor')}>{text}</a> : <>{text}</>);

/** Whoever the citizen meets and who has no room, lacks training, or is not named: a warning, or, where the organisation says so, what the start waits for. */
const Meets = ({ ui, training }: Met) => (
  <>
    {training.overLimit && (
      <Alert ui={ui} kind="warning">
        {ui.t(training.overLimit.replace('placement', 'segments'))} <NamedThere ui={ui} training={training} text={ui.t('segments.nameAnother')} />
      </Alert>
    )}
    {training.missing.length > 0 && <Training ui={ui} training={training} />}
  </>
);

const Training = ({ ui, training }: Met) => (
  <Alert ui={ui} kind={training.blocked ? 'error' : 'warning'}>
    {training.missing.map(({ role, id, name }) => (
      <p key={role}>
        {name === null ? <NamedThere ui={ui} training={training} text={ui.t(`segments.training.${role}.none`)} /> : ui.t(`segments.training.${role}`, { name })} {role === 'mentor' && id && may(ui, 'mentors.read') && <a href={`/mentorer/${id}`}>{ui.t('segments.training.look')}</a>}
      </p>
    ))}
    <p>
      {ui.t(`segments.training.${training.blocked ? 'blocked' : 'advice'}${training.missing.some(({ id }) => id === null) ? '.none' : ''}`)} {training.missing.some(({ id }) => id !== null) && may(ui, 'training.read') && <a href="/kurser">{ui.t('segments.training.find')}</a>}
    </p>
  </Alert>
);

const Ways = ({ ui, course, segment, today, typed }: Props & One) => {
  const live = ['planned', 'awaiting', 'running'].includes(segment.state);
  const begins = segment.startedOn === null;
  const training = course.training.find(({ placementId }) => placementId === segment.id);
  // One that is over, and nobody said whether the citizen came, can still be told.
  if (!live && (!begins || segment.state === 'cancelled' || segment.state === 'no-show')) return null;
  return (
    <>
      {begins && segment.termsId === null && (
        <Alert ui={ui} kind="info">
          {ui.t('segments.termsNeeded')}
        </Alert>
      )}
      {training && <Meets ui={ui} training={training} />}
      <div class="queue-actions">
        <LinkButton ui={ui} small kind={segment.termsId === null ? 'primary' : 'secondary'} href={placementHref(course.id, segment.id, 'aftalt')}>
          {ui.t(segment.termsId === null ? 'segments.agree' : 'segments.agreeAgain')}
        </LinkButton>
        {live && may(ui, 'placements.write') && (
          <LinkButton ui={ui} small kind="quiet" href={`/kalender/placeringer/${segment.id}`}>
            {ui.t('segments.change')}
          </LinkButton>
        )}
        {begins && segment.from <= today && segment.termsId !== null && !training?.blocked && <Start ui={ui} course={course} segment={segment} today={today} typed={typed} />}
      </div>
      {live && begins && segment.from <= today && <NoShow ui={ui} course={course} segment={segment} typed={typed} />}
    </>
  );
};

/** Nobody starts before the plan, or before the terms are agreed. */
const earliest = ({ from, agreedOn }: Segment): string => (agreedOn !== null && agreedOn > from ? agreedOn : from);

const Start = ({ ui, course, segment, today, typed }: Props & One) => (
  <Form ui={ui} action={placementHref(course.id, segment.id, 'start')} class="start-form">
    <DateField ui={ui} name="startedOn" id={`start-${segment.id}`} label={ui.t('segments.startedOn')} value={textOf(typed?.values ?? {}, 'startedOn') || earliest(segment)} min={earliest(segment)} max={segment.until <= today ? addDays(segment.until, -1) : today} />
    <Button ui={ui} icon="check">
      {ui.t('segments.start')}
    </Button>
  </Form>
);

const NoShow = ({ ui, course, segment, typed }: One & Pick<Props, 'course' | 'typed'>) => (
  <details class="more-fields" open={typed !== undefined && 'reason' in typed.values}>
    <summary>{ui.t('segments.noShow')}</summary>
    <p>{ui.t('segments.noShow.text')}</p>
    <Form ui={ui} action={placementHref(course.id, segment.id, 'ikke-moedt')}>
      <TextInput ui={ui} name="reason" id={`no-show-${segment.id}`} label={ui.t('segments.noShow.reason')} value={textOf(typed?.values ?? {}, 'reason')} hint={ui.t('segments.noShow.hint')} maxLength={500} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('segments.noShow.submit')}
        </Button>
      </ButtonRow>
    </Form>
  </details>
);
