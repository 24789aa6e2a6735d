import type { Tx } from '#platform';
import { raiseTask } from '#tasks';
import type { Model } from '#agreements';
import { raisedBy } from './occasions.rules.js';

interface Asked {
  readonly agreementId: string;
  readonly model: Model;
  readonly refill: boolean;
  readonly companyId: string | null;
  readonly userId: string | null;
  readonly askOn: string;
}

/**
 * When each standing agreement is asked next: what the last answer said, or some months after it came in force. The
 * months are the organisation's offer_question_months.
 */
export const askedOn = `
select a.id, a.model, a.refill, a.company_id, coalesce(a.contact_user_id, c.responsible_user_id) as user_id,
       case when last.id is not null then last.next_on
            else (greatest(a.starts_on, (a.activated_at at time zone 'Europe/Copenhagen')::date) + make_interval(months => g.offer_question_months))::date end as ask_on
  from agreement a
  join organisation g on g.organisation_id = a.organisation_id
  left join company c on c.organisation_id = a.organisation_id and c.id = a.company_id
  left join lateral (select f.id, f.next_on from offer_answer f
                      where f.organisation_id = a.organisation_id and f.agreement_id = a.id order by f.id desc limit 1) last on true
 where a.model = 'standing' and a.activated_at is not null and a.ended_at is null and (a.ends_on is null or a.ends_on > $1::date)`;

const dueSql = `
select q.id as "agreementId", q.model, q.refill, q.company_id as "companyId", q.user_id as "userId", q.ask_on as "askOn"
  from (${askedOn}) q
 where q.ask_on <= $1::date and ($2::uuid is null or q.id = $2)
   and not exists (select from task t where t.organisation_id = app_organisation() and t.kind = 'offer-question' and t.subject_id = q.id
                      and (t.done_at is null or t.occasion = q.ask_on::text))
 order by q.ask_on, q.id limit 2000`;

/** Ended, or another model now: nobody is asked any more. */
const settleSql = `
update task t set done_at = $2, version = version + 1
 where t.kind = 'offer-question' and t.done_at is null and ($3::uuid is null or t.subject_id = $3) and not exists (select from (${askedOn}) q where q.id = t.subject_id)`;

/** "Gælder tilbuddet stadig?": one task per agreement and day it was due, to the contact person (model 2 only). Of one agreement, or all. */
export async function keepOffers(tx: Tx, only: string | null = null): Promise<number> {
  await tx.run(settleSql, [tx.today, tx.now, only]);
  let raised = 0;
  for (const { agreementId, companyId, userId, askOn, ...place } of await tx.rows<Asked>(dueSql, [tx.today, only])) {
    const kind = raisedBy('offer-time', place);
    if (kind && (await raiseTask(tx, { kind, subject: 'agreement', subjectId: agreementId, occasion: askOn, companyId, userId, dueOn: askOn, facts: { agreementId } }))) raised += 1;
  }
  return raised;
}
