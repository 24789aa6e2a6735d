import type { Tx } from '#platform';
import { nameKey, streetKey } from './name-key.rules.js';

export interface SoughtCompany {
  readonly name: string;
  readonly cvr?: string | null;
  readonly pNumber?: string | null;
  readonly street?: string | null;
  readonly postalCode?: string | null;
}

export interface ExistingCompany {
  readonly companyId: string;
  readonly name: string;
}

/**
 * The company that is meant, if it is there already: same CVR, else same P-number, else same normalised name at the same
 * address (unless both have a CVR and they differ: the shop has a new owner).
 */
export const existingCompany = (tx: Tx, { name, cvr, pNumber, street, postalCode }: SoughtCompany): Promise<ExistingCompany | undefined> =>
  tx.row<ExistingCompany>(
    `select c.id as "companyId", c.name
       from company c
       left join workplace w on w.organisation_id = c.organisation_id and w.company_id = c.id
      where c.cvr = $1 or w.p_number = $2
         or (c.name_key = $3 and w.street_key = $4 and w.postal_code = $5 and ($1::text is null or c.cvr is null))
      order by (c.cvr = $1) desc nulls last, (w.p_number = $2) desc nulls last, c.id
      limit 1`,
    [cvr ?? null, pNumber ?? null, nameKey(name), street ? streetKey(street) : null, postalCode ?? null],
  );

/** Others of the same name elsewhere: worth a look, not a reason to refuse. */
export async function countNamesakes(tx: Tx, name: string): Promise<number> {
  return (await tx.one<{ n: number }>('select count(*) as n from company where name_key = $1', [nameKey(name)])).n;
}

/** One at a time for a name, so that two people adding the same company at once do not make two. */
export const takeTurn = (tx: Tx, name: string): Promise<number> =>
  tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`company ${nameKey(name)}`]);
