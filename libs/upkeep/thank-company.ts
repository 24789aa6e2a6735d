import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { settleTasks } from '#tasks';

/**
 * After a match: the company was thanked and the agreement stays as it is, for the next match that fits. Settles the
 * question. Refuses `match.not-driven` (409) for another model and what has ended.
 */
@Injectable()
export class ThankCompany {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, note }: { readonly agreementId: string; readonly note?: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const { companyId, driven } = await tx.one<{ companyId: string | null; driven: boolean }>(
        `select company_id as "companyId", model = 'match_driven' and ended_at is null as driven from agreement where id = $1 for no key update`,
        [agreementId],
      );
      if (!driven) throw new Refusal('match.not-driven');
      await settleTasks(tx, 'match-over', agreementId, actor.userId);
      await journal(tx, actor, { action: 'agreement.thanked', subject: 'agreement', subjectId: agreementId, companyId, ...(note && { after: { note } }) });
    });
  }
}
