import type { Tx } from '#platform';
import { contradict, nameKey, nameParts, streetKey } from './name-key.rules.js';

export interface SoughtCompany {
  readonly name: string;
  readonly cvr?: string | null;
  readonly pNumber?: string | null;
  readonly street?: string | null;
  readonly postalCode?: string | null;
  /** Of a contact person. */
  readonly phone?: string | null;
}

export interface ExistingCompany {
  readonly companyId: string;
  readonly name: string;
}

/**
 * The company that is meant, if it is there already: same CVR, else same P-number, else same normalised name at the same
 * address (unless both have a CVR and they differ: the shop has a new owner), else, when no CVR is given that would tell
 * them apart, the same name (and no other legal form) with the same postal code, street or telephone number.
 */
export async function existingCompany(tx: Tx, { name, cvr, pNumber, street, postalCode, phone }: SoughtCompany): Promise<ExistingCompany | undefined> {
  const found = await tx.rows<ExistingCompany & { sure: boolean }>(
    `select c.id as "companyId", c.name, coalesce(c.cvr = $1, false) or coalesce(w.p_number = $2, false) or coalesce(w.street_key = $4 and w.postal_code = $5, false) as sure
       from company c
       left join workplace w on w.organisation_id = c.organisation_id and w.company_id = c.id
      where c.id in (select id from company where cvr = $1 union select company_id from workplace where p_number = $2 union select id from company where name_key = $3)
        and (c.cvr = $1 or w.p_number = $2
             or (w.street_key = $4 and w.postal_code = $5 and ($1::text is null or c.cvr is null))
             or ($1::text is null and (w.postal_code = $5 or w.street_key = $4
                 or exists (select from contact_person p where p.organisation_id = c.organisation_id and p.company_id = c.id and p.phone = $6))))
      order by (c.cvr = $1) desc nulls last, (w.p_number = $2) desc nulls last, sure desc, c.id
      limit 20`,
    [cvr ?? null, pNumber ?? null, nameKey(name), street ? streetKey(street) : null, postalCode ?? null, phone ?? null],
  );
  return found.find((company) => company.sure || !contradict(nameParts(name), nameParts(company.name)));
}

/** Others of the same name elsewhere: worth a look, not a reason to refuse. */
export async function countNamesakes(tx: Tx, name: string): Promise<number> {
  return (await tx.one<{ n: number }>('select count(*) as n from company where name_key = $1', [nameKey(name)])).n;
}

/** One at a time for a name, so that two people adding the same company at once do not make two. */
export const takeTurn = (tx: Tx, name: string): Promise<number> =>
  tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`company ${nameKey(name)}`]);
