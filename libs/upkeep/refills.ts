import type { Model } from '#agreements';
import type { Actor, Tx } from '#platform';
import { raiseTask } from '#tasks';
import { raisedBy } from './occasions.rules.js';

interface Empty {
  readonly slotId: string;
  readonly agreementId: string;
  readonly model: Model;
  readonly refill: boolean;
  readonly number: number;
  readonly workplaceId: string;
  readonly companyId: string;
  readonly userId: string | null;
  readonly emptyFrom: string;
  /** Today at the earliest. */
  readonly dueOn: string;
  readonly occasion: string;
}

/**
 * Places that stand empty and unreserved now or from some day, for a week or more, under an active agreement that wants
 * them filled, and not beyond what a cap over all its places leaves; `soon`: within the organisation's lead time. What
 * makes one occasion: the day the gap begins, and the reservation that last fell through in it; a clock that jumps there
 * and back, or a round run twice, sees the same ones.
 */
const empty = `
select o.slot_id, a.id as agreement_id, a.model, a.refill, s.number, o.workplace_id, w.company_id,
       coalesce(a.contact_user_id, c.responsible_user_id) as user_id, o.free_from, greatest(o.free_from, $1::date) as empty_from,
       o.free_from <= $1::date + g.refill_lead_days as soon,
       concat_ws(' ', o.free_from, (select r.id from reservation r
                                     where r.organisation_id = o.organisation_id and r.opening_id = o.id and r.seat is not null
                                       and r.accepted_at is null and r.ended_at is not null and r.until_date > o.free_from
                                     order by r.ended_at desc, r.id desc limit 1)) as occasion
  from opening o
  join slot s on s.organisation_id = o.organisation_id and s.id = o.slot_id
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.model = s.model
  join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join organisation g on g.organisation_id = o.organisation_id
 where o.in_pool and o.taken = 0 and a.refill and a.activated_at is not null
   and (o.free_until is null or o.free_until - greatest(o.free_from, $1::date) >= 7)
   and (a.total_cap is null or not exists (select from slots_beyond_cap(array[greatest(o.free_from, $1::date)], array[a.id]) b where b.slot_id = s.id))
   and ($2::uuid[] is null or o.slot_id = any ($2))`;

const newSql = `
select e.slot_id as "slotId", e.agreement_id as "agreementId", e.model, e.refill, e.number, e.workplace_id as "workplaceId", e.company_id as "companyId",
       e.user_id as "userId", e.free_from as "emptyFrom", e.empty_from as "dueOn", e.occasion
  from (${empty}) e
 where e.soon
   and not exists (select from task t
                    where t.organisation_id = app_organisation() and t.kind = 'refill' and t.subject_id = e.slot_id
                      and (t.done_at is null or (t.occasion = e.occasion and not t.overtaken)))
 order by e.empty_from, e.slot_id limit 2000`;

/** Not because the day is far off again: a clock that went back takes nothing away, a placement that was extended does. */
const settleSql = `
update task t set done_at = $3, done_by = $4, overtaken = true, version = version + 1
 where t.kind = 'refill' and t.done_at is null and ($2::uuid[] is null or t.subject_id = any ($2))
   and not exists (select from (${empty}) e where e.slot_id = t.subject_id and (e.soon or starts_with(t.occasion, e.free_from::text) or e.free_from = (t.facts ->> 'emptyFrom')::date))`;

/** The placement before it was extended or ended sooner: the day moves along. */
const movedSql = `
update task t set due_on = e.empty_from, facts = t.facts || jsonb_build_object('emptyFrom', e.free_from), version = version + 1
  from (${empty}) e
 where t.kind = 'refill' and t.done_at is null and t.subject_id = e.slot_id and e.soon and e.free_from <> (t.facts ->> 'emptyFrom')::date`;

/**
 * Brings the refill tasks of these slots (of all, without any) in step with how they stand: raised once where a place
 * runs free, done where somebody is reserved or placed, or where it is no longer to be filled. Answers how many are new.
 */
export async function keepRefills(tx: Tx, actor: Actor, slotIds: readonly string[] | null): Promise<number> {
  const [, , fresh] = await Promise.all([
    tx.run(settleSql, [tx.today, slotIds, tx.now, actor.userId]),
    tx.run(movedSql, [tx.today, slotIds]),
    tx.rows<Empty>(newSql, [tx.today, slotIds]),
  ]);
  let raised = 0;
  for (const { slotId, companyId, workplaceId, userId, occasion, ...place } of fresh) {
    const kind = raisedBy('runs-free', place);
    if (!kind) continue;
    const { agreementId, number, emptyFrom, dueOn } = place;
    const task = { kind, subject: 'slot', subjectId: slotId, occasion, companyId, workplaceId, userId, dueOn, facts: { agreementId, number, emptyFrom } };
    if (await raiseTask(tx, task)) raised += 1;
  }
  return raised;
}
