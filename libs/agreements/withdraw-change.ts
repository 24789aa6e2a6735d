import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { lockAgreement, readAgreement } from './agreement-row.js';
import { withdrawSlots } from './coming-slots.js';
import { refuseCut } from './commitments.js';
import { keepVersion } from './keep-version.js';

/**
 * Takes a coming version back before its day; it stays in the history, and a place of it that somebody has already stays
 * agreed. Refuses `agreement.nothing-coming`, and `slot.has-placements` or `slot.has-reservations` where such a one cannot
 * stay (coming-slots.ts), `agreement.has-placements` and `.has-reservations` where somebody is promised a place beyond the
 * end that the agreement then has again.
 */
@Injectable()
export class WithdrawChange {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, reason }: { readonly agreementId: string; readonly reason: string }): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const before = await lockAgreement(tx, agreementId);
      if (!(await withdrawComing(tx, actor, agreementId, reason))) throw new Refusal('agreement.nothing-coming');
      const { endsOn } = await readAgreement(tx, agreementId);
      if (endsOn && endsOn !== before.endsOn) await refuseCut(tx, actor, before, endsOn);
      await keepVersion(tx, actor, agreementId, { why: reason });
      return agreementPageOf(tx, actor, agreementId);
    });
  }
}

/** Withdraws the coming version of a locked agreement, if there is one. Another that is being written meanwhile stays. */
export async function withdrawComing(tx: Tx, actor: Actor, agreementId: string, reason: string): Promise<boolean> {
  const withdrawn = await tx.row<{ number: number; from: string }>(
    `update agreement_version set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4
      where agreement_id = $1 and steps is not null and applied_at is null and withdrawn_at is null returning number, valid_from as "from"`,
    [agreementId, tx.now, actor.userId, reason],
  );
  if (!withdrawn) return false;
  await withdrawSlots(tx, actor, agreementId);
  await tx.run('update agreement set version = version + 1 where id = $1', [agreementId]);
  await journal(tx, actor, { action: 'agreement.change-withdrawn', subject: 'agreement', subjectId: agreementId, before: { ...withdrawn }, after: { reason } });
  return true;
}
