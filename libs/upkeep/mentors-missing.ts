import type { Tx } from '#platform';
import { raiseTask } from '#tasks';

interface Missing {
  readonly kind: 'mentor-missing' | 'coordinator-missing';
  readonly agreementId: string;
  readonly companyId: string | null;
  readonly userId: string | null;
  /** The day the last one stopped; the agreement's first, when nobody was ever named. */
  readonly since: string;
}

const active = (who: string): string => `${who}.active_from <= $1::date and (${who}.active_until is null or ${who}.active_until > $1::date)`;

/**
 * Agreements in force without somebody their model asks for (product.md): in 1 and 3 the mentors they named have stopped;
 * in 2 and 4 somebody is placed, or first in line, where there is no mentor; a cluster's coordinator has stopped.
 */
const missing = `
select a.id, w.kind, a.company_id, coalesce(a.contact_user_id, c.responsible_user_id) as user_id, greatest(a.starts_on, stopped.day) as since
  from agreement a
  left join company c on c.organisation_id = a.organisation_id and c.id = a.company_id
 cross join lateral (
       select 'mentor-missing' as kind
        where case when a.model in ('fixed_slots', 'match_driven')
                then exists (select from agreement_mentor am where am.organisation_id = a.organisation_id and am.agreement_id = a.id)
                     and not exists (select from agreement_mentor am join mentor m on m.organisation_id = am.organisation_id and m.id = am.mentor_id and ${active('m')}
                                      where am.organisation_id = a.organisation_id and am.agreement_id = a.id)
                else exists (
                     select from slot s
                      cross join lateral (
                            select p.workplace_id from placement p
                             where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $1::date
                            union all
                            select r.workplace_id from reservation r
                             where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null) held
                      where s.organisation_id = a.organisation_id and s.agreement_id = a.id
                        -- The plain question first: most workplaces have a mentor of their own.
                        and not exists (select from mentor h where h.organisation_id = s.organisation_id and h.workplace_id = held.workplace_id and ${active('h')})
                        and not exists (select from mentors_of_place(held.workplace_id, a.id, $1::date))) end
       union all
       select 'coordinator-missing'
        where a.model = 'cluster'
          and not exists (select from mentor m where m.organisation_id = a.organisation_id and m.id = a.coordinator_mentor_id and (m.active_until is null or m.active_until > $1::date))
          and not exists (select from app_user u where u.organisation_id = a.organisation_id and u.id = a.coordinator_user_id and u.disabled_at is null)) w
 cross join lateral (
       select max(m.active_until) as day from agreement_mentor am join mentor m on m.organisation_id = am.organisation_id and m.id = am.mentor_id and m.active_until <= $1::date
        where am.organisation_id = a.organisation_id and am.agreement_id = a.id) stopped
 where a.activated_at is not null and a.starts_on <= $1::date and (a.ends_on is null or a.ends_on > $1::date)`;

const newSql = `
select v.kind, v.id as "agreementId", v.company_id as "companyId", v.user_id as "userId", v.since
  from (${missing}) v
 where ($2::uuid is null or v.id = $2)
   and not exists (select from task t where t.organisation_id = app_organisation() and t.kind = v.kind and t.subject_id = v.id
                      and (t.done_at is null or (t.occasion = v.since::text and not t.overtaken)))
 order by v.since, v.id limit 2000`;

/** Somebody was named, the agreement is over, or nobody is there any more. */
const settleSql = `
update task t set done_at = $2, overtaken = true, version = version + 1
 where t.kind in ('mentor-missing', 'coordinator-missing') and t.done_at is null and ($3::uuid is null or t.subject_id = $3)
   and not exists (select from (${missing}) v where v.id = t.subject_id and v.kind = t.kind)`;

/** One task to the contact person per agreement and loss, until somebody is named. Of one agreement, or all. */
export async function keepMentors(tx: Tx, only: string | null = null): Promise<number> {
  await tx.run(settleSql, [tx.today, tx.now, only]);
  let raised = 0;
  for (const { kind, agreementId, companyId, userId, since } of await tx.rows<Missing>(newSql, [tx.today, only]))
    if (await raiseTask(tx, { kind, subject: 'agreement', subjectId: agreementId, occasion: since, companyId, userId, dueOn: tx.today, facts: { agreementId } })) raised += 1;
  return raised;
}
