import { journal } from '#journal';
import type { Actor, Tx } from '#platform';
import { putInForce } from './activate-agreement.js';
import { lockAgreement, refuseAny } from './agreement-row.js';
import { hasMatch } from './create-agreement.js';
import { checkPeople, setMembers, setMentors } from './members.js';

/** What a match-driven agreement cannot be without: who is the fixed contact person, and how it is followed up. */
export interface MatchAgreement {
  readonly contactUserId: string;
  /** Between follow-ups. */
  readonly followUpWeeks: number;
  readonly followUpPlan: string;
}

/** The match, just made in this transaction. */
export interface Match {
  readonly reservationId: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly mentorId: string | null;
  readonly from: string;
}

/**
 * Model 3 is born with its match, in the match's own transaction: with the placement's mentor it is in force at once,
 * without one it is a draft that says so. It promises no places. Refuses `agreement.match-used` and 422 for a contact
 * person who is nobody here.
 */
export async function agreeOnMatch(tx: Tx, actor: Actor, { reservationId, companyId, workplaceId, mentorId, from }: Match, { contactUserId, followUpWeeks, followUpPlan }: MatchAgreement): Promise<string> {
  if (!(await hasMatch(tx, reservationId, companyId))) refuseAny(['needs-match']);
  await checkPeople(tx, { contactUserId });
  const id = tx.newId();
  await tx.run(
    `insert into agreement (organisation_id, id, model, title, company_id, contact_user_id, starts_on, refill, follow_up_weeks, follow_up_plan,
                            born_of_reservation_id, created_at, created_by)
     select organisation_id, $1, 'match_driven', name, id, $3, $4, false, $5, $6, $7, $8, $9 from company where id = $2`,
    [id, companyId, contactUserId, from, followUpWeeks, followUpPlan, reservationId, tx.now, actor.userId],
  );
  await setMembers(tx, { id, companyId }, [{ workplaceId }]);
  if (mentorId) await setMentors(tx, id, [mentorId]);
  await journal(tx, actor, { action: 'agreement.born', subject: 'agreement', subjectId: id, companyId, after: { model: 'match_driven', reservationId } });
  if (mentorId) await putInForce(tx, actor, await lockAgreement(tx, id));
  return id;
}
