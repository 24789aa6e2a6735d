import { translator } from '#dictionary';
import type { Language } from '#platform';
import { calendarFile, type CalendarEvent } from './calendar-file.rules.js';
import type { Session } from './session-row.js';
import type { EnrolmentState } from './session.rules.js';

/** How sure it is, for one who stands so to the session. */
const statusOf = (session: Pick<Session, 'cancelledAt'>, state: EnrolmentState): CalendarEvent['status'] => {
  if (session.cancelledAt || state === 'declined') return 'CANCELLED';
  return state === 'invited' || state === 'waiting' ? 'TENTATIVE' : 'CONFIRMED';
};

/** A session as a file for the reader's own calendar; a changed or cancelled one replaces what is there. */
export function sessionCalendar(session: Session, state: EnrolmentState, { language, made }: { readonly language: Language; readonly made: Date }): { readonly content: string; readonly status: CalendarEvent['status'] } {
  const t = translator(language);
  const status = statusOf(session, state);
  const content = calendarFile({
    uid: `${session.id}@indgang`,
    sequence: session.version,
    status,
    made,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    summary: session.courseName,
    location: session.place ?? session.videoUrl ?? '',
    description: [t(`training.kind.${session.courseKind}`), session.videoUrl && t('training.video', { url: session.videoUrl })].filter(Boolean).join('\n'),
    url: session.videoUrl,
  });
  return { content, status };
}
