import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreementOfSlot, readAgreement, refuseSlotless } from './agreement-row.js';
import { closeSlotOn, type SlotEnd } from './close-slot-on.js';
import { keepVersion } from './keep-version.js';

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
      await closeSlotOn(tx, actor, agreement, { slotId, endsOn, version });
      await refuseSlotless(tx, await readAgreement(tx, agreement.id), endsOn);
      await keepVersion(tx, actor, agreement.id);
      return agreementPageOf(tx, actor, agreement.id);
    });
  }
}
