import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, Refusal, staleEdit, type Actor } from '#platform';
import { companyFactsOf, type CompanyFacts } from './companies.queries.js';
import { cvrCheckDigitFits } from './cvr.rules.js';
import { nameKey } from './name-key.rules.js';
import { warn, type Warning } from './warn.js';
import { refreshSearch } from './write-workplace.js';

export interface CompanyChange {
  readonly companyId: string;
  readonly name?: string;
  readonly cvr?: string | null;
  readonly advertisingProtected?: boolean;
  readonly note?: string | null;
  readonly version: number;
}

/**
 * Changes a company's own facts; what is left out stays. Refuses with `edit.stale` (412), and with `company.exists` when
 * the CVR number belongs to another one.
 */
@Injectable()
export class UpdateCompany {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { companyId, version, ...change }: CompanyChange): Promise<CompanyFacts & { warnings: Warning[] }> {
    return this.db.write(actor, async (tx) => {
      const before = await companyFactsOf(tx, companyId);
      const { name, cvr, advertisingProtected, note } = { ...before, ...change };
      const other = await tx.row<{ id: string; name: string }>('select id, name from company where cvr = $1 and id <> $2', [cvr, companyId]);
      if (other) throw new Refusal('company.exists', { params: { name: other.name }, extra: { companyId: other.id, link: `/virksomheder/${other.id}` } });
      const updated = await tx.run(
        `update company set name = $2, name_key = $3, cvr = $4, advertising_protected = $5, note = $6, version = version + 1
          where id = $1 and version = $7`,
        [companyId, name, nameKey(name), cvr, advertisingProtected, note || null, version],
      );
      if (updated === 0) throw staleEdit(await companyFactsOf(tx, companyId));
      await refreshSearch(tx, companyId);
      await journal(tx, actor, { action: 'company.updated', subject: 'company', subjectId: companyId, companyId, ...changes<Record<string, unknown>>({ ...before }, { ...change }) });
      const warnings = cvr && !cvrCheckDigitFits(cvr) ? [warn(actor, 'cvr.check-digit')] : [];
      return { ...(await companyFactsOf(tx, companyId)), warnings };
    });
  }
}
