import { refuseGone } from '#citizens';
import { claimPlace, deadlines, endOfDay, endReservation, lockReservation } from '#openings';
import { outbox, Refusal, type Actor, type Tx } from '#platform';
import { holdDay } from './visit.rules.js';

export interface Held {
  readonly openingId: string;
  readonly caseRef: string;
  readonly targetGroup: string;
  /** For the colleagues in the queue. */
  readonly reason: string;
  /** The days proposed; the placement would begin after the last of them. */
  readonly days: readonly string[];
}

/**
 * The soft hold of a coffee meeting: a first reservation, so that the database lets nobody else in but visibly to the
 * queue, live until two days after the meeting. A reservation the citizen has there already is taken over.
 * Refuses as `claimPlace` does with `queue: false`: a place that somebody else is first on cannot be held. Answers the
 * reservation, and the first day after what it is for.
 */
export async function holdPlace(tx: Tx, actor: Actor, { openingId, caseRef, targetGroup, reason, days }: Held): Promise<{ readonly id: string; readonly until: string }> {
  await tx.one('select from opening where id = $1 for no key update', [openingId]);
  const own = await tx.row<{ id: string; until: string; first: boolean }>(
    'select id, until_date as until, seat is not null as first from reservation where opening_id = $1 and citizen_ref = $2 and ended_at is null',
    [openingId, caseRef],
  );
  if (own && !own.first) throw new Refusal('opening.taken');
  const held = own ?? (await claimPlace(tx, { openingId, citizenRef: caseRef, targetGroup, reason, queue: false, userId: actor.userId }));
  await keepUntil(tx, held.id, days);
  return held;
}

/** The hold ends two days after the last of these days. */
export async function keepUntil(tx: Tx, reservationId: string, days: readonly string[]): Promise<void> {
  await tx.run('update reservation set expires_at = $2, version = version + 1 where id = $1 and ended_at is null', [reservationId, endOfDay(holdDay(days))]);
}

/** No match: the place goes on to the next in the queue. One that lapsed meanwhile is let be. */
export async function letGo(tx: Tx, actor: Actor, reservationId: string, reason: string): Promise<void> {
  const reservation = await lockReservation(tx, reservationId);
  if (!reservation.ended) await endReservation(tx, actor, reservation, 'withdrawn', reason);
}

/** A match: from here on a reservation like any other, with its usual time to answer, and the mentor is asked by mail. */
export async function goOnToPlacement(tx: Tx, reservationId: string): Promise<void> {
  const { ended } = await lockReservation(tx, reservationId);
  if (ended) throw new Refusal('visit.hold-lapsed');
  await tx.run(
    `update reservation set from_date = greatest(from_date, $2::date), version = version + 1,
            until_date = case when until_date > greatest(from_date, $2::date) then until_date else greatest(from_date, $2::date) + 91 end,
            expires_at = (select ($3::timestamptz[])[reservation_working_days] from organisation where organisation_id = app_organisation())
      where id = $1`,
    [reservationId, tx.today, deadlines(tx.today)],
  );
  await outbox(tx, 'mail.mentor-request', reservationId);
}

/** Another place instead: first there or in its queue, as others are. Under the citizen's lock. */
export async function reserveInstead(tx: Tx, actor: Actor, { citizenId, ...held }: Omit<Held, 'days'> & { readonly citizenId: string }): Promise<string> {
  const { id, position, until } = await claimPlace(tx, { ...held, citizenRef: held.caseRef, queue: true, userId: actor.userId });
  await refuseGone(tx, actor, citizenId, until);
  if (position === 0) await outbox(tx, 'mail.mentor-request', id);
  return id;
}
