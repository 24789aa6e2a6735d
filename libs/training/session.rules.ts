export const enrolmentStates = ['invited', 'seated', 'waiting', 'declined', 'came', 'absent'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

export interface EnrolmentFacts {
  readonly seat: number | null;
  readonly acceptedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly attendedAt: Date | null;
  readonly absentAt: Date | null;
}

/** How somebody stands to a session. */
export function enrolmentState({ seat, acceptedAt, declinedAt, attendedAt, absentAt }: EnrolmentFacts): EnrolmentState {
  if (attendedAt) return 'came';
  if (absentAt) return 'absent';
  if (declinedAt) return 'declined';
  if (!acceptedAt) return 'invited';
  return seat === null ? 'waiting' : 'seated';
}

export type SessionState = 'open' | 'begun' | 'over' | 'cancelled';

export interface SessionFacts {
  readonly now: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

export function sessionState({ now, startsAt, endsAt, cancelledAt }: SessionFacts): SessionState {
  if (cancelledAt) return 'cancelled';
  if (now < startsAt) return 'open';
  return now < endsAt ? 'begun' : 'over';
}

/** Inviting, answering and moving a session end when it begins: the refusal's code, or undefined. */
export const refusesPlanning = (state: SessionState): string | undefined =>
  ({ open: undefined, begun: 'training.session-begun', over: 'training.session-begun', cancelled: 'training.session-cancelled' })[state];

/** Who came is written down from its beginning on: the refusal's code, or undefined. */
export const refusesAttendance = (state: SessionState): string | undefined =>
  ({ open: 'training.session-not-begun', begun: undefined, over: undefined, cancelled: 'training.session-cancelled' })[state];

/** How long before a session those with a seat are reminded, and before its end a certificate is warned of. */
export const reminderHours = 48;
export const expiryWarningDays = 60;
