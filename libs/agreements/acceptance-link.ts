import { Db, hashToken, Refusal, type Actor, type Tx } from '#platform';
import { acceptanceLinkState, type AcceptanceLinkState } from './acceptance-link.rules.js';
import type { AgreementContent } from './content.rules.js';
import { outdated } from './content.queries.js';

export interface PresentedAcceptance {
  readonly hash: string;
  readonly organisationId: string;
  readonly acceptanceId: string;
}

/** Finds the link a token opens, before it is known whose it is. @throws 404 `agreement-link.unknown`, the same for all */
export async function presentedAcceptance(db: Db, token: string): Promise<PresentedAcceptance> {
  const hash = hashToken(token);
  const link = await db.present(hash, (tx) =>
    tx.row<PresentedAcceptance>('select token_hash as hash, organisation_id as "organisationId", acceptance_id as "acceptanceId" from agreement_link where token_hash = $1', [hash]),
  );
  if (!link) throw new Refusal('agreement-link.unknown', { status: 404 });
  return link;
}

export interface AcceptanceLink {
  readonly state: AcceptanceLinkState;
  readonly agreementId: string;
  readonly name: string;
  readonly number: number;
  readonly validFrom: string;
  readonly content: AgreementContent;
  readonly expiresAt: Date;
}

interface Row extends Omit<AcceptanceLink, 'state'> {
  readonly usedAt: Date | null;
  readonly over: boolean;
  readonly changed: boolean;
}

/** One that is to end some day can be accepted until then; a draft that was dropped cannot. */
export const endedBy = (day: string): string => `(a.ended_at is not null and (a.activated_at is null or a.ends_on <= ${day}::date))`;

/** How the link stands now. `lock` keeps a second yes by the same link waiting until this one is through. */
export async function acceptanceLinkNow(tx: Tx, { hash }: PresentedAcceptance, lock = ''): Promise<AcceptanceLink> {
  const { usedAt, over, changed, ...link } = await tx.one<Row>(
    `select l.expires_at as "expiresAt", l.used_at as "usedAt", x.agreement_id as "agreementId", x.name, v.number, v.valid_from as "validFrom", v.content,
            ${outdated('$2')} as changed,
            ${endedBy('$2')} or v.withdrawn_reason is not null or (l.used_at is null and x.accepted_at is not null)
              or exists (select from agreement_acceptance newer where newer.organisation_id = x.organisation_id and newer.agreement_id = x.agreement_id and newer.id > x.id) as over
       from agreement_link l
       join agreement_acceptance x on x.organisation_id = l.organisation_id and x.id = l.acceptance_id
       join agreement_version v on v.organisation_id = x.organisation_id and v.id = x.version_id
       join agreement a on a.organisation_id = x.organisation_id and a.id = x.agreement_id
      where l.token_hash = $1 ${lock}`,
    [hash, tx.today],
  );
  return { ...link, state: acceptanceLinkState({ now: tx.now, expiresAt: link.expiresAt, usedAt, over, changed }) };
}

/** The company acts by the link alone: no user, no role, one agreement. */
export const companyActor = ({ organisationId }: PresentedAcceptance, name: string): Actor => ({
  organisationId,
  kind: 'mentor',
  userId: null,
  name,
  roles: [],
  teamId: null,
  language: 'da',
});
