import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, staleEdit, type Actor } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, refreshSlots } from './agreement-row.js';
import { refuseEndComing } from './coming-terms.js';
import { keepVersion } from './keep-version.js';
import { refuseEvent } from './refuse-event.js';

export interface Renewal {
  readonly agreementId: string;
  /** The new first day it no longer covers; null: until one of the two says stop. */
  readonly endsOn: string | null;
  readonly why: string;
  readonly version: number;
}

/**
 * Lets an agreement go on longer than it was to. The places that would have ended with it go on, too; an end that
 * was already decided is taken back. Refuses an end that is not later (422) and 409 `agreement.not-in-force`, `.ended`, `.end-coming`.
 */
@Injectable()
export class RenewAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, endsOn, why, version }: Renewal): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const before = await lockAgreement(tx, agreementId);
      if (before.version !== version) throw staleEdit(before);
      await refuseEvent(tx, before, 'renew');
      await refuseEndComing(tx, agreementId);
      if (before.endsOn === null) throw invalid({ field: 'endsOn', code: 'fault.agreement.has-no-end' });
      if (endsOn !== null && endsOn <= before.endsOn) throw invalid({ field: 'endsOn', code: 'fault.agreement.not-later' });
      await tx.run('update agreement set ends_on = $2, ended_at = null, ended_by = null, end_reason = null, version = version + 1 where id = $1', [agreementId, endsOn]);
      await tx.run('update slot set ends_on = $3, version = version + 1 where agreement_id = $1 and ends_on = $2', [agreementId, before.endsOn, endsOn]);
      // A place that a coming change closes goes on as long as the others if the change is withdrawn.
      await tx.run('update slot set stays_until = $3, version = version + 1 where agreement_id = $1 and goes_with is not null and stays_until = $2', [agreementId, before.endsOn, endsOn]);
      await refreshSlots(tx, agreementId);
      await keepVersion(tx, actor, agreementId, { why });
      await journal(tx, actor, { action: 'agreement.renewed', subject: 'agreement', subjectId: agreementId, companyId: before.companyId, before: { endsOn: before.endsOn }, after: { endsOn, why } });
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}
