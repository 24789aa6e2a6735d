import { Db, hashToken, newToken, Refusal, type Actor, type Tx } from '#platform';
import { visitOf, type Visit } from './visit-row.js';
import { linkDays, linkState, type LinkState } from './visit.rules.js';

export interface PresentedVisitLink {
  readonly hash: string;
  readonly organisationId: string;
  readonly visitId: string;
}

/** Finds what a link opens before it is known whose it is. Unknown tokens get one and the same refusal, `visit-link.unknown` (404). */
export async function presentedVisitLink(db: Db, token: string): Promise<PresentedVisitLink> {
  const hash = hashToken(token);
  const link = await db.present(hash, (tx) =>
    tx.row<PresentedVisitLink>('select token_hash as hash, organisation_id as "organisationId", visit_id as "visitId" from visit_link where token_hash = $1', [hash]),
  );
  if (!link) throw new Refusal('visit-link.unknown', { status: 404 });
  return link;
}

export interface VisitLink {
  readonly state: LinkState;
  readonly visit: Visit;
  readonly expiresAt: Date;
}

/** How the link stands now; `lock` keeps a second answer by it waiting until the first is through. */
export async function visitLinkNow(tx: Tx, { hash, visitId }: PresentedVisitLink, visit?: Visit): Promise<VisitLink> {
  const [link, shown] = await Promise.all([
    tx.one<{ expiresAt: Date; renewedAt: Date | null }>('select expires_at as "expiresAt", renewed_at as "renewedAt" from visit_link where token_hash = $1', [hash]),
    visit ?? visitOf(tx, visitId),
  ]);
  return { state: linkState({ ...link, now: tx.now, visit: shown.state }), visit: shown, expiresAt: link.expiresAt };
}

/** Makes a link for a mail that is about to be sent: the token goes into the mail and nowhere else. */
export async function makeVisitLink(tx: Tx, visitId: string): Promise<string> {
  const token = newToken();
  await tx.run(
    `insert into visit_link (organisation_id, token_hash, visit_id, created_at, expires_at)
     values (app_organisation(), $1, $2, $3, $3::timestamptz + make_interval(days => $4))`,
    [hashToken(token), visitId, tx.now, linkDays],
  );
  return token;
}

/** The company acts by the link alone: no user, no role, one visit. */
export const companyActor = ({ organisationId }: PresentedVisitLink, { contactName }: Pick<Visit, 'contactName'>): Actor => ({
  organisationId,
  kind: 'mentor',
  userId: null,
  name: contactName,
  roles: [],
  teamId: null,
  language: 'da',
});
