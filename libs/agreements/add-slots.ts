import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement } from './agreement-row.js';
import { keepVersion } from './keep-version.js';
import { putSlots } from './put-slots.js';
import { type WrittenSlot } from './write-slots.js';

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
