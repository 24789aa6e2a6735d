import { Injectable } from '@nestjs/common';
import { letRunOut } from '#agreements';
import { translator } from '#dictionary';
import { journal } from '#journal';
import { Db, Refusal, type Actor, type Tx } from '#platform';
import { settleTasks } from '#tasks';
import { offersOf, type OfferStanding } from './offers.queries.js';

export interface OfferAnswer {
  readonly agreementId: string;
  /** Still good; good but something changed; no longer. */
  readonly answer: 'good' | 'changed' | 'ended';
  readonly note?: string;
}

/**
 * Writes down what a company with a standing agreement answered, and when it is asked again: after the organisation's
 * months, or never when the offer has ended: then what was promised runs out in the same transaction (`letRunOut`, and what
 * that refuses). Settles the question. Refuses `offer.not-standing` (409) for another model, a draft and what has ended.
 */
@Injectable()
export class AnswerOffer {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { agreementId, answer, note }: OfferAnswer): Promise<OfferStanding> {
    return this.db.write(actor, async (tx) => {
      const { companyId, standing } = await lockStanding(tx, agreementId);
      if (!standing) throw new Refusal('offer.not-standing');
      await tx.run(
        `insert into offer_answer (organisation_id, id, agreement_id, answer, note, answered_on, next_on, created_at, created_by)
         select g.organisation_id, $1, $2, $3, $4, $5, case when $3 <> 'ended' then ($5::date + make_interval(months => g.offer_question_months))::date end, $6, $7
           from organisation g where g.organisation_id = app_organisation()`,
        [tx.newId(), agreementId, answer, note ?? null, tx.today, tx.now, actor.userId],
      );
      await settleTasks(tx, 'offer-question', agreementId, actor.userId);
      if (answer === 'ended') await letRunOut(tx, actor, agreementId, note ?? translator(actor.language)('offer.ended'));
      await journal(tx, actor, { action: `agreement.offer-${answer}`, subject: 'agreement', subjectId: agreementId, companyId });
      return offersOf(tx, agreementId);
    });
  }
}

const lockStanding = (tx: Tx, id: string): Promise<{ companyId: string | null; standing: boolean }> =>
  tx.one(
    `select company_id as "companyId", model = 'standing' and activated_at is not null and ended_at is null and (ends_on is null or ends_on > $2::date) as standing
       from agreement where id = $1 for no key update`,
    [id, tx.today],
  );
