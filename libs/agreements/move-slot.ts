import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreementOfSlot } from './agreement-row.js';
import { keepVersion } from './keep-version.js';
import { moveSlotTo, type SlotMove } from './move-slot-to.js';

/**
 * Moves a pooled cluster slot to another member workplace, within that one's cap. Only while nobody is placed or
 * reserved there: a trainee who rotates is a new placement, not a moved slot. Elsewhere 409 `slot.not-pooled`.
 */
@Injectable()
export class MoveSlot {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { slotId, workplaceId, version }: SlotMove): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreementOfSlot(tx, slotId);
      await moveSlotTo(tx, actor, agreement, { slotId, workplaceId, version });
      await keepVersion(tx, actor, agreement.id);
      return agreementPageOf(tx, actor, agreement.id);
    });
  }
}
