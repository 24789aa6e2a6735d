import { journal } from '#journal';
import { invalid, Refusal, type Actor, type Tx } from '#platform';
import { factsOf, readAgreement, refreshSlots, refuseAny, type AgreementRow } from './agreement-row.js';
import { withoutAnnounced } from './coming-slots.js';
import { refuseCommitted } from './commitments.js';
import { hasMatch } from './create-agreement.js';
import { checkPeople, refuseForeignCoordinator, setMembers, setMentors, type Member } from './members.js';
import type { AgreementFacts, Model } from './model.rules.js';
import { models } from './models.rules.js';
import { refuseEvent } from './refuse-event.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

export interface Conversion {
  readonly to: Model;
  /** From a cluster: which company goes on alone; the members' own when they have but one. */
  readonly companyId?: string;
  /** To a cluster. */
  readonly cluster?: { readonly name: string; readonly kind: 'geographic' | 'administrative' };
  readonly slotPooling?: 'pooled' | 'per_workplace';
  readonly coordinatorUserId?: string | null;
  readonly coordinatorMentorId?: string | null;
  readonly refill?: boolean;
  readonly callNoticeDays?: number | null;
  readonly answerDays?: number | null;
  /** To match-driven: the accepted match it goes on for. */
  readonly bornOfReservationId?: string;
  /** All of them, when given. */
  readonly workplaces?: readonly Member[];
  readonly mentorIds?: readonly string[];
  /** Places that come with the new model. */
  readonly slots?: readonly WrittenSlot[];
}

/** Converts a locked agreement as of a day. */
export async function convertTo(tx: Tx, actor: Actor, before: AgreementRow, conversion: Conversion, on: string): Promise<void> {
  await refuseEvent(tx, before, 'convert');
  if (conversion.to === before.model) throw new Refusal('agreement.same-model');
  const target = models[conversion.to];
  await checkPeople(tx, conversion);
  const bornOf = conversion.to === 'match_driven' ? (conversion.bornOfReservationId ?? before.bornOfReservationId) : before.bornOfReservationId;
  const party = await partyOf(tx, actor, before, conversion);
  const matched = bornOf !== null && (bornOf === before.bornOfReservationId || (await hasMatch(tx, bornOf, party.companyId)));
  const pooling = target.party === 'cluster' ? (conversion.slotPooling ?? before.slotPooling) : null;
  refuseLacking(before, conversion, { ...(await factsOf(tx, before)), hasMatch: matched, slotPooling: pooling });
  if (!target.promisesSlots) await endSlots(tx, actor, before.id, on);
  await rewrite(tx, before, conversion, { ...party, pooling, bornOf });
  await tx.run('update slot set model = $2, version = version + 1 where agreement_id = $1 and (ends_on is null or ends_on > $3) and $4', [before.id, conversion.to, on, target.promisesSlots]);
  await fill(tx, actor, before.id, conversion, on);
  await journal(tx, actor, { action: 'agreement.converted', subject: 'agreement', subjectId: before.id, companyId: party.companyId ?? before.companyId, before: { model: before.model }, after: { model: conversion.to } });
}

const membersSql = `
select aw.workplace_id as "workplaceId", aw.slot_cap as "slotCap"
  from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
 where aw.agreement_id = $1 and ($2::uuid is null or w.company_id = $2)`;

/** What the model asks for that can be told before anything is rewritten. */
function refuseLacking({ activatedAt }: AgreementRow, { to, workplaces, mentorIds, slots, coordinatorUserId, coordinatorMentorId }: Conversion, facts: AgreementFacts): void {
  const projected = {
    ...facts,
    workplaces: workplaces?.length ?? facts.workplaces,
    mentors: mentorIds?.length ?? facts.mentors,
    slots: facts.slots + (slots?.length ?? 0),
    hasCoordinator: Boolean(coordinatorUserId ?? coordinatorMentorId),
  };
  refuseAny([...models[to].mayCreate(projected), ...(activatedAt ? models[to].mayActivate(projected) : [])]);
}

/** Its members, mentors and new places; and what the model asks of all of it. */
async function fill(tx: Tx, actor: Actor, id: string, { workplaces, mentorIds, slots }: Conversion, on: string): Promise<void> {
  const after = await readAgreement(tx, id);
  const members = workplaces ?? (await tx.rows<Member>(membersSql, [id, after.companyId]));
  await setMembers(tx, after, members, on);
  await refuseForeignCoordinator(tx, id);
  if (mentorIds) await setMentors(tx, id, mentorIds);
  await insertSlots(tx, actor, after, await withoutAnnounced(tx, slots ?? []));
  const facts = await factsOf(tx, after);
  refuseAny(models[after.model].mayCreate(facts));
  if (after.activatedAt) refuseAny(models[after.model].mayActivate(facts));
  await refreshSlots(tx, id);
}

async function endSlots(tx: Tx, actor: Actor, agreementId: string, on: string): Promise<void> {
  const ended = await tx.rows<{ id: string }>(
    `update slot set ends_on = greatest(starts_on, $2::date), version = version + 1
      where agreement_id = $1 and (ends_on is null or ends_on > greatest(starts_on, $2::date)) returning id`,
    [agreementId, on],
  );
  await refreshSlots(tx, agreementId);
  await refuseCommitted(tx, actor, 'agreement', ended.map(({ id }) => id), on);
}

interface Party {
  readonly companyId: string | null;
  readonly clusterId: string | null;
}

/** One company, or a cluster: the one it has, or the one it becomes. */
async function partyOf(tx: Tx, actor: Actor, before: AgreementRow, { to, cluster, companyId }: Conversion): Promise<Party> {
  if (models[to].party === 'cluster') {
    if (!cluster) throw invalid({ field: 'cluster', code: 'fault.required' });
    const clusterId = tx.newId();
    await tx.run('insert into cluster (organisation_id, id, name, kind, created_at, created_by) values (app_organisation(), $1, $2, $3, $4, $5)', [clusterId, cluster.name, cluster.kind, tx.now, actor.userId]);
    return { companyId: null, clusterId };
  }
  if (before.companyId) return { companyId: before.companyId, clusterId: null };
  const owners = await tx.rows<{ id: string }>(
    `select distinct w.company_id as id from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
      where aw.agreement_id = $1 and ($2::uuid is null or w.company_id = $2) limit 2`,
    [before.id, companyId ?? null],
  );
  const [owner, another] = owners;
  if (!owner || another) throw invalid({ field: 'companyId', code: 'fault.agreement.which-company' });
  return { companyId: owner.id, clusterId: null };
}

const rewrite = (tx: Tx, before: AgreementRow, conversion: Conversion, { companyId, clusterId, pooling, bornOf }: Party & { readonly pooling: string | null; readonly bornOf: string | null }): Promise<number> => {
  const { party, refill, callable } = models[conversion.to];
  return tx.run(
    `update agreement set model = $2, company_id = $3, cluster_id = $4, slot_pooling = $5, refill = $6, coordinator_user_id = $7, coordinator_mentor_id = $8,
            born_of_reservation_id = $9, call_notice_days = $10, answer_days = $11, version = version + 1 where id = $1`,
    [
      before.id,
      conversion.to,
      companyId,
      clusterId,
      pooling,
      refill(conversion.refill),
      party === 'cluster' ? (conversion.coordinatorUserId ?? null) : null,
      party === 'cluster' ? (conversion.coordinatorMentorId ?? null) : null,
      bornOf,
      callable ? (conversion.callNoticeDays ?? before.callNoticeDays) : null,
      callable ? (conversion.answerDays ?? before.answerDays) : null,
    ],
  );
};
