import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { askedOn } from './offers.js';

export interface GivenAnswer {
  readonly id: string;
  readonly answer: 'good' | 'changed' | 'ended';
  readonly note: string | null;
  readonly answeredOn: string;
  readonly byName: string | null;
}

/** How a standing agreement's offer stands: when it is asked about next, how often it was called, and what was said. */
export interface OfferStanding {
  /** Null: it is not asked about (another model, not in force, or the offer has ended). */
  readonly askOn: string | null;
  /** In the last year: matches on its places, and those of them the company said yes to. */
  readonly calls: number;
  readonly yes: number;
  /** Newest first, at most 20. */
  readonly answers: readonly GivenAnswer[];
}

export async function offersOf(tx: Tx, agreementId: string): Promise<OfferStanding> {
  const [asked, counts, answers] = await Promise.all([
    tx.row<{ askOn: string | null }>(`select q.ask_on as "askOn" from (${askedOn}) q where q.id = $2`, [tx.today, agreementId]),
    tx.one<{ calls: number; yes: number }>(
      `select count(*) as calls, count(*) filter (where r.accepted_at is not null) as yes
         from slot s join reservation r on r.organisation_id = s.organisation_id and r.slot_id = s.id and r.first_at > $2::timestamptz - interval '1 year'
        where s.agreement_id = $1 and s.model = 'standing'`,
      [agreementId, tx.now],
    ),
    tx.rows<GivenAnswer>(
      `select f.id, f.answer, f.note, f.answered_on as "answeredOn", u.name as "byName"
         from offer_answer f left join app_user u on u.organisation_id = f.organisation_id and u.id = f.created_by
        where f.agreement_id = $1 order by f.id desc limit 20`,
      [agreementId],
    ),
  ]);
  return { askOn: asked?.askOn ?? null, ...counts, answers };
}

@Injectable()
export class OffersQueries {
  constructor(private readonly db: Db) {}

  of(actor: Actor, { agreementId }: { readonly agreementId: string }): Promise<OfferStanding> {
    return this.db.read(actor, async (tx) => {
      await tx.one('select 1 from agreement where id = $1', [agreementId]);
      return offersOf(tx, agreementId);
    });
  }
}
