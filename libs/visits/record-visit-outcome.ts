import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { lockVisitOf } from './lock-visit.js';
import { reservedFor } from './propose-visit.js';
import { settleVisit } from './raise-visit-tasks.js';
import { goOnToPlacement, letGo, reserveInstead } from './soft-hold.js';
import { visitOf, type Visit } from './visit-row.js';

export interface Outcome {
  readonly visitId: string;
  readonly outcome: 'match' | 'no_match' | 'other_slot';
  /** Why; needed unless it is a match. */
  readonly reason?: string;
  /** The other place, for `other_slot`. */
  readonly openingId?: string;
  readonly version: number;
}

/**
 * How the meeting went (R51). A match on a held place goes on as its reservation; no match gives the place to the next in
 * the queue; another place is reserved instead. Refuses as `lockVisitOf` does, `visit.not-held` before the time agreed,
 * `visit.hold-lapsed` (a match on a place whose hold ran out), what `claimPlace` refuses for the other place.
 */
@Injectable()
export class RecordVisitOutcome {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { visitId, outcome, reason, openingId, version }: Outcome): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const visit = await lockVisitOf(tx, actor, visitId, version);
      if (visit.state === 'agreed') throw new Refusal('visit.not-held');
      if (outcome !== 'match' && !reason) throw invalid({ field: 'reason', code: 'fault.required' });
      const next = await follow(tx, actor, visit, { outcome, reason: reason ?? '', openingId });
      await tx.run(
        `update visit set outcome = $2, outcome_reason = $3, outcome_at = $4, outcome_by = $5, next_reservation_id = $6, version = version + 1 where id = $1`,
        [visitId, outcome, reason ?? null, tx.now, actor.userId, next],
      );
      await settleVisit(tx, visitId, actor.userId);
      const { companyId, workplaceId } = visit;
      await journal(tx, actor, { action: 'visit.outcome', subject: 'visit', subjectId: visitId, companyId, workplaceId, after: { outcome } });
      return visitOf(tx, visitId);
    });
  }
}

/** What the outcome does to the places; answers the reservation on another one. */
async function follow(tx: Tx, actor: Actor, visit: Visit, { outcome, reason, openingId }: Required<Pick<Outcome, 'outcome' | 'reason'>> & Pick<Outcome, 'openingId'>): Promise<string | null> {
  if (outcome === 'match') {
    if (visit.reservationId) await goOnToPlacement(tx, visit.reservationId);
    return null;
  }
  if (visit.reservationId) await letGo(tx, actor, visit.reservationId, reason);
  if (outcome === 'no_match') return null;
  if (!openingId) throw invalid({ field: 'openingId', code: 'fault.required' });
  return reserveInstead(tx, actor, { openingId, reason, citizenId: visit.citizenId, ...(await reservedFor(tx, visit.citizenId)) });
}
