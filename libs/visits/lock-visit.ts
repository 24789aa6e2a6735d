import { changeCitizen, seeCitizen } from '#citizens';
import { lockReservation } from '#openings';
import { Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { visitOf, type Visit } from './visit-row.js';

/** The visit under its lock, its place's lock taken first (see claim-place.ts of the openings). Refuses with 404. */
export async function lockVisit(tx: Tx, visitId: string): Promise<Visit> {
  const { reservationId } = await tx.one<{ reservationId: string | null }>('select reservation_id as "reservationId" from visit where id = $1', [visitId]);
  if (reservationId) await lockReservation(tx, reservationId);
  await tx.one('select from visit where id = $1 for no key update', [visitId]);
  return visitOf(tx, visitId);
}

/** For a change by staff. Refuses as `changeCitizen` does, `edit.stale` (412), `visit.over` when it is done or cancelled. */
export async function lockVisitOf(tx: Tx, actor: Actor, visitId: string, version: number): Promise<Visit> {
  const visit = await lockVisit(tx, visitId);
  await changeCitizen(tx, actor, visit.citizenId, 'visits');
  await seeCitizen(tx, actor, visit.citizenId, 'visits');
  if (visit.version !== version) throw staleEdit(visit);
  if (visit.state === 'done' || visit.state === 'cancelled') throw new Refusal('visit.over');
  return visit;
}
