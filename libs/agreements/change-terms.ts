import { changes, journal } from '#journal';
import { invalid, Refusal, type Actor, type Tx } from '#platform';
import { faultsOf, readAgreement, refreshSlots, refuseBroken, type AgreementRow } from './agreement-row.js';
import { refuseEndComing } from './coming-terms.js';
import { refuseCut } from './commitments.js';
import { lifeOf } from './life.queries.js';
import { checkPeople, refuseForeignCoordinator, refuseOverCap, setMembers, setMentors, type Member } from './members.js';
import { models } from './models.rules.js';
import { checkTerms, refuseBelowTaken } from './terms.js';

export interface TermsChange {
  readonly title?: string;
  /** Of a draft only. */
  readonly startsOn?: string;
  readonly contactUserId?: string | null;
  readonly deputyUserId?: string | null;
  readonly endsOn?: string | null;
  readonly terms?: string | null;
  readonly callNoticeDays?: number | null;
  readonly answerDays?: number | null;
  readonly refill?: boolean;
  readonly coordinatorUserId?: string | null;
  readonly coordinatorMentorId?: string | null;
  readonly measureTypeCodes?: readonly string[];
  readonly targetGroupCodes?: readonly string[];
  readonly minutesPerWeek?: number | null;
  readonly mentorPayOre?: number | null;
  readonly mentorPayMinutes?: number | null;
  readonly mentorPayFrom?: string | null;
  readonly mentorPayUntil?: string | null;
  readonly requestsPerMonth?: number | null;
  readonly totalCap?: number | null;
  readonly followUpWeeks?: number | null;
  readonly followUpPlan?: string | null;
  /** All of them, when given. */
  readonly workplaces?: readonly Member[];
  readonly mentorIds?: readonly string[];
}

/** Changes a locked agreement's terms as of a day, today unless said. */
export async function changeTerms(tx: Tx, actor: Actor, before: AgreementRow, { workplaces, mentorIds, ...change }: TermsChange, on = tx.today): Promise<void> {
  const agreementId = before.id;
  if (before.endedAt) throw new Refusal('agreement.ended');
  const after = { ...before, ...change };
  if ((change.endsOn || change.startsOn) && after.endsOn && after.endsOn <= after.startsOn) throw invalid({ field: 'endsOn', code: 'fault.agreement.dates' });
  if (change.endsOn !== undefined && change.endsOn !== before.endsOn) await refuseEndComing(tx, agreementId);
  await refuseBeforeComing(tx, agreementId, change.endsOn, on);
  const [faults] = await Promise.all([faultsOf(tx, before), checkPeople(tx, after), checkTerms(tx, after)]);
  await writeTerms(tx, after);
  if (after.startsOn !== before.startsOn) await beginOn(tx, before, after.startsOn);
  if (workplaces) await setMembers(tx, before, workplaces, on);
  await refuseForeignCoordinator(tx, agreementId);
  if (mentorIds) await setMentors(tx, agreementId, mentorIds);
  await refuseBroken(tx, await readAgreement(tx, agreementId), faults);
  await refreshSlots(tx, agreementId);
  if (change.endsOn) await refuseCut(tx, actor, before, change.endsOn);
  await refuseBelowTaken(tx, before, after.totalCap);
  await journal(tx, actor, {
    action: 'agreement.changed',
    subject: 'agreement',
    subjectId: agreementId,
    companyId: before.companyId,
    ...changes<Record<string, unknown>>({ ...before }, { ...change, ...(mentorIds && { mentorIds }), ...(workplaces && { workplaces }) }),
  });
}

/**
 * A draft begins on another day: its places with it, but for those that begin later than it. Refuses one in force, and a
 * place that would be over before the day (422).
 */
async function beginOn(tx: Tx, { id, activatedAt, startsOn }: AgreementRow, on: string): Promise<void> {
  if (activatedAt) throw invalid({ field: 'startsOn', code: 'fault.agreement.begun' });
  const moved = '(starts_on = $2::date or starts_on < $3::date)';
  const over = await tx.row(`select 1 from slot where agreement_id = $1 and ${moved} and ends_on > greatest(starts_on, $4::date) and ends_on <= $3::date limit 1`, [id, startsOn, on, tx.today]);
  if (over) throw invalid({ field: 'startsOn', code: 'fault.agreement.slot-over' });
  // One that was closed stays closed: it never begins.
  await tx.run(`update slot set starts_on = $3, ends_on = case when ends_on < $3::date then $3::date else ends_on end, version = version + 1 where agreement_id = $1 and ${moved}`, [id, startsOn, on]);
  await refuseOverCap(tx, id);
}

/** A change that is to come has a day on which the agreement still is: another one, or this. */
async function refuseBeforeComing(tx: Tx, agreementId: string, endsOn: string | null | undefined, on: string): Promise<void> {
  if (!endsOn) return;
  if (on > tx.today && endsOn <= on) throw invalid({ field: 'endsOn', code: 'fault.agreement.dates' });
  const { coming } = await lifeOf(tx, agreementId);
  if (coming && coming.validFrom > on && coming.validFrom >= endsOn) throw invalid({ field: 'endsOn', code: 'fault.agreement.before-change' });
}

/** Writes all that an agreement's row says; its version goes one up. */
export const writeTerms = (tx: Tx, row: AgreementRow): Promise<number> =>
  tx.run(
    `update agreement set title = $2, contact_user_id = $3, ends_on = $4, terms = $5, call_notice_days = $6, answer_days = $7, refill = $8,
            coordinator_user_id = $9, coordinator_mentor_id = $10, deputy_user_id = $11, measure_type_codes = $12, target_group_codes = $13,
            minutes_per_week = $14, mentor_pay_ore = $15, mentor_pay_minutes = $16, mentor_pay_from = $17, mentor_pay_until = $18,
            requests_per_month = $19, total_cap = $20, follow_up_weeks = $21, follow_up_plan = $22, starts_on = $23, version = version + 1
      where id = $1`,
    [
      row.id,
      row.title,
      row.contactUserId,
      row.endsOn,
      row.terms || null,
      row.callNoticeDays,
      row.answerDays,
      models[row.model].refill(row.refill),
      models[row.model].party === 'cluster' ? row.coordinatorUserId : null,
      models[row.model].party === 'cluster' ? row.coordinatorMentorId : null,
      row.deputyUserId,
      row.measureTypeCodes,
      row.targetGroupCodes,
      row.minutesPerWeek,
      row.mentorPayOre,
      row.mentorPayMinutes,
      row.mentorPayFrom,
      row.mentorPayUntil,
      row.requestsPerMonth,
      row.totalCap,
      row.followUpWeeks,
      row.followUpPlan || null,
      row.startsOn,
    ],
  );
