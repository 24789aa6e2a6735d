import { agreeOnMatch, type MatchAgreement } from '#agreements';
import type { LockedReservation } from '#openings';
import type { Actor, Tx } from '#platform';
import { makePlacement, type Chosen, type MadePlacement } from './make-placement.js';

export interface Match extends MadePlacement {
  /** The match-driven agreement (model 3) that was born of it; null: none was agreed on. */
  readonly agreementId: string | null;
}

/**
 * The yes, whoever gave it: the placement, and the match-driven agreement that was agreed on now or beforehand
 * (PlanMatchAgreement), together or not at all. Refuses as `makePlacement` and `agreeOnMatch` do.
 */
export async function makeMatch(tx: Tx, actor: Actor, reservation: LockedReservation, chosen: Chosen, agreement?: MatchAgreement): Promise<Match> {
  const made = await makePlacement(tx, actor, reservation, chosen);
  const wanted = agreement ?? (await plannedOf(tx, reservation.id));
  return { ...made, agreementId: wanted ? await agreeOnMatch(tx, actor, { ...made, companyId: reservation.companyId }, wanted) : null };
}

const plannedOf = (tx: Tx, reservationId: string): Promise<MatchAgreement | undefined> =>
  tx.row<MatchAgreement>(
    `select agreement_contact_user_id as "contactUserId", agreement_follow_up_weeks as "followUpWeeks", agreement_follow_up_plan as "followUpPlan"
       from reservation where id = $1 and agreement_contact_user_id is not null`,
    [reservationId],
  );
