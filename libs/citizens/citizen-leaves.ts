import { formatter } from '#dictionary';
import { Refusal, type Actor, type Tx } from '#platform';
import { citizensOpenTo } from './see-citizens.js';

/** First day the citizen is no longer with the service, past or coming; null: nobody has said so. */
export async function leavingDay(tx: Tx, citizenId: string): Promise<string | null> {
  const away = await tx.row<{ from: string }>('select lower(during) as "from" from citizen_away where citizen_id = $1 and upper_inf(during)', [citizenId]);
  return away?.from ?? null;
}

/** "Not here any more", or "leaves you on the 20th". */
export const goneFrom = ({ language }: Actor, day: string, today: string): Refusal =>
  day <= today ? new Refusal('citizen.away') : new Refusal('citizen.leaving', { params: { date: formatter(language).formatDate(day) }, extra: { from: day } });

/** Refuses `citizen.away` or `citizen.leaving` where something is to last until a day (the first after) when the citizen is gone. */
export async function refuseGone(tx: Tx, actor: Actor, citizenId: string, until: string): Promise<void> {
  const leaves = await leavingDay(tx, citizenId);
  if (leaves !== null && leaves < until) throw goneFrom(actor, leaves, tx.today);
}

export interface Asked {
  readonly caseRef: string;
  readonly targetGroup: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
}

/**
 * Before a place is reserved by case reference alone: a citizen who is known is reserved for by those around them, and
 * only while they are here. A reference nobody has written down is anybody's. Under a lock that a parting waits for, and
 * the other way round: a reservation and a leaving over the same days are never both written. Answers whether the citizen
 * has another target group on the first day. Refuses `reservation.citizen-of-others`, and as `refuseGone`.
 */
export async function checkReservable(tx: Tx, actor: Actor, { caseRef, targetGroup, from, until }: Asked): Promise<boolean> {
  const known = await tx.row<{ id: string }>('select id from citizen where case_ref = $1 for share', [caseRef]);
  if (!known) return false;
  const leaves = await leavingDay(tx, known.id);
  if (!(await citizensOpenTo(tx, actor, [known.id])).has(known.id)) throw new Refusal(leaves !== null && leaves <= tx.today ? 'citizen.exists-away' : 'reservation.citizen-of-others');
  if (leaves !== null && leaves < until) throw goneFrom(actor, leaves, tx.today);
  return hasOtherGroup(tx, known.id, targetGroup, from);
}

/** Whether a citizen's own target group on a day is known, and another. */
export const hasOtherGroup = async (tx: Tx, citizenId: string, targetGroup: string, on: string): Promise<boolean> =>
  (await tx.row('select from citizen_target_group where citizen_id = $1 and valid @> $2::date and target_group_code <> $3', [citizenId, on, targetGroup])) !== undefined;
