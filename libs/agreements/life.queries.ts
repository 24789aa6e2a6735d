import type { Tx } from '#platform';
import { outdated } from './content.queries.js';

export interface AgreementPause {
  readonly id: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly reason: string;
  readonly byCompany: boolean;
}

export interface Acceptance {
  /** `changed`: asked, and the agreement reads otherwise by now; the link takes no yes. */
  readonly state: 'asked' | 'changed' | 'accepted';
  /** Which version. */
  readonly number: number;
  /** Who was asked, or who said yes. */
  readonly name: string;
  readonly email: string | null;
  readonly askedAt: Date;
  readonly acceptedAt: Date | null;
  /** The colleague who wrote the yes down, and why. */
  readonly onBehalfBy: string | null;
  readonly onBehalfReason: string | null;
}

/** What dates and the company have said about an agreement. */
export interface Life {
  /** Not over yet, the first one first. */
  readonly pauses: readonly AgreementPause[];
  /** The version in force; null while it is a draft. */
  readonly versionNumber: number | null;
  /** A change that has been given its day. */
  readonly coming: { readonly number: number; readonly validFrom: string; readonly why: string | null } | null;
  /** A change is being written in the editor. */
  readonly changing: boolean;
  /** The newest; of a version that was taken back only where there is no other. */
  readonly acceptance: Acceptance | null;
}

const acceptance = `
select json_build_object('state', case when x.accepted_at is not null then 'accepted' when ${outdated('$2')} then 'changed' else 'asked' end, 'number', v.number, 'name', x.name, 'email', x.email,
         'askedAt', x.asked_at, 'acceptedAt', x.accepted_at, 'onBehalfBy', u.name, 'onBehalfReason', x.on_behalf_reason)
  from agreement_acceptance x
  join agreement a on a.organisation_id = x.organisation_id and a.id = x.agreement_id
  join agreement_version v on v.organisation_id = x.organisation_id and v.id = x.version_id
  left join app_user u on u.organisation_id = x.organisation_id and u.id = x.on_behalf_by
 where x.agreement_id = $1 order by v.withdrawn_reason is not null, x.id desc limit 1`;

export async function lifeOf(tx: Tx, agreementId: string): Promise<Life> {
  const { acceptance: said, ...life } = await tx.one<Omit<Life, 'acceptance'> & { acceptance: (Omit<Acceptance, 'askedAt' | 'acceptedAt'> & { askedAt: string; acceptedAt: string | null }) | null }>(
    `select (select coalesce(json_agg(json_build_object('id', id, 'from', lower(period), 'until', upper(period), 'reason', reason, 'byCompany', by_company) order by period), '[]')
               from agreement_pause where agreement_id = $1 and cancelled_at is null and upper(period) > $2::date) as pauses,
            (select number from agreement_version where agreement_id = $1 and applied_at is not null order by applied_at desc, number desc limit 1) as "versionNumber",
            (select json_build_object('number', number, 'validFrom', valid_from, 'why', why) from agreement_version
              where agreement_id = $1 and steps is not null and applied_at is null and withdrawn_at is null) as coming,
            exists (select from agreement_change where agreement_id = $1) as changing,
            (${acceptance}) as acceptance`,
    [agreementId, tx.today],
  );
  return { ...life, acceptance: said && { ...said, askedAt: new Date(said.askedAt), acceptedAt: said.acceptedAt === null ? null : new Date(said.acceptedAt) } };
}
