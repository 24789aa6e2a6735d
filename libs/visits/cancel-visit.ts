import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, type Actor } from '#platform';
import { lockVisitOf } from './lock-visit.js';
import { settleVisit } from './raise-visit-tasks.js';
import { letGo } from './soft-hold.js';
import { visitOf, type Visit } from './visit-row.js';

/** Cancels a visit; a place held for it goes on to the next, and the company is told by mail. Refuses as `lockVisitOf` does. */
@Injectable()
export class CancelVisit {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { visitId, reason, version }: { readonly visitId: string; readonly reason: string; readonly version: number }): Promise<Visit> {
    return this.db.write(actor, async (tx) => {
      const { reservationId, companyId, workplaceId, contactEmail } = await lockVisitOf(tx, actor, visitId, version);
      if (reservationId) await letGo(tx, actor, reservationId, reason);
      await tx.run('update visit set cancelled_at = $2, cancel_reason = $3, version = version + 1 where id = $1', [visitId, tx.now, reason]);
      await settleVisit(tx, visitId, actor.userId);
      await journal(tx, actor, { action: 'visit.cancelled', subject: 'visit', subjectId: visitId, companyId, workplaceId });
      if (contactEmail) await outbox(tx, 'mail.visit-cancelled', visitId);
      return visitOf(tx, visitId);
    });
  }
}
