import { Injectable } from '@nestjs/common';
import { checkPeople, type MatchAgreement } from '#agreements';
import { journal } from '#journal';
import { lockLiveReservation, mayAnswer } from '#openings';
import { Db, Refusal, type Actor } from '#platform';

/**
 * Says beforehand what the match-driven agreement of a reservation is to be: it is made with the yes, in one transaction,
 * also when the mentor gives it by the link. Said again, it is replaced. Refuses `reservation.ended`,
 * `reservation.not-yours` (403), `agreement.on-a-slot`, and 422 for a contact person who is nobody here.
 */
@Injectable()
export class PlanMatchAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, contactUserId, followUpWeeks, followUpPlan }: MatchAgreement & { readonly id: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayAnswer(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      if (reservation.slotId) throw new Refusal('agreement.on-a-slot');
      await checkPeople(tx, { contactUserId });
      await tx.run(
        'update reservation set agreement_contact_user_id = $2, agreement_follow_up_weeks = $3, agreement_follow_up_plan = $4, version = version + 1 where id = $1',
        [id, contactUserId, followUpWeeks, followUpPlan],
      );
      const { companyId, workplaceId } = reservation;
      await journal(tx, actor, { action: 'reservation.agreement-planned', subject: 'reservation', subjectId: id, companyId, workplaceId, after: { contactUserId, followUpWeeks } });
    });
  }
}
