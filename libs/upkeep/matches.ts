import type { Model } from '#agreements';
import type { Actor, Tx } from '#platform';
import { raiseTask } from '#tasks';
import { raisedBy } from './occasions.rules.js';

interface Over {
  readonly agreementId: string;
  readonly model: Model;
  readonly refill: boolean;
  readonly companyId: string | null;
  readonly userId: string | null;
  readonly placementId: string;
  readonly endedOn: string;
}

/**
 * Match-driven agreements in force whose placement is over: the match's own and those that continued it at the company.
 * One that was cancelled before it began is over, too.
 */
const over = `
select a.id, a.model, a.refill, a.company_id, a.contact_user_id, last.id as placement_id, last.ended_on
  from agreement a
 cross join lateral (
   with recursive segment as (
     select p.id, p.workplace_id, p.ends_on, p.cancelled_at from placement p
      where p.organisation_id = a.organisation_id and p.reservation_id = a.born_of_reservation_id
      union all
     select n.id, n.workplace_id, n.ends_on, n.cancelled_at
       from placement n join segment g on n.organisation_id = a.organisation_id and n.continues_id = g.id
   )
   select g.id, case when g.cancelled_at is null then g.ends_on else (g.cancelled_at at time zone 'Europe/Copenhagen')::date end as ended_on
     from segment g join workplace w on w.organisation_id = a.organisation_id and w.id = g.workplace_id
    where w.company_id = a.company_id
    order by g.cancelled_at is not null, g.ends_on desc limit 1) last
 where a.model = 'match_driven' and a.activated_at is not null and a.ended_at is null and last.ended_on <= $1::date`;

const newSql = `
select v.id as "agreementId", v.model, v.refill, v.company_id as "companyId", v.contact_user_id as "userId", v.placement_id as "placementId", v.ended_on as "endedOn"
  from (${over}) v
 where ($2::uuid is null or v.placement_id = $2) and ($3::uuid is null or v.id = $3)
   and not exists (select from task t where t.organisation_id = app_organisation() and t.kind = 'match-over' and t.subject_id = v.id
                      and (t.done_at is null or t.occasion = v.placement_id::text))
 order by v.ended_on, v.id limit 2000`;

/** Closed, converted, or going on after all. */
const settleSql = `
update task t set done_at = $2, done_by = $3, version = version + 1
 where t.kind = 'match-over' and t.done_at is null and ($4::uuid is null or t.subject_id = $4)
   and not exists (select from (${over}) v where v.id = t.subject_id)`;

/** What to look at: what one placement's end brings, one agreement, or all. */
export interface Which {
  readonly placementId?: string;
  readonly agreementId?: string;
}

/** "Thank, close, or convert?": one task per placement that ended under a match-driven agreement; never a refill. */
export async function keepMatches(tx: Tx, actor: Actor, { placementId, agreementId: only }: Which = {}): Promise<number> {
  await tx.run(settleSql, [tx.today, tx.now, actor.userId, only ?? null]);
  let raised = 0;
  for (const { agreementId, companyId, userId, placementId: occasion, endedOn, ...place } of await tx.rows<Over>(newSql, [tx.today, placementId ?? null, only ?? null])) {
    const kind = raisedBy('match-over', place);
    if (kind && (await raiseTask(tx, { kind, subject: 'agreement', subjectId: agreementId, occasion, companyId, userId, dueOn: endedOn, facts: { agreementId, endedOn } }))) raised += 1;
  }
  return raised;
}
