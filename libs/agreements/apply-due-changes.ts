import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import { lockAgreement, refreshSlots } from './agreement-row.js';
import { takeBack, takeBackEnds } from './coming-slots.js';
import { contentOf } from './content.queries.js';
import { isSent } from './rewrite-coming.js';
import { takeSteps, type ChangeStep } from './steps.js';

interface Due {
  readonly id: string;
  readonly agreementId: string;
  readonly number: number;
  readonly validFrom: string;
  readonly steps: readonly ChangeStep[];
}

const dueSql = `
select id, agreement_id as "agreementId", number, valid_from as "validFrom", steps from agreement_version
 where steps is not null and applied_at is null and withdrawn_at is null and valid_from <= $1::date`;

/**
 * The round: coming versions whose day has come are in force. What can no longer be done (somebody was placed meanwhile
 * where a place should close) stays as it was, and the contact person gets a task, once. Answers how many came in force.
 */
@Injectable()
export class ApplyDueChanges {
  constructor(private readonly db: Db) {}

  async run(actor: Actor): Promise<number> {
    const due = await this.db.read(actor, (tx) => tx.rows<Due>(`${dueSql} order by valid_from, id limit 500`, [tx.today]));
    let applied = 0;
    for (const version of due) {
      const done = await this.db.write(actor, (tx) => apply(tx, actor, version)).catch((error: unknown) => this.stuck(actor, version, error));
      if (done) applied += 1;
    }
    return applied;
  }

  private async stuck(actor: Actor, { id, agreementId, validFrom }: Due, error: unknown): Promise<boolean> {
    if (!(error instanceof Refusal)) throw error;
    await this.db.write(actor, async (tx) => {
      const { companyId, contactUserId } = await lockAgreement(tx, agreementId);
      if ((await takeBackEnds(tx, agreementId)) > 0) await refreshSlots(tx, agreementId);
      await raiseTask(tx, { kind: 'agreement-change-stuck', subject: 'agreement', subjectId: agreementId, occasion: id, companyId, userId: contactUserId, dueOn: tx.today, facts: { from: validFrom, code: error.code } });
    });
    return false;
  }
}

async function apply(tx: Tx, actor: Actor, { id, agreementId, number, validFrom, steps }: Due): Promise<boolean> {
  const { companyId } = await lockAgreement(tx, agreementId);
  // Another process may have been quicker, or somebody withdrew it: the agreement's lock decides.
  if (!(await tx.row(`${dueSql} and id = $2`, [tx.today, id]))) return false;
  await takeBack(tx, agreementId);
  await takeSteps(tx, actor, agreementId, steps, validFrom);
  // What the company was sent stays as it was sent.
  await tx.run(`update agreement_version set applied_at = $2, content = case when ${isSent('agreement_version')} then content else $3 end where id = $1`, [id, tx.now, JSON.stringify(await contentOf(tx, agreementId, tx.today))]);
  await journal(tx, actor, { action: 'agreement.change-applied', subject: 'agreement', subjectId: agreementId, companyId, after: { number, from: validFrom } });
  return true;
}
