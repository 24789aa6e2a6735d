import { Injectable } from '@nestjs/common';
import { Db, staleEdit, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement } from './agreement-row.js';
import { changeTerms, type TermsChange } from './change-terms.js';
import { keepVersion } from './keep-version.js';

export interface AgreementChange extends TermsChange {
  readonly agreementId: string;
  readonly version: number;
}

/**
 * Changes an agreement from today; what is left out stays. One in force must not come to lack what its model asks for (409
 * `agreement.<reason>`), and an earlier end must not cut a placement short. Refuses with `edit.stale` (412). From a later
 * day: PlanChange.
 */
@Injectable()
export class ChangeAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, version, ...change }: AgreementChange): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const before = await lockAgreement(tx, agreementId);
      if (before.version !== version) throw staleEdit(before);
      await changeTerms(tx, actor, before, change);
      await keepVersion(tx, actor, agreementId);
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}
