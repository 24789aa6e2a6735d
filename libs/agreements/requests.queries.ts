import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

export interface MonthRequests {
  /** Requests made to the company this calendar month, whoever made them. */
  readonly asked: number;
  /** The lowest limit of its agreements in force; null when none has one. */
  readonly limit: number | null;
}

/** A company's requests this month beside its own limit: advice, nothing is refused by it. */
export const monthRequestsOf = (tx: Tx, companyId: string): Promise<MonthRequests> =>
  tx.one<MonthRequests>(
    `select (select count(*) from reservation r join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
              where w.company_id = $1 and r.created_at >= date_trunc('month', $2::date::timestamp) at time zone 'Europe/Copenhagen') as asked,
            (select min(a.requests_per_month) from agreement a
              where a.activated_at is not null and (a.ends_on is null or a.ends_on > $2::date)
                and (a.company_id = $1 or exists (select from agreement_workplace aw join workplace w on w.organisation_id = aw.organisation_id and w.id = aw.workplace_id
                      where aw.organisation_id = a.organisation_id and aw.agreement_id = a.id and w.company_id = $1))) as "limit"`,
    [companyId, tx.today],
  );

@Injectable()
export class RequestsQueries {
  constructor(private readonly db: Db) {}

  /** @throws 404 when there is no such company */
  ofMonth(actor: Actor, { companyId }: { readonly companyId: string }): Promise<MonthRequests> {
    return this.db.read(actor, async (tx) => {
      await tx.one('select 1 from company where id = $1', [companyId]);
      return monthRequestsOf(tx, companyId);
    });
  }
}
