import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { appetitesOf, type Appetite } from './appetite.queries.js';
import { companyFactsOf, type CompanyFacts } from './companies.queries.js';
import { contactsOf, type Contact } from './contacts.queries.js';
import { workplaceOf, workplacesOf, type Workplace } from './workplaces.queries.js';

export interface CompanyAgreement {
  readonly id: string;
  readonly title: string;
  readonly model: 'fixed_slots' | 'standing' | 'match_driven' | 'cluster';
  readonly state: 'draft' | 'coming' | 'active' | 'paused' | 'ended';
  readonly startsOn: string;
  /** First day it no longer covers. */
  readonly endsOn: string | null;
  readonly slots: number;
}

export interface CompanyOpening {
  readonly id: string;
  readonly workplaceId: string;
  readonly workplace: string;
  readonly tasks: string;
  readonly model: 'fixed_slots' | 'standing' | 'cluster' | null;
  readonly places: number;
  readonly taken: number;
  readonly freeFrom: string;
  readonly freeUntil: string | null;
}

export interface Acquaintance {
  readonly userId: string;
  readonly name: string;
  readonly team: string | null;
  readonly source: 'import' | 'created' | 'shared';
  readonly since: Date;
}

export interface CompanyPage extends CompanyFacts {
  readonly workplaces: readonly Workplace[];
  readonly contacts: readonly Contact[];
  readonly agreements: readonly CompanyAgreement[];
  /** In the pool now; newest first, at most 50. */
  readonly openings: readonly CompanyOpening[];
  /** Who brought it or knows it: whom to ask for a warm introduction (R5). */
  readonly knownBy: readonly Acquaintance[];
  /** How it stands to being asked: the company first, then workplaces with a word of their own. */
  readonly appetite: readonly Appetite[];
}

/** What a company's page shows. Agreements and openings are read here because only SQL needs to know their tables. */
@Injectable()
export class CompanyPageQueries {
  constructor(private readonly db: Db) {}

  page(actor: Actor, { companyId }: { readonly companyId: string }): Promise<CompanyPage> {
    return this.db.read(actor, async (tx) => {
      const [facts, workplaces, contacts, agreements, openings, knownBy, appetite] = await Promise.all([
        companyFactsOf(tx, companyId),
        workplacesOf(tx, companyId),
        contactsOf(tx, companyId),
        agreementsOf(tx, companyId),
        openingsOf(tx, companyId),
        knownByOf(tx, companyId),
        appetitesOf(tx, companyId),
      ]);
      return { ...facts, workplaces, contacts, agreements, openings, knownBy, appetite };
    });
  }

  workplace(actor: Actor, { workplaceId }: { readonly workplaceId: string }): Promise<Workplace> {
    return this.db.read(actor, (tx) => workplaceOf(tx, workplaceId));
  }
}

const agreementsOf = (tx: Tx, companyId: string): Promise<CompanyAgreement[]> =>
  tx.rows<CompanyAgreement>(
    `select a.id, a.title, a.model, a.starts_on as "startsOn", a.ends_on as "endsOn",
            case when a.activated_at is null then 'draft' when a.ends_on <= $2 then 'ended' when a.starts_on > $2 then 'coming'
                 when exists (select from agreement_pause q where q.organisation_id = a.organisation_id and q.agreement_id = a.id and q.cancelled_at is null and q.period @> $2::date) then 'paused'
                 else 'active' end as state,
            (select count(*) from slot s where s.organisation_id = a.organisation_id and s.agreement_id = a.id
               and (s.ends_on is null or s.ends_on > $2)) as slots
       from agreement a
      where a.company_id = $1
         or exists (select from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
                     where aw.organisation_id = a.organisation_id and aw.agreement_id = a.id and w.company_id = $1)
      order by coalesce(a.ends_on <= $2, false), a.starts_on desc, a.id limit 100`,
    [companyId, tx.today],
  );

const openingsOf = (tx: Tx, companyId: string): Promise<CompanyOpening[]> =>
  tx.rows<CompanyOpening>(
    `select o.id, o.workplace_id as "workplaceId", w.name as workplace, o.tasks, o.model, o.places, o.taken,
            o.free_from as "freeFrom", o.free_until as "freeUntil"
       from workplace w join opening o on o.organisation_id = w.organisation_id and o.workplace_id = w.id
      where w.company_id = $1 and o.in_pool
      order by o.published_at desc, o.id desc limit 50`,
    [companyId],
  );

const knownByOf = (tx: Tx, companyId: string): Promise<Acquaintance[]> =>
  tx.rows<Acquaintance>(
    `select k.user_id as "userId", u.name, t.name as team, k.source, k.since
       from company_knowledge k
       join app_user u on u.organisation_id = k.organisation_id and u.id = k.user_id
       left join team t on t.organisation_id = u.organisation_id and t.id = u.team_id
      where k.company_id = $1
      order by k.since, k.user_id limit 100`,
    [companyId],
  );
