import { outbox, Refusal, type Tx } from '#platform';
import type { AgreementFacts, Code, Model } from './model.rules.js';
import { models } from './models.rules.js';

/** An agreement's own columns. */
export interface AgreementRow {
  readonly id: string;
  readonly model: Model;
  readonly title: string;
  readonly companyId: string | null;
  readonly clusterId: string | null;
  readonly contactUserId: string | null;
  readonly startsOn: string;
  /** First day it no longer covers. */
  readonly endsOn: string | null;
  readonly terms: string | null;
  /** How many days ahead a callable place is called for, and how long the company may take to answer (model 2). */
  readonly callNoticeDays: number | null;
  readonly answerDays: number | null;
  readonly refill: boolean;
  readonly slotPooling: 'pooled' | 'per_workplace' | null;
  readonly coordinatorUserId: string | null;
  readonly coordinatorMentorId: string | null;
  readonly bornOfReservationId: string | null;
  readonly activatedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** Stands in for the contact person. */
  readonly deputyUserId: string | null;
  /** Which measures and target groups the company takes; none said: all. */
  readonly measureTypeCodes: readonly string[];
  readonly targetGroupCodes: readonly string[];
  /** Hours a trainee is there, in general; a slot says its own. */
  readonly minutesPerWeek: number | null;
  /** For the mentor's task: øre an hour, minutes a week, from, until (exclusive; open when empty). */
  readonly mentorPayOre: number | null;
  readonly mentorPayMinutes: number | null;
  readonly mentorPayFrom: string | null;
  readonly mentorPayUntil: string | null;
  /** The company's own limit of requests in a calendar month. */
  readonly requestsPerMonth: number | null;
  /** So many at once in all, whatever the number of slots. */
  readonly totalCap: number | null;
  readonly followUpWeeks: number | null;
  readonly followUpPlan: string | null;
  readonly version: number;
}

const columns = `a.id, a.model, a.title, a.company_id as "companyId", a.cluster_id as "clusterId", a.contact_user_id as "contactUserId",
  a.starts_on as "startsOn", a.ends_on as "endsOn", a.terms, a.call_notice_days as "callNoticeDays", a.answer_days as "answerDays",
  a.refill, a.slot_pooling as "slotPooling", a.coordinator_user_id as "coordinatorUserId", a.coordinator_mentor_id as "coordinatorMentorId",
  a.born_of_reservation_id as "bornOfReservationId", a.activated_at as "activatedAt", a.ended_at as "endedAt", a.end_reason as "endReason",
  a.deputy_user_id as "deputyUserId", a.measure_type_codes as "measureTypeCodes", a.target_group_codes as "targetGroupCodes",
  a.minutes_per_week as "minutesPerWeek", a.mentor_pay_ore as "mentorPayOre", a.mentor_pay_minutes as "mentorPayMinutes",
  a.mentor_pay_from as "mentorPayFrom", a.mentor_pay_until as "mentorPayUntil", a.requests_per_month as "requestsPerMonth",
  a.total_cap as "totalCap", a.follow_up_weeks as "followUpWeeks", a.follow_up_plan as "followUpPlan", a.version`;

export const readAgreement = (tx: Tx, id: string): Promise<AgreementRow> => tx.one<AgreementRow>(`select ${columns} from agreement a where a.id = $1`, [id]);

/** The agreement, locked: its slots are numbered and counted by one at a time. */
export const lockAgreement = (tx: Tx, id: string): Promise<AgreementRow> =>
  tx.one<AgreementRow>(`select ${columns} from agreement a where a.id = $1 for no key update`, [id]);

/** The agreement a slot belongs to, locked. What has ended is history: 409 `agreement.ended`. */
export async function lockAgreementOfSlot(tx: Tx, slotId: string): Promise<AgreementRow> {
  const { agreement_id } = await tx.one<{ agreement_id: string }>('select agreement_id from slot where id = $1', [slotId]);
  const agreement = await lockAgreement(tx, agreement_id);
  if (agreement.endedAt) throw new Refusal('agreement.ended');
  return agreement;
}

/** What the model's rules judge, as it stands in the database. */
export async function factsOf(tx: Tx, { id, contactUserId, coordinatorUserId, coordinatorMentorId, slotPooling, bornOfReservationId, startsOn, followUpWeeks, followUpPlan, ...terms }: AgreementRow): Promise<AgreementFacts> {
  const counts = await tx.one<Pick<AgreementFacts, 'workplaces' | 'mentors' | 'untrainedMentors' | 'workplacesWithoutMentor' | 'slots' | 'taken' | 'hasCoordinator'>>(
    `with mentors as (
       select o.mentor_id, o.workplace_id, o.trained from agreement_mentor am
         join mentors_on($2::date) o on o.organisation_id = am.organisation_id and o.mentor_id = am.mentor_id
        where am.agreement_id = $1)
     select (select count(*) from agreement_workplace where agreement_id = $1) as workplaces,
            (select count(distinct mentor_id) from mentors) as mentors,
            (select count(distinct mentor_id) from mentors where not trained) as "untrainedMentors",
            (select count(*) from agreement_workplace where agreement_id = $1 and workplace_id not in (select workplace_id from mentors)) as "workplacesWithoutMentor",
            (select count(*) from slot where agreement_id = $1 and comes_with is null and (ends_on is null or ends_on > $2::date)) as slots,
            exists (select from slot s where s.agreement_id = $1
                       and (exists (select from placement p where p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null and p.ends_on > $2::date)
                            or exists (select from reservation r where r.organisation_id = s.organisation_id and r.slot_id = s.id and r.ended_at is null and r.seat is not null))) as taken,
            exists (select from app_user where id = $3 and disabled_at is null)
              or exists (select from mentor where id = $4 and (active_until is null or active_until > $2::date)) as "hasCoordinator"`,
    [id, startsOn > tx.today ? startsOn : tx.today, coordinatorUserId, coordinatorMentorId],
  );
  return {
    ...counts,
    hasContactPerson: contactUserId !== null,
    slotPooling,
    hasMatch: bornOfReservationId !== null,
    hasFollowUpPlan: followUpWeeks !== null && followUpPlan !== null,
    paidBeyondEnd: paidBeyondEnd(terms),
  };
}

/** Pay without a last day ends with the agreement. */
const paidBeyondEnd = ({ endsOn, mentorPayFrom, mentorPayUntil }: Pick<AgreementRow, 'endsOn' | 'mentorPayFrom' | 'mentorPayUntil'>): boolean =>
  endsOn !== null && mentorPayFrom !== null && (mentorPayFrom >= endsOn || (mentorPayUntil !== null && mentorPayUntil > endsOn));

/** Refuses with the first reason as `agreement.<code>` (409); all of them are in `reasons`. */
export function refuseAny(codes: readonly Code[]): void {
  const [first] = codes;
  if (first) throw new Refusal(`agreement.${first}`, { extra: { reasons: [...new Set(codes)] } });
}

/** What an agreement in force no longer fulfils of what it took to activate it: a mentor may have stopped, a place run out. */
export const faultsOf = async (tx: Tx, agreement: AgreementRow): Promise<readonly Code[]> => (agreement.activatedAt ? models[agreement.model].mayActivate(await factsOf(tx, agreement)) : []);

/** A change may mend such a fault or leave it, and makes no new one: what it lacked `before` hinders nobody. */
export async function refuseBroken(tx: Tx, agreement: AgreementRow, before: readonly Code[]): Promise<void> {
  refuseAny((await faultsOf(tx, agreement)).filter((code) => !before.includes(code)));
}

/** Closing places leaves one: an agreement in force that promises places has some as long as it lasts. @throws 409 `agreement.needs-slot` */
export async function refuseSlotless(tx: Tx, { id, activatedAt, model, endsOn }: AgreementRow, on: string): Promise<void> {
  if (!activatedAt || !models[model].promisesSlots || (endsOn !== null && endsOn <= on)) return;
  const left = await tx.row('select 1 from slot where agreement_id = $1 and comes_with is null and (ends_on is null or ends_on > $2::date) limit 1', [id, on]);
  if (!left) refuseAny(['needs-slot']);
}

/** Brings the openings of all its slots in step, and says to the right that the agreement is another. */
export async function refreshSlots(tx: Tx, agreementId: string): Promise<void> {
  await tx.run('select refresh_slot_opening(array(select id from slot where agreement_id = $1), $2, $3)', [agreementId, tx.today, tx.now]);
  await outbox(tx, 'agreement.changed', agreementId);
}
