import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

/** Who coordinates a cluster's agreement (model 4), from when until when; exactly one at any time. */
export interface Coordinator {
  readonly agreementId: string;
  readonly name: string;
  /** A colleague, or a mentor of one of the members. */
  readonly kind: 'user' | 'mentor';
  readonly from: string;
  /** First day after; null: until another is named. */
  readonly until: string | null;
}

/** As the agreement's versions have it, those to come included; one without versions has had the same all along. */
const coordinatorsSql = `
with agreed as (
  select a.organisation_id, a.id, a.starts_on, coalesce(a.coordinator_user_id, a.coordinator_mentor_id) as now
    from agreement a where (a.id = $1 or a.cluster_id = $1) and a.model = 'cluster' and a.activated_at is not null
), kept as (
  select a.organisation_id, a.id as agreement_id, v.valid_from, v.number, (v.content->'coordinator'->>'id')::uuid as who
    from agreed a join agreement_version v on v.organisation_id = a.organisation_id and v.agreement_id = a.id and v.withdrawn_at is null
  union all
  select a.organisation_id, a.id, a.starts_on, 0, a.now
    from agreed a where not exists (select from agreement_version v where v.organisation_id = a.organisation_id and v.agreement_id = a.id and v.withdrawn_at is null)
), on_day as (
  select distinct on (agreement_id, valid_from) * from kept order by agreement_id, valid_from, number desc
), changed as (
  select *, lag(who) over (partition by agreement_id order by valid_from) is distinct from who as other from on_day
)
select c.agreement_id as "agreementId", coalesce(u.name, m.name) as name, case when u.id is null then 'mentor' else 'user' end as kind, c.valid_from as "from",
       lead(c.valid_from) over (partition by c.agreement_id order by c.valid_from) as until
  from changed c
  left join app_user u on u.organisation_id = c.organisation_id and u.id = c.who
  left join mentor m on m.organisation_id = c.organisation_id and m.id = c.who
 where c.other and c.who is not null
 order by c.agreement_id, c.valid_from limit 200`;

/** Of an agreement, or of all agreements of a cluster. */
export const coordinatorsOf = (tx: Tx, id: string): Promise<Coordinator[]> => tx.rows<Coordinator>(coordinatorsSql, [id]);

@Injectable()
export class CoordinatorsQueries {
  constructor(private readonly db: Db) {}

  ofAgreement(actor: Actor, agreementId: string): Promise<Coordinator[]> {
    return this.db.read(actor, (tx) => coordinatorsOf(tx, agreementId));
  }
}
