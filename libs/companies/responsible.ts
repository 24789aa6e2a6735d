import { journal } from '#journal';
import type { Actor, Tx } from '#platform';
import { companyFactsOf, type CompanyFacts } from './companies.queries.js';

/** Writes down who became responsible; promises the company as it is now. */
export async function journalResponsible(tx: Tx, actor: Actor, before: CompanyFacts): Promise<CompanyFacts> {
  const after = await companyFactsOf(tx, before.id);
  await journal(tx, actor, {
    action: 'company.responsible-changed',
    subject: 'company',
    subjectId: before.id,
    companyId: before.id,
    before: { responsible: before.responsible?.name ?? null },
    after: { responsible: after.responsible?.name ?? null },
  });
  return after;
}
