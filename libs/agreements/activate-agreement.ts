import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { factsOf, lockAgreement, refreshSlots, refuseAny, type AgreementRow } from './agreement-row.js';
import { keepVersion } from './keep-version.js';
import { models } from './models.rules.js';

/**
 * Makes an agreement count: from here its slots stand in the pool by themselves. What the model asks for first (its
 * rules' `mayActivate`) is 409 `agreement.<reason>`; what only warns comes with the answer. Doing it twice is no fault.
 */
@Injectable()
export class ActivateAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const agreement = await lockAgreement(tx, agreementId);
      if (agreement.endedAt) throw new Refusal('agreement.ended');
      if (!agreement.activatedAt) await putInForce(tx, actor, agreement);
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

/** Puts a locked draft in force, and keeps its first version. */
export async function putInForce(tx: Tx, actor: Actor, agreement: AgreementRow): Promise<void> {
  refuseAny(models[agreement.model].mayActivate(await factsOf(tx, agreement)));
  await tx.run('update agreement set activated_at = $2, activated_by = $3, version = version + 1 where id = $1', [agreement.id, tx.now, actor.userId]);
  await refreshSlots(tx, agreement.id);
  await keepVersion(tx, actor, agreement.id, { validFrom: agreement.startsOn });
  await journal(tx, actor, { action: 'agreement.activated', subject: 'agreement', subjectId: agreement.id, companyId: agreement.companyId, after: { title: agreement.title } });
}
