import { Injectable } from '@nestjs/common';
import { Db, invalid, staleEdit, type Actor, type Tx } from '#platform';
import { companyFactsOf, type CompanyFacts } from './companies.queries.js';
import { journalResponsible } from './responsible.js';

export interface Responsibility {
  readonly companyId: string;
  /** Who is responsible from now on; null for nobody. */
  readonly userId: string | null;
  readonly version: number;
}

/** Says who is responsible for a company. Responsible, never gatekeeper (R2): it changes nobody's rights. */
@Injectable()
export class AssignResponsible {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { companyId, userId, version }: Responsibility): Promise<CompanyFacts> {
    return this.db.write(actor, async (tx) => {
      const before = await companyFactsOf(tx, companyId);
      await checkColleague(tx, userId);
      const updated = await tx.run('update company set responsible_user_id = $2, version = version + 1 where id = $1 and version = $3', [companyId, userId, version]);
      if (updated === 0) throw staleEdit(await companyFactsOf(tx, companyId));
      return journalResponsible(tx, actor, before);
    });
  }
}

async function checkColleague(tx: Tx, userId: string | null): Promise<void> {
  if (!userId) return;
  const known = await tx.row('select 1 from app_user where id = $1 and disabled_at is null', [userId]);
  if (!known) throw invalid({ field: 'userId', code: 'fault.unknown' });
}
