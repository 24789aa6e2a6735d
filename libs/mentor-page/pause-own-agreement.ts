import { Injectable } from '@nestjs/common';
import { endAgreementPause, pauseAgreement } from '#agreements';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { mayPauseColumn } from './own-agreements.js';
import { ownMentorId } from './own-rows.js';

export interface OwnPause {
  readonly agreementId: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly reason: string;
}

/**
 * The company's own pause with the whole agreement, by the verbs that staff use: its places leave the pool for those days,
 * whoever is there stays, and the fixed contact person is told by mail. Refuses as `pauseAgreement` does, with 404 for an
 * agreement the mentor is not named in, and `mentor-page.not-one-company` where other companies' places are in it too.
 */
@Injectable()
export class PauseOwnAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, pause: OwnPause): Promise<{ readonly id: string }> {
    return this.db.write(actor, async (tx) => {
      await requireOwn(tx, actor, pause.agreementId);
      return { id: await pauseAgreement(tx, actor, pause) };
    });
  }

  /** Back from a day; only from a pause the company asked for itself (else 404). */
  end(actor: Actor, { pauseId, on }: { readonly pauseId: string; readonly on: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const { agreementId } = await tx.one<{ agreementId: string }>('select agreement_id as "agreementId" from agreement_pause where id = $1 and by_company', [pauseId]);
      await requireOwn(tx, actor, agreementId);
      await endAgreementPause(tx, actor, { agreementId, pauseId, on });
    });
  }
}

async function requireOwn(tx: Tx, actor: Actor, agreementId: string): Promise<void> {
  const { may } = await tx.one<{ may: boolean }>(`select ${mayPauseColumn} as may from agreement_mentor am join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id where am.mentor_id = $1 and a.id = $2`, [ownMentorId(actor), agreementId]);
  if (!may) throw new Refusal('mentor-page.not-one-company');
}
