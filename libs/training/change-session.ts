import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, outbox, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { fillSeats } from './fill-seats.js';
import { checkSession, type NewSession } from './schedule-session.js';
import { lockOpenSession, lockSession, sessionOf, type Session } from './session-row.js';

export interface SessionChange extends Partial<Omit<NewSession, 'courseId'>> {
  readonly sessionId: string;
  readonly version: number;
}

const when = ['day', 'from', 'to', 'place', 'videoUrl'] as const;

/** Everybody who has not said no. */
const tellAll = async (tx: Tx, sessionId: string, topic: string): Promise<void> => {
  const people = await tx.rows<{ id: string }>('select id from training_enrolment where session_id = $1 and declined_at is null order by id', [sessionId]);
  await Promise.all(people.map(({ id }) => outbox(tx, topic, id)));
};

/**
 * Moves a session or changes its seats; what is left out stays. Those asked are told when time or place changed, and are
 * reminded anew; more seats go to the waiting list at once. Refuses `training.seats-taken` below what is taken.
 */
@Injectable()
export class ChangeSession {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { sessionId, version, ...change }: SessionChange): Promise<Session> {
    return this.db.write(actor, async (tx) => {
      const before = await lockOpenSession(tx, sessionId);
      const after = { ...before, ...change };
      if (after.seats < before.seated) throw new Refusal('training.seats-taken', { params: { n: before.seated } });
      const moved = when.some((field) => (after[field] || null) !== before[field]);
      if (moved) await checkSession(tx, after);
      if ((await update(tx, after, version)) === 0) throw staleEdit(before);
      await closeRanks(tx, sessionId, after.seats);
      await fillSeats(tx, sessionId);
      if (moved) await Promise.all([tx.run('update training_enrolment set reminded_at = null where session_id = $1', [sessionId]), tellAll(tx, sessionId, 'mail.training-changed')]);
      await journal(tx, actor, { action: 'training-session.changed', subject: 'training-session', subjectId: sessionId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      return sessionOf(tx, sessionId);
    });
  }
}

const update = (tx: Tx, { id, day, from, to, seats, place, videoUrl }: Session, version: number): Promise<number> =>
  tx.run(
    `update training_session set starts_at = ($3 || ' ' || $4)::timestamp at time zone 'Europe/Copenhagen', ends_at = ($3 || ' ' || $5)::timestamp at time zone 'Europe/Copenhagen',
            seats = $6, place = $7, video_url = $8, version = version + 1 where id = $1 and version = $2`,
    [id, version, day, from, to, seats, place || null, videoUrl || null],
  );

/** Fewer seats than before: who sits on a number that is gone gets a lower one that is free. */
async function closeRanks(tx: Tx, sessionId: string, seats: number): Promise<void> {
  const high = await tx.rows<{ id: string }>('select id from training_enrolment where session_id = $1 and seat > $2 order by seat', [sessionId, seats]);
  for (const { id } of high) {
    await tx.run(
      `update training_enrolment set seat = (select min(n) from generate_series(1, $3::int) n
          where not exists (select from training_enrolment e where e.session_id = $2 and e.seat = n)) where id = $1`,
      [id, sessionId, seats],
    );
  }
}

/** Calls a session off, with a reason everybody who was asked is told. Nobody can have come to it. */
@Injectable()
export class CancelSession {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { sessionId, reason, version }: { readonly sessionId: string; readonly reason: string; readonly version: number }): Promise<Session> {
    return this.db.write(actor, async (tx) => {
      const before = await lockSession(tx, sessionId);
      if (before.state === 'cancelled') throw new Refusal('training.session-cancelled');
      if (before.state === 'over') throw new Refusal('training.session-begun');
      const marked = await tx.row('select from training_enrolment where session_id = $1 and (attended_at is not null or absent_at is not null)', [sessionId]);
      if (marked) throw new Refusal('training.session-attended');
      const cancelled = await tx.run('update training_session set cancelled_at = $3, cancelled_by = $4, cancel_reason = $5, version = version + 1 where id = $1 and version = $2', [sessionId, version, tx.now, actor.userId, reason]);
      if (cancelled === 0) throw staleEdit(before);
      await tellAll(tx, sessionId, 'mail.training-cancelled');
      await journal(tx, actor, { action: 'training-session.cancelled', subject: 'training-session', subjectId: sessionId, after: { day: before.day, reason } });
      return sessionOf(tx, sessionId);
    });
  }
}
