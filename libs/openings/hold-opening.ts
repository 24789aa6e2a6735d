import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { mayHold } from './hold.rules.js';
import { lockOpening } from './lock-opening.js';

export interface Held {
  readonly id: string;
  readonly heldUntil: Date;
  readonly extensionsLeft: number;
  readonly version: number;
}

const holdSql = `
update opening o
   set held_by = $2, hold_reason = $4, hold_extensions = o.hold_extensions + 1, published_at = null, version = o.version + 1,
       held_until = greatest(o.held_until, $3::timestamptz) + make_interval(hours => g.hold_hours)
  from organisation g
 where o.id = $1 and g.organisation_id = o.organisation_id
returning o.id, o.held_until as "heldUntil", 2 - o.hold_extensions as "extensionsLeft", o.version`;

/**
 * Extends a hold by the organisation's hours, or takes an opening that nobody has reserved back from the pool; both need
 * a reason and are allowed twice. The first hold is part of sharing. Refuses as `mayHold` says.
 */
@Injectable()
export class HoldOpening {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, reason }: { readonly id: string; readonly reason: string }): Promise<Held> {
    return this.db.write(actor, async (tx) => {
      const opening = await lockOpening(tx, id);
      const waiting = await tx.one<{ n: number }>(
        'select count(*) as n from reservation where opening_id = $1 and ended_at is null',
        [id],
      );
      const refusal = mayHold({ ...opening, liveReservations: waiting.n }, actor.userId, reason);
      if (refusal) throw new Refusal(refusal, { status: refusal === 'opening.not-yours' ? 403 : 409 });
      const held = await tx.one<Held>(holdSql, [id, actor.userId, tx.now, reason]);
      const { companyId, workplaceId } = opening;
      await journal(tx, actor, {
        action: 'opening.held',
        subject: 'opening',
        subjectId: id,
        companyId,
        workplaceId,
        after: { heldUntil: held.heldUntil, reason },
      });
      return held;
    });
  }
}
