import type { CourseView, Segment } from '#courses';
import { addDays } from '#platform';
import { Alert, Badge, Button, ButtonRow, Card, DateField, Empty, Form, LinkButton, TextInput, type Tone, type Ui } from '../kit/index.js';
import { may } from '../may.js';
import { placementHref } from './course-href.js';

interface Props {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly today: string;
}

const tones: Readonly<Record<Segment['state'], Tone>> = { planned: 'info', awaiting: 'warn', running: 'good', ended: 'neutral', stopped: 'neutral', cancelled: 'neutral', 'no-show': 'bad' };

/** Where the citizen has been, is and will be, one after the other, and what is to be said about each. */
export const Segments = ({ ui, course, today }: Props) => (
  <Card title={ui.t('segments.title')} id="steder">
    {course.segments.length === 0 ? (
      <Empty title={ui.t('segments.none')} action={<a href="/puljen">{ui.t('segments.find')}</a>} />
    ) : (
      <ol class="queue no-max-width">
        {course.segments.map((segment) => (
          <li key={segment.id}>
            <Facts ui={ui} segment={segment} />
            {course.closedOn === null && may(ui, 'courses.write') && <Ways ui={ui} course={course} segment={segment} today={today} />}
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

const Facts = ({ ui, segment }: One) => (
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
        ui.formatHours(segment.minutesPerWeek),
        segment.mentorName && ui.t('segments.mentor', { name: segment.mentorName }),
        segment.startedOn && ui.t('segments.started', { date: ui.formatDate(segment.startedOn) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
    {segment.pauses.map((pause) => (
      <p key={pause.from} class="muted">
        {ui.t('segments.pause', { period: ui.formatPeriod(pause) })}
      </p>
    ))}
    {(segment.noShowReason ?? segment.stopReason) && <p class="muted">{ui.t('segments.reason', { reason: segment.noShowReason ?? segment.stopReason ?? '' })}</p>}
  </>
);

const Ways = ({ ui, course, segment, today }: Props & One) => {
  const live = ['planned', 'awaiting', 'running'].includes(segment.state);
  const begins = segment.startedOn === null;
  // One that is over, and nobody said whether the citizen came, can still be told.
  if (!live && (!begins || segment.state === 'cancelled' || segment.state === 'no-show')) return null;
  return (
    <>
      {begins && segment.termsId === null && (
        <Alert ui={ui} kind="info">
          {ui.t('segments.termsNeeded')}
        </Alert>
      )}
      <div class="queue-actions">
        <LinkButton ui={ui} small kind={segment.termsId === null ? 'primary' : 'secondary'} href={placementHref(course.id, segment.id, 'aftalt')}>
          {ui.t(segment.termsId === null ? 'segments.agree' : 'segments.agreeAgain')}
        </LinkButton>
        {live && may(ui, 'placements.write') && (
          <LinkButton ui={ui} small kind="quiet" href={`/kalender/placeringer/${segment.id}`}>
            {ui.t('segments.change')}
          </LinkButton>
        )}
        {begins && segment.from <= today && segment.termsId !== null && <Start ui={ui} course={course} segment={segment} today={today} />}
      </div>
      {live && begins && segment.from <= today && <NoShow ui={ui} course={course} segment={segment} />}
    </>
  );
};

const Start = ({ ui, course, segment, today }: Props & One) => (
  <Form ui={ui} action={placementHref(course.id, segment.id, 'start')} class="start-form">
    <DateField ui={ui} name="startedOn" id={`start-${segment.id}`} label={ui.t('segments.startedOn')} value={segment.from} min={segment.from} max={segment.until <= today ? addDays(segment.until, -1) : today} />
    <Button ui={ui} icon="check">
      {ui.t('segments.start')}
    </Button>
  </Form>
);

const NoShow = ({ ui, course, segment }: One & Pick<Props, 'course'>) => (
  <details class="more-fields">
    <summary>{ui.t('segments.noShow')}</summary>
    <p>{ui.t('segments.noShow.text')}</p>
    <Form ui={ui} action={placementHref(course.id, segment.id, 'ikke-moedt')}>
      <TextInput ui={ui} name="reason" id={`no-show-${segment.id}`} label={ui.t('segments.noShow.reason')} hint={ui.t('segments.noShow.hint')} maxLength={500} required />
      <ButtonRow>
        <Button ui={ui} kind="secondary">
          {ui.t('segments.noShow.submit')}
        </Button>
      </ButtonRow>
    </Form>
  </details>
);
