import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { agreementPageOf, type AgreementPage } from './agreement-page.queries.js';
import { factsOf, readAgreement, refuseAny, type AgreementRow } from './agreement-row.js';
import { writeTerms, type TermsChange } from './change-terms.js';
import { checkPeople, refuseForeignCoordinator, setMembers, setMentors, type Member } from './members.js';
import type { Model } from './model.rules.js';
import { models } from './models.rules.js';
import { checkTerms } from './terms.js';
import { insertSlots, type WrittenSlot } from './write-slots.js';

/** What any model may agree on, as a change of terms may. */
type Terms = Pick<
  TermsChange,
  'deputyUserId' | 'measureTypeCodes' | 'targetGroupCodes' | 'minutesPerWeek' | 'mentorPayOre' | 'mentorPayMinutes' | 'mentorPayFrom' | 'mentorPayUntil' | 'requestsPerMonth' | 'totalCap' | 'followUpWeeks' | 'followUpPlan'
>;

export interface NewAgreement extends Terms {
  readonly model: Model;
  /** The company's or cluster's name unless said. */
  readonly title?: string;
  readonly companyId?: string | null;
  readonly cluster?: { readonly name: string; readonly kind: 'geographic' | 'administrative' } | null;
  readonly workplaces: readonly Member[];
  readonly mentorIds?: readonly string[];
  /** The service's fixed contact person; the one who writes the agreement unless said (R38). */
  readonly contactUserId?: string | null;
  readonly startsOn?: string;
  /** First day it no longer covers; open when left out. */
  readonly endsOn?: string | null;
  readonly terms?: string | null;
  readonly callNoticeDays?: number | null;
  readonly answerDays?: number | null;
  readonly refill?: boolean;
  readonly slotPooling?: 'pooled' | 'per_workplace';
  readonly coordinatorUserId?: string | null;
  readonly coordinatorMentorId?: string | null;
  /** The accepted match a match-driven agreement is born of. */
  readonly bornOfReservationId?: string | null;
  readonly slots?: readonly WrittenSlot[];
}

/**
 * Writes an agreement's draft; nothing counts and nothing is in the pool until it is activated. What a model cannot be
 * without is asked for here (its rules' `mayCreate`): 409 `agreement.<reason>`.
 */
@Injectable()
export class CreateAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: NewAgreement): Promise<AgreementPage> {
    return this.db.write(actor, async (tx) => {
      const id = tx.newId();
      const contactUserId = input.contactUserId === undefined ? actor.userId : input.contactUserId;
      const asked = await askedOf(tx, input);
      refuseAny(models[input.model].mayCreate({ ...draftFacts, ...asked, workplaces: input.workplaces.length, hasContactPerson: contactUserId !== null, hasFollowUpPlan: Boolean(input.followUpWeeks && input.followUpPlan), slotPooling: input.slotPooling ?? null }));
      await checkPeople(tx, { ...input, contactUserId });
      await insertAgreement(tx, actor, id, { ...input, contactUserId });
      const agreement = await withTerms(tx, id, input);
      await setMembers(tx, agreement, input.workplaces);
      await refuseForeignCoordinator(tx, id);
      await setMentors(tx, id, input.mentorIds ?? []);
      await insertSlots(tx, actor, agreement, input.slots ?? []);
      const { slots } = await factsOf(tx, agreement);
      await journal(tx, actor, { action: 'agreement.created', subject: 'agreement', subjectId: id, companyId: agreement.companyId, after: { model: input.model, title: agreement.title, slots } });
      return agreementPageOf(tx, actor, id);
    });
  }
}

/** The rest of what was agreed, which the draft's own row is written without. */
async function withTerms(tx: Tx, id: string, input: NewAgreement): Promise<AgreementRow> {
  const { deputyUserId, measureTypeCodes, targetGroupCodes, minutesPerWeek, mentorPayOre, mentorPayMinutes, mentorPayFrom, mentorPayUntil, requestsPerMonth, totalCap, followUpWeeks, followUpPlan } = input;
  const given = { deputyUserId, measureTypeCodes, targetGroupCodes, minutesPerWeek, mentorPayOre, mentorPayMinutes, mentorPayFrom, mentorPayUntil, requestsPerMonth, totalCap, followUpWeeks, followUpPlan };
  const terms: Partial<AgreementRow> = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const draft = await readAgreement(tx, id);
  if (Object.keys(terms).length === 0) return draft;
  const whole = { ...draft, ...terms };
  await checkTerms(tx, whole);
  await writeTerms(tx, whole);
  return readAgreement(tx, id);
}

const draftFacts = { mentors: 0, untrainedMentors: 0, workplacesWithoutMentor: 0, slots: 0, hasCoordinator: false, taken: false, paidBeyondEnd: false } as const;

/** A match is an accepted reservation that no other agreement was born of; and the party fits the model. */
async function askedOf(tx: Tx, input: NewAgreement): Promise<{ hasMatch: boolean }> {
  const { party } = models[input.model];
  if (party === 'company' && !input.companyId) throw invalid({ field: 'companyId', code: 'fault.required' });
  if (party === 'cluster' && !input.cluster) throw invalid({ field: 'cluster', code: 'fault.required' });
  if (input.companyId) await tx.one('select 1 from company where id = $1', [input.companyId]);
  if (input.endsOn && input.endsOn <= (input.startsOn ?? tx.today)) throw invalid({ field: 'endsOn', code: 'fault.agreement.dates' });
  return { hasMatch: input.bornOfReservationId ? await hasMatch(tx, input.bornOfReservationId, input.companyId ?? null) : false };
}

/** Whether a reservation is an accepted one at the company. @throws 409 `agreement.match-used` when another agreement was born of it */
export async function hasMatch(tx: Tx, reservationId: string, companyId: string | null): Promise<boolean> {
  const match = await tx.one<{ accepted: boolean; used: boolean }>(
    `select r.accepted_at is not null and w.company_id = $2 as accepted,
            exists (select from agreement a where a.born_of_reservation_id = r.id) as used
       from reservation r join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id where r.id = $1`,
    [reservationId, companyId],
  );
  if (match.used) throw new Refusal('agreement.match-used');
  return match.accepted;
}

async function insertAgreement(tx: Tx, actor: Actor, id: string, input: NewAgreement): Promise<void> {
  const { party, refill } = models[input.model];
  const clusterId = party === 'cluster' ? tx.newId() : null;
  if (clusterId && input.cluster) {
    await tx.run('insert into cluster (organisation_id, id, name, kind, created_at, created_by) values (app_organisation(), $1, $2, $3, $4, $5)', [clusterId, input.cluster.name, input.cluster.kind, tx.now, actor.userId]);
  }
  await tx.run(
    `insert into agreement (organisation_id, id, model, title, company_id, cluster_id, contact_user_id, starts_on, ends_on, terms, call_notice_days,
                            answer_days, refill, slot_pooling, coordinator_user_id, coordinator_mentor_id, born_of_reservation_id, created_at, created_by)
     values (app_organisation(), $1, $2, coalesce($3, (select name from company where id = $4), (select name from cluster where id = $5)),
             $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      id,
      input.model,
      input.title || null,
      party === 'company' ? input.companyId : null,
      clusterId,
      input.contactUserId,
      input.startsOn ?? tx.today,
      input.endsOn ?? null,
      input.terms || null,
      input.callNoticeDays ?? null,
      input.answerDays ?? null,
      refill(input.refill),
      party === 'cluster' ? input.slotPooling : null,
      party === 'cluster' ? (input.coordinatorUserId ?? null) : null,
      party === 'cluster' ? (input.coordinatorMentorId ?? null) : null,
      input.model === 'match_driven' ? input.bornOfReservationId : null,
      tx.now,
      actor.userId,
    ],
  );
}
