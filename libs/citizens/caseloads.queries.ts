import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { caseloadOf, isHeavy, type CaseloadWeights, type RoleCounts } from './caseload.rules.js';

export interface CaseloadLimits extends CaseloadWeights {
  /** From how many weighted citizens a caseload is a warning. */
  readonly warning: number;
  /** Of the organisation's settings. */
  readonly version: number;
}

/** One professional's caseload today: citizens as heads, roles, and weighted. Numbers, never who. */
export interface Caseload extends RoleCounts {
  readonly userId: string;
  readonly name: string;
  readonly teamName: string | null;
  readonly citizens: number;
  /** Of these, how many they are primary contact for. */
  readonly primary: number;
  readonly caseload: number;
  readonly heavy: boolean;
}

export interface Caseloads {
  readonly limits: CaseloadLimits;
  readonly items: readonly Caseload[];
  /** How many citizens are with the service today, by target group. */
  readonly groups: readonly { readonly code: string | null; readonly citizens: number }[];
}

export const caseloadLimits = (tx: Tx): Promise<CaseloadLimits> =>
  tx.one<CaseloadLimits>(
    `select caseload_warning as warning, caseload_consultant_percent as "consultantPercent", caseload_caseworker_percent as "caseworkerPercent",
            caseload_mentor_percent as "mentorPercent", version
       from organisation where organisation_id = app_organisation()`,
  );

const countsSql = `
select u.id as "userId", u.name, t.name as "teamName", count(distinct r.citizen_id) as citizens, count(*) filter (where r.is_primary) as primary,
       count(*) filter (where r.role = 'consultant') as consultant, count(*) filter (where r.role = 'caseworker') as caseworker,
       count(*) filter (where r.role = 'support_mentor') as mentor
  from citizen_role r
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id
  left join team t on t.organisation_id = u.organisation_id and t.id = u.team_id
 where r.valid @> $1::date and r.stands_in_for is null and ($2::uuid is null or r.user_id = $2)
 group by u.id, u.name, t.name
 order by u.name, u.id limit 1000`;

const groupsSql = `
select g.target_group_code as code, count(*) as citizens
  from citizen_role r
  left join citizen_target_group g on g.organisation_id = r.organisation_id and g.citizen_id = r.citizen_id and g.valid @> $1::date
 where r.is_primary and r.valid @> $1::date
 group by 1 order by 2 desc, 1`;

/** Caseloads as numbers: which citizens they are is not asked for here, so nothing is shown that the access log must know. */
@Injectable()
export class CaseloadsQueries {
  constructor(private readonly db: Db) {}

  /** Everybody's who is attached to somebody today, the heaviest first. */
  all(actor: Actor): Promise<Caseloads> {
    return this.db.read(actor, async (tx) => {
      const [limits, rows, groups] = await Promise.all([
        caseloadLimits(tx),
        tx.rows<Omit<Caseload, 'caseload' | 'heavy'>>(countsSql, [tx.today, null]),
        tx.rows<{ code: string | null; citizens: number }>(groupsSql, [tx.today]),
      ]);
      const items = rows.map((row) => weighed(row, limits)).toSorted((a, b) => b.caseload - a.caseload);
      return { limits, items, groups };
    });
  }

  /** One's own. */
  own(actor: Actor): Promise<Pick<Caseload, 'citizens' | 'caseload' | 'heavy'> & { readonly warning: number }> {
    return this.db.read(actor, async (tx) => {
      const [limits, row] = await Promise.all([caseloadLimits(tx), tx.row<Omit<Caseload, 'caseload' | 'heavy'>>(countsSql, [tx.today, actor.userId])]);
      const { citizens, caseload, heavy } = row ? weighed(row, limits) : { citizens: 0, caseload: 0, heavy: false };
      return { citizens, caseload, heavy, warning: limits.warning };
    });
  }
}

function weighed(row: Omit<Caseload, 'caseload' | 'heavy'>, limits: CaseloadLimits): Caseload {
  const caseload = caseloadOf(row, limits);
  return { ...row, caseload, heavy: isHeavy(caseload, limits.warning) };
}
