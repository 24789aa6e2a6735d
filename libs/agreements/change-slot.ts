import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreementOfSlot } from './agreement-row.js';
import { changeSlotFacts, type SlotFacts } from './change-slot-facts.js';
import { keepVersion } from './keep-version.js';

export interface SlotChange extends SlotFacts {
  readonly slotId: string;
  readonly version: number;
}

/** Changes what a slot offers; what is left out stays. Its opening follows. Refuses with `edit.stale` (412). */
@Injectable()
export class ChangeSlot {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { slotId, version, ...change }: SlotChange): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreementOfSlot(tx, slotId);
      await changeSlotFacts(tx, actor, agreement, slotId, change, version);
      await keepVersion(tx, actor, agreement.id);
      return agreementPageOf(tx, actor, agreement.id);
    });
  }
}
