import { Db, hashToken, newToken, Refusal, type Tx } from '#platform';
import { pageLinkMinutes, type PageLinkFacts } from './page-link.rules.js';

export interface PresentedPageLink extends Omit<PageLinkFacts, 'now'> {
  readonly hash: string;
  readonly organisationId: string;
  readonly mentorId: string;
}

/** What a token opens, before it is known whose it is. Every token that opens nothing is refused alike: `mentor-page-link.unknown` (404). */
export async function presentedPageLink(db: Db, token: string): Promise<PresentedPageLink> {
  const hash = hashToken(token);
  const link = await db.present(hash, (tx) =>
    tx.row<PresentedPageLink>(
      `select token_hash as hash, organisation_id as "organisationId", mentor_id as "mentorId", expires_at as "expiresAt", used_at as "usedAt"
         from mentor_page_link where token_hash = $1`,
      [hash],
    ),
  );
  if (!link) throw new Refusal('mentor-page-link.unknown', { status: 404 });
  return link;
}

/** Makes a link for a mail that is about to be sent: the token goes into the mail and nowhere else. */
export async function makePageLink(tx: Tx, mentorId: string): Promise<string> {
  const token = newToken();
  await tx.run(
    `insert into mentor_page_link (organisation_id, token_hash, mentor_id, created_at, expires_at)
     values (app_organisation(), $1, $2, $3, $3::timestamptz + make_interval(mins => $4))`,
    [hashToken(token), mentorId, tx.now, pageLinkMinutes],
  );
  return token;
}
