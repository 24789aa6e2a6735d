import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { announcePool } from './announce-pool.js';
import { mayRelease } from './hold.rules.js';
import { lockOpening } from './lock-opening.js';

/** The holder puts the opening into the pool before the hold's time. Refuses `opening.not-held`, `opening.not-yours` (403). */
@Injectable()
export class ReleaseHold {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id }: { readonly id: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const opening = await lockOpening(tx, id);
      const refusal = mayRelease(opening, actor.userId);
      if (refusal) throw new Refusal(refusal, { status: refusal === 'opening.not-yours' ? 403 : 409 });
      await tx.run(
        'update opening set held_by = null, held_until = null, published_at = $2, version = version + 1 where id = $1',
        [id, tx.now],
      );
      const { companyId, workplaceId } = opening;
      await journal(tx, actor, { action: 'opening.shared', subject: 'opening', subjectId: id, companyId, workplaceId });
      await announcePool(tx);
    });
  }
}
