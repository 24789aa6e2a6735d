import type { Enrolment, Session } from '#training';
import { Badge, type Tone, type Ui } from '../kit/index.js';

/** 'fre. 4. dec. kl. 14:00–16:00' */
export const sessionTime = (ui: Ui, { day, from, to }: Pick<Session, 'day' | 'from' | 'to'>): string => ui.t('training.time', { day: ui.formatDay(day), from: ui.formatClock(from), to: ui.formatClock(to) });

/** Where a session is held; a video link is a link. */
export const SessionPlace = ({ ui, session: { place, videoUrl } }: { readonly ui: Ui; readonly session: Pick<Session, 'place' | 'videoUrl'> }) => (
  <>
    {place}
    {place && videoUrl && ' · '}
    {videoUrl && <a href={videoUrl} rel="noreferrer">{ui.t('training.videoLink')}</a>}
  </>
);

const sessionTones: Readonly<Record<Session['state'], Tone>> = { open: 'good', begun: 'info', over: 'neutral', cancelled: 'bad' };
export const SessionState = ({ ui, state }: { readonly ui: Ui; readonly state: Session['state'] }) => <Badge tone={sessionTones[state]}>{ui.t(`training.state.${state}`)}</Badge>;

const enrolmentTones: Readonly<Record<Enrolment['state'], Tone>> = { invited: 'neutral', seated: 'good', waiting: 'info', declined: 'warn', came: 'good', absent: 'warn' };
export const EnrolmentState = ({ ui, enrolment: { state, position } }: { readonly ui: Ui; readonly enrolment: Pick<Enrolment, 'state' | 'position'> }) => (
  <Badge tone={enrolmentTones[state]}>{ui.t(`training.enrolment.${state}`, { n: position ?? 0 })}</Badge>
);
