import { addDays, type Actor, type Tx } from '#platform';
import { raiseTask } from '#tasks';
import type { Model } from '#agreements';
import { raisedBy } from './occasions.rules.js';

interface Called {
  readonly reservationId: string;
  readonly slotId: string;
  readonly agreementId: string;
  readonly model: Model;
  readonly refill: boolean;
  readonly answerDays: number | null;
  readonly expiresOn: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly userId: string;
}

const calledSql = `
select r.id as "reservationId", s.id as "slotId", a.id as "agreementId", a.model, a.refill, a.answer_days as "answerDays",
       (r.expires_at at time zone 'Europe/Copenhagen')::date as "expiresOn", w.company_id as "companyId", w.id as "workplaceId",
       coalesce(a.contact_user_id, r.reserved_by) as "userId"
  from reservation r
  join slot s on s.organisation_id = r.organisation_id and s.id = r.slot_id
  join agreement a on a.organisation_id = s.organisation_id and a.id = s.agreement_id and a.model = 'standing' and s.model = a.model
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
 where r.ended_at is null and r.seat is not null and ($1::uuid[] is null or r.slot_id = any ($1))
   and not exists (select from task t where t.organisation_id = r.organisation_id and t.kind = 'call-slot' and t.subject_id = r.id)`;

/** Answered, withdrawn or expired: there is nothing to wait for. */
const settleSql = `
update task t set done_at = $2, done_by = $3, version = t.version + 1
  from reservation r
 where t.kind = 'call-slot' and t.done_at is null and r.organisation_id = t.organisation_id and r.id = t.subject_id
   and r.ended_at is not null and ($1::uuid[] is null or r.slot_id = any ($1))`;

/**
 * A match on a callable place (model 2) asks the company to call it: one task a reservation, due when the company's
 * answer time is up, and the reservation lasts at least that long. Settled with the answer.
 */
export async function keepCalls(tx: Tx, actor: Actor, slotIds: readonly string[] | null): Promise<number> {
  const [, called] = await Promise.all([tx.run(settleSql, [slotIds, tx.now, actor.userId]), tx.rows<Called>(calledSql, [slotIds])]);
  let raised = 0;
  for (const { reservationId, companyId, workplaceId, userId, answerDays, expiresOn, ...place } of called) {
    const kind = raisedBy('first-reserved', place);
    if (!kind) continue;
    const dueOn = answerDays === null ? expiresOn : addDays(tx.today, answerDays);
    await tx.run(
      `update reservation set expires_at = greatest(expires_at, (($2::date + 1)::timestamp at time zone 'Europe/Copenhagen') - interval '1 minute') where id = $1`,
      [reservationId, dueOn],
    );
    const { agreementId, slotId } = place;
    const task = { kind, subject: 'reservation', subjectId: reservationId, occasion: 'called', companyId, workplaceId, userId, dueOn, facts: { agreementId, slotId } };
    if (await raiseTask(tx, task)) raised += 1;
  }
  return raised;
}
