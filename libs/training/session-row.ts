import { Refusal, type Tx } from '#platform';
import { refusesPlanning, sessionState, type SessionState } from './session.rules.js';

export interface Session {
  readonly id: string;
  readonly courseId: string;
  readonly courseName: string;
  readonly courseKind: 'first' | 'refresher' | 'network';
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The Danish day and the times of the clock, as people say them: '2026-12-04', '14:00', '16:00'. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly seats: number;
  readonly place: string | null;
  readonly videoUrl: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly seated: number;
  readonly waiting: number;
  /** Asked, and not answered yet. */
  readonly invited: number;
  readonly state: SessionState;
  readonly version: number;
}

type Row = Omit<Session, 'state'>;

export const sessionSelect = `
select t.id, t.course_id as "courseId", k.name as "courseName", k.kind as "courseKind", t.starts_at as "startsAt", t.ends_at as "endsAt",
       to_char(t.starts_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day, to_char(t.starts_at at time zone 'Europe/Copenhagen', 'HH24:MI') as "from",
       to_char(t.ends_at at time zone 'Europe/Copenhagen', 'HH24:MI') as "to", t.seats, t.place, t.video_url as "videoUrl",
       t.cancelled_at as "cancelledAt", t.cancel_reason as "cancelReason", e.seated, e.waiting, e.invited, t.version
  from training_session t
  join training_course k on k.organisation_id = t.organisation_id and k.id = t.course_id
 cross join lateral (
       select count(*) filter (where seat is not null) as seated, count(*) filter (where seat is null and accepted_at is not null and not marked) as waiting,
              count(*) filter (where accepted_at is null and declined_at is null and not marked) as invited
         from (select seat, accepted_at, declined_at, attended_at is not null or absent_at is not null as marked
                 from training_enrolment where organisation_id = t.organisation_id and session_id = t.id) asked) e`;

/** Rows as the API shows them: with how each stands now. */
export const withState = (tx: Tx, rows: readonly Row[]): Session[] => rows.map((row) => ({ ...row, state: sessionState({ ...row, now: tx.now }) }));

/** One session; refuses with 404 when there is none. */
export async function sessionOf(tx: Tx, sessionId: string): Promise<Session> {
  const row = await tx.one<Row>(`${sessionSelect} where t.id = $1`, [sessionId]);
  return { ...row, state: sessionState({ ...row, now: tx.now }) };
}

/** The session, locked: its seats are given by one at a time. */
export async function lockSession(tx: Tx, sessionId: string): Promise<Session> {
  const [, session] = await Promise.all([tx.run('select from training_session where id = $1 for no key update', [sessionId]), sessionOf(tx, sessionId)]);
  return session;
}

/** Locked, and not yet begun; else `training.session-cancelled` or `training.session-begun`. */
export async function lockOpenSession(tx: Tx, sessionId: string): Promise<Session> {
  const session = await lockSession(tx, sessionId);
  const refused = refusesPlanning(session.state);
  if (refused) throw new Refusal(refused);
  return session;
}
