import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, refreshSlots } from './agreement-row.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

/** Adds places to an agreement. Under one in force each stands in the pool at once. */
@Injectable()
export class AddSlots {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, slots }: { readonly agreementId: string; readonly slots: readonly WrittenSlot[] }): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreement(tx, agreementId);
      if (agreement.endedAt) throw new Refusal('agreement.ended');
      const ids = await insertSlots(tx, actor, agreement, slots);
      await refreshSlots(tx, agreementId);
      await journal(tx, actor, { action: 'slot.added', subject: 'agreement', subjectId: agreementId, companyId: agreement.companyId, workplaceId: slots[0]?.workplaceId, after: { slots: ids.length, tasks: slots[0]?.tasks } });
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}
