import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page, type Tx } from '#platform';
import { soughtText } from './cvr.rules.js';
import { nameKey } from './name-key.rules.js';
import { existingCompany, type SoughtCompany } from './existing-company.js';

export interface CompanyFacts {
  readonly id: string;
  readonly name: string;
  readonly cvr: string | null;
  readonly advertisingProtected: boolean;
  readonly note: string | null;
  /** Who to ask in the organisation; never a gatekeeper (R2). */
  readonly responsible: { readonly id: string; readonly name: string; readonly email: string; readonly phone: string | null } | null;
  readonly createdAt: Date;
  readonly version: number;
}

export type AgreementModel = 'fixed_slots' | 'standing' | 'match_driven' | 'cluster';

/** A workplace as a row of the list of companies, with its company. */
export interface CompanyRow {
  readonly companyId: string;
  readonly company: string;
  readonly cvr: string | null;
  readonly workplaceId: string;
  readonly workplace: string;
  readonly pNumber: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly sectorId: string | null;
  readonly responsible: string | null;
  /** Agreements in force or coming that cover this workplace. */
  readonly agreements: number;
  /** Their models, each once. */
  readonly models: readonly AgreementModel[];
  /** Places in the pool that nobody is first on. */
  readonly openPlaces: number;
}

export interface CompanyFilter {
  readonly text?: string;
  readonly sectorId?: string;
  readonly municipalityCode?: string;
  readonly responsibleUserId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** One company's facts; refuses with 404 when there is none. */
export const companyFactsOf = (tx: Tx, companyId: string): Promise<CompanyFacts> =>
  tx.one<CompanyFacts>(
    `select c.id, c.name, c.cvr, c.advertising_protected as "advertisingProtected", c.note, c.created_at as "createdAt", c.version,
            case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone) end as responsible
       from company c
       left join app_user u on u.organisation_id = c.organisation_id and u.id = c.responsible_user_id
      where c.id = $1`,
    [companyId],
  );

const columns = `c.id as "companyId", c.name as company, c.cvr, w.id as "workplaceId", w.name as workplace, w.p_number as "pNumber",
  w.street, w.postal_code as "postalCode", w.town, w.municipality_code as "municipalityCode", w.sector_id as "sectorId",
  (select u.name from app_user u where u.organisation_id = c.organisation_id and u.id = c.responsible_user_id) as responsible,
  covering.agreements, covering.models,
  coalesce((select sum(o.places - o.taken)::integer from opening o
             where o.organisation_id = w.organisation_id and o.workplace_id = w.id and o.in_pool), 0) as "openPlaces"`;
const company = 'join company c on c.organisation_id = w.organisation_id and c.id = w.company_id';
const covering = `cross join lateral (
  select count(*) as agreements, coalesce(array_agg(distinct a.model), '{}') as models
    from agreement_workplace aw join agreement a on a.organisation_id = aw.organisation_id and a.id = aw.agreement_id
   where aw.organisation_id = w.organisation_id and aw.workplace_id = w.id
     and a.activated_at is not null and (a.ends_on is null or a.ends_on > $1)) covering`;
const filters = `($2::uuid is null or w.sector_id = $2) and ($3::text is null or w.municipality_code = $3)
  and ($4::uuid is null or c.responsible_user_id = $4)`;

export interface SimilarCompany {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
}

@Injectable()
export class CompaniesQueries {
  constructor(private readonly db: Db) {}

  /**
   * Workplaces with their companies. With `text`: the best hits first, at most `limit`, no next page (narrow the text
   * instead); finds names, street, town and contact persons, also misspelt, and
   * CVR, P- and telephone numbers however they are written. Without: newest first.
   */
  list(actor: Actor, filter: CompanyFilter): Promise<Page<CompanyRow>> {
    return filter.text ? this.hits(actor, filter, filter.text) : this.newest(actor, filter);
  }

  private async hits(actor: Actor, filter: CompanyFilter, text: string): Promise<Page<CompanyRow>> {
    const items = await this.db.read(actor, (tx) =>
      tx.rows<CompanyRow>(
        `select ${columns} from find_workplaces($5, $6, $2, $3, $4) hit join workplace w on w.id = hit.workplace_id ${company} ${covering} order by hit.rank`,
        [...parameters(tx, filter), soughtText(text), filter.limit],
      ),
    );
    return { items, next: null };
  }

  private async newest(actor: Actor, filter: CompanyFilter): Promise<Page<CompanyRow>> {
    const [before] = readCursor(filter.cursor, z.tuple([z.uuid()])) ?? [null];
    const rows = await this.db.read(actor, (tx) =>
      tx.rows<CompanyRow>(
        `select ${columns} from workplace w ${company} ${covering}
          where ${filters} and ($5::uuid is null or w.id < $5) order by w.id desc limit $6`,
        [...parameters(tx, filter), before, filter.limit + 1],
      ),
    );
    return cutPage(rows, filter.limit, (last) => writeCursor([last.workplaceId]));
  }

  /**
   * At most three companies of this name, or, when no CVR number tells them apart, almost of it: worth a look before
   * another is made. None when the very same one is here, as making it again is refused and shows it.
   */
  similar(actor: Actor, sought: SoughtCompany): Promise<SimilarCompany[]> {
    return this.db.read(actor, async (tx) => {
      if (await existingCompany(tx, sought)) return [];
      return tx.rows<SimilarCompany>(
        `select c.id, c.name, min(w.town) as town
           from find_workplaces($1, 20) hit join workplace w on w.id = hit.workplace_id ${company}
          where (c.name_key = $2 or $3::text is null and similarity(fold_danish(c.name), fold_danish($1)) >= 0.45) and ($3 is null or c.cvr is null)
          group by c.id, c.name order by max(similarity(fold_danish(c.name), fold_danish($1))) desc, c.id limit 3`,
        [sought.name, nameKey(sought.name), sought.cvr ?? null],
      );
    });
  }

  /** For a field that finds a workplace while somebody types; open workplaces only. */
  options(actor: Actor, { text, limit }: { readonly text: string; readonly limit: number }): Promise<Option[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<Option>(
        `select w.id, concat_ws(' · ', c.name, nullif(w.name, c.name)) as label,
                concat_ws(', ', w.street, nullif(concat_ws(' ', w.postal_code, w.town), '')) as detail
           from find_workplaces($1, $2) hit join workplace w on w.id = hit.workplace_id ${company}
          where w.closed_on is null or w.closed_on > $3
          order by hit.rank`,
        [soughtText(text), limit, tx.today],
      ),
    );
  }
}

const parameters = (tx: Tx, { sectorId, municipalityCode, responsibleUserId }: CompanyFilter): unknown[] => [
  tx.today,
  sectorId ?? null,
  municipalityCode ?? null,
  responsibleUserId ?? null,
];
