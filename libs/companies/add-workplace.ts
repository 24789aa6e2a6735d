import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import { companyFactsOf } from './companies.queries.js';
import { streetKey } from './name-key.rules.js';
import { workplaceOf, type Workplace } from './workplaces.queries.js';
import { insertWorkplace, refreshSearch, type WrittenWorkplace } from './write-workplace.js';

/**
 * Adds a workplace to a company. One with the same P-number, or of the same company at the same address, is not made
 * twice: 409 `workplace.exists` with the ids of the one that is there.
 */
@Injectable()
export class AddWorkplace {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  run(actor: Actor, { companyId, ...written }: WrittenWorkplace & { readonly companyId: string }): Promise<Workplace> {
    return this.db.write(actor, async (tx) => {
      const company = await companyFactsOf(tx, companyId);
      const existing = await tx.row<{ workplaceId: string; companyId: string }>(
        `select id as "workplaceId", company_id as "companyId" from workplace
          where p_number = $1 or (company_id = $2 and street_key = $3 and postal_code = $4) limit 1`,
        [written.pNumber ?? null, companyId, written.street ? streetKey(written.street) : null, written.postalCode ?? null],
      );
      if (existing) throw new Refusal('workplace.exists', { extra: { ...existing, link: `/virksomheder/${existing.companyId}` } });
      const name = written.name || company.name;
      const id = await insertWorkplace(tx, actor, await this.reference.current(tx), companyId, { ...written, name });
      await refreshSearch(tx, companyId);
      await journal(tx, actor, { action: 'workplace.added', subject: 'workplace', subjectId: id, companyId, workplaceId: id, after: { name, street: written.street ?? null } });
      return workplaceOf(tx, id);
    });
  }
}
