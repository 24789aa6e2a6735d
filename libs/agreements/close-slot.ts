import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreementOfSlot, readAgreement, refreshSlots, refuseBroken } from './agreement-row.js';
import { refuseCommitted } from './commitments.js';
import { slotOf } from './slots.queries.js';

export interface SlotEnd {
  readonly slotId: string;
  /** First day it is no more. */
  readonly endsOn: string;
  readonly version: number;
}

/**
 * Takes a place out of an agreement from a day on. Never under a placement or reservation that lasts longer
 * (409 `slot.has-placements`, `slot.has-reservations`), nor the last one of an agreement in force: end that instead.
 */
@Injectable()
export class CloseSlot {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { slotId, endsOn, version }: SlotEnd): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreementOfSlot(tx, slotId);
      const before = await slotOf(tx, slotId);
      const last = endsOn > before.startsOn ? endsOn : before.startsOn;
      const updated = await tx.run('update slot set ends_on = $3, version = version + 1 where id = $1 and version = $2', [slotId, version, last]);
      if (updated === 0) throw staleEdit(before);
      await refuseBroken(tx, await readAgreement(tx, agreement.id));
      await refreshSlots(tx, agreement.id);
      await refuseCommitted(tx, actor, 'slot', [slotId], last);
      await journal(tx, actor, {
        action: 'slot.closed',
        subject: 'agreement',
        subjectId: agreement.id,
        companyId: agreement.companyId,
        workplaceId: before.workplaceId,
        before: { endsOn: before.endsOn },
        after: { slot: before.number, endsOn: last },
      });
      return agreementPageOf(tx, actor, agreement.id);
    });
  }
}
