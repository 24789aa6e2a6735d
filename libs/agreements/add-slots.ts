import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, refreshSlots, type AgreementRow } from './agreement-row.js';
import { keepVersion } from './keep-version.js';
import { withoutAnnounced } from './coming-slots.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

/** Adds places to an agreement. Under one in force each stands in the pool at once. */
@Injectable()
export class AddSlots {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, slots }: { readonly agreementId: string; readonly slots: readonly WrittenSlot[] }): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      await putSlots(tx, actor, await lockAgreement(tx, agreementId), slots);
      await keepVersion(tx, actor, agreementId);
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

/** Adds places to a locked agreement. */
export async function putSlots(tx: Tx, actor: Actor, agreement: AgreementRow, slots: readonly WrittenSlot[]): Promise<void> {
  if (agreement.endedAt) throw new Refusal('agreement.ended');
  await insertSlots(tx, actor, agreement, await withoutAnnounced(tx, slots));
  await refreshSlots(tx, agreement.id);
  await journal(tx, actor, { action: 'slot.added', subject: 'agreement', subjectId: agreement.id, companyId: agreement.companyId, workplaceId: slots[0]?.workplaceId, after: { slots: slots.reduce((sum, { count = 1 }) => sum + count, 0), tasks: slots[0]?.tasks } });
}
