import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { announcePool } from './announce-pool.js';

/** The job that puts openings into the pool when their hold is over: no private list exists. Answers how many. */
@Injectable()
export class ReleaseLapsedHolds {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<number> {
    return this.db.write(actor, async (tx) => {
      const released = await tx.rows<{ id: string; workplaceId: string; companyId: string }>(
        `update opening o set held_by = null, held_until = null, published_at = $1, version = o.version + 1
           from workplace w
          where o.held_until <= $1 and w.organisation_id = o.organisation_id and w.id = o.workplace_id
         returning o.id, o.workplace_id as "workplaceId", w.company_id as "companyId"`,
        [tx.now],
      );
      for (const { id, workplaceId, companyId } of released) {
        await journal(tx, actor, {
          action: 'opening.shared',
          subject: 'opening',
          subjectId: id,
          companyId,
          workplaceId,
        });
      }
      if (released.length > 0) await announcePool(tx);
      return released.length;
    });
  }
}
