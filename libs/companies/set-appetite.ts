import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor } from '#platform';
import { appetitesOf, type Appetite, type Light } from './appetite.queries.js';

export interface NewAppetite {
  readonly companyId: string;
  /** Of one workplace; of the company as a whole when left out. */
  readonly workplaceId?: string | null;
  readonly light: Light;
  /** Needed for "not now". */
  readonly reason?: string | null;
}

/** Says how a company stands to being asked, from today. The light before it stays in the history. */
@Injectable()
export class SetAppetite {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { companyId, workplaceId = null, light, reason }: NewAppetite): Promise<{ readonly items: readonly Appetite[] }> {
    return this.db.write(actor, async (tx) => {
      await tx.one('select 1 from company where id = $1', [companyId]);
      if (light === 'not_now' && !reason) throw invalid({ field: 'reason', code: 'fault.required' });
      const own = workplaceId === null || (await tx.row('select 1 from workplace where id = $1 and company_id = $2', [workplaceId, companyId]));
      if (!own) throw invalid({ field: 'workplaceId', code: 'fault.unknown' });
      await tx.run(
        `insert into appetite (organisation_id, id, company_id, workplace_id, light, reason, set_on, set_at, set_by)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $7, $8)`,
        [tx.newId(), companyId, workplaceId, light, reason || null, tx.today, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'company.appetite-set', subject: 'company', subjectId: companyId, companyId, workplaceId, after: { light, reason: reason || null } });
      return { items: await appetitesOf(tx, companyId) };
    });
  }
}
