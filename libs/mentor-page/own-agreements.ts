import { contentOf, type AgreementContent } from '#agreements';
import type { Tx } from '#platform';

/** An agreement the mentor is named in, as it is in force today. */
export interface OwnAgreement {
  readonly id: string;
  readonly content: AgreementContent;
  /** The mentor speaks for all of it: it is one company's, or the mentor coordinates it. */
  readonly mayPause: boolean;
  /** Not over yet, the first one first. */
  readonly pauses: readonly {
    readonly id: string;
    readonly from: string;
    /** First day after. */
    readonly until: string;
    readonly reason: string;
    readonly byCompany: boolean;
  }[];
}

/** Of agreement `a` and mentor $1. Model 3 has no places that could pause. */
export const mayPauseColumn = `(a.model <> 'match_driven' and (a.model <> 'cluster' or coalesce(a.coordinator_mentor_id = $1, false)))`;

const agreementsSql = `
select a.id, ${mayPauseColumn} as "mayPause",
       coalesce((select json_agg(json_build_object('id', q.id, 'from', lower(q.period), 'until', upper(q.period), 'reason', q.reason, 'byCompany', q.by_company) order by q.period)
                   from agreement_pause q
                  where q.organisation_id = a.organisation_id and q.agreement_id = a.id and q.cancelled_at is null and upper(q.period) > $2::date), '[]') as pauses
  from agreement_mentor am
  join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id
 where am.mentor_id = $1 and a.activated_at is not null and (a.ends_on is null or a.ends_on > $2::date) order by a.starts_on, a.id limit 10`;

/** What is agreed with the mentor's company, as far as the mentor is named in it. */
export async function ownAgreements(tx: Tx, mentorId: string): Promise<OwnAgreement[]> {
  const rows = await tx.rows<Omit<OwnAgreement, 'content'>>(agreementsSql, [mentorId, tx.today]);
  return Promise.all(rows.map(async (row) => ({ ...row, content: await contentOf(tx, row.id, tx.today) })));
}
