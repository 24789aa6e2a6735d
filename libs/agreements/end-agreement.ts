import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, staleEdit, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, refreshSlots, type AgreementRow } from './agreement-row.js';
import { takeBack } from './coming-slots.js';
import { refuseCommitted } from './commitments.js';
import { keepVersion } from './keep-version.js';
import { withdrawComing } from './withdraw-change.js';

export interface AgreementEnd {
  readonly agreementId: string;
  /** First day it no longer covers. */
  readonly endsOn: string;
  readonly reason: string;
  readonly version: number;
}

/**
 * Ends an agreement on a day, with a reason; its slots end with it and leave the pool then. Never under a placement or a
 * reservation that lasts longer: 409 `agreement.has-placements` says from which day it can end.
 */
@Injectable()
export class EndAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, endsOn, reason, version }: AgreementEnd): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const before = await lockAgreement(tx, agreementId);
      if (before.version !== version) throw staleEdit(before);
      if (before.endedAt) throw new Refusal('agreement.ended');
      if (endsOn <= before.startsOn) throw invalid({ field: 'endsOn', code: 'fault.agreement.dates' });
      await endOn(tx, actor, before, { endsOn, reason });
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

/** Ends a locked agreement that has not ended; what refuses is as the verb says. */
export async function endOn(tx: Tx, actor: Actor, { id, companyId, bornOfReservationId }: AgreementRow, { endsOn, reason }: Pick<AgreementEnd, 'endsOn' | 'reason'>): Promise<void> {
  await takeBack(tx, id);
  const slots = await endSlots(tx, id, endsOn);
  await tx.run('update agreement set ends_on = $2, ended_at = $3, ended_by = $4, end_reason = $5, version = version + 1 where id = $1', [id, endsOn, tx.now, actor.userId, reason]);
  await refreshSlots(tx, id);
  await refuseCommitted(tx, actor, 'agreement', slots, endsOn, bornOfReservationId);
  await withdrawComing(tx, actor, id, reason);
  await tx.run('delete from agreement_change where agreement_id = $1', [id]);
  await keepVersion(tx, actor, id, { why: reason });
  await journal(tx, actor, { action: 'agreement.ended', subject: 'agreement', subjectId: id, companyId, after: { endsOn, reason } });
}

/** No slot outlives the agreement; one that has not begun by then never does. Promises all the agreement's slots. */
async function endSlots(tx: Tx, agreementId: string, endsOn: string): Promise<string[]> {
  await tx.run(
    `update slot set ends_on = greatest(starts_on, $2::date), version = version + 1
      where agreement_id = $1 and (ends_on is null or ends_on > greatest(starts_on, $2::date))`,
    [agreementId, endsOn],
  );
  const slots = await tx.rows<{ id: string }>('select id from slot where agreement_id = $1', [agreementId]);
  return slots.map(({ id }) => id);
}
