import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { companyFactsOf, type CompanyFacts } from './companies.queries.js';
import { journalResponsible } from './responsible.js';

/** "I take it": makes the one who asks responsible, whoever was before. Doing it twice changes nothing. */
@Injectable()
export class TakeResponsibility {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { companyId }: { readonly companyId: string }): Promise<CompanyFacts> {
    return this.db.write(actor, async (tx) => {
      const before = await companyFactsOf(tx, companyId);
      const updated = await tx.run(
        'update company set responsible_user_id = $2, version = version + 1 where id = $1 and responsible_user_id is distinct from $2',
        [companyId, actor.userId],
      );
      return updated === 0 ? before : journalResponsible(tx, actor, before);
    });
  }
}
