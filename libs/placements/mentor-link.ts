import { Db, hashToken, Refusal, type Actor, type Tx } from '#platform';
import { linkState, type LinkState } from './mentor-link.rules.js';

export interface PresentedLink {
  readonly hash: string;
  readonly organisationId: string;
  readonly reservationId: string;
}

/**
 * Finds the link that a token opens, before it is known whose it is. Unknown tokens get one and the same refusal,
 * `mentor-link.unknown` (404), whatever they look like.
 */
export async function presentedLink(db: Db, token: string): Promise<PresentedLink> {
  const hash = hashToken(token);
  const link = await db.present(hash, (tx) =>
    tx.row<PresentedLink>(
      'select token_hash as hash, organisation_id as "organisationId", reservation_id as "reservationId" from mentor_link where token_hash = $1',
      [hash],
    ),
  );
  if (!link) throw new Refusal('mentor-link.unknown', { status: 404 });
  return link;
}

export interface Link {
  readonly state: LinkState;
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  readonly expiresAt: Date;
}

/** How the link stands now. `lock` keeps a second answer by the same link waiting until this one is through. */
export async function linkNow(tx: Tx, { hash }: PresentedLink, lock = ''): Promise<Link> {
  const row = await tx.one<{
    expiresAt: Date;
    usedAt: Date | null;
    over: boolean;
    stopped: boolean;
    mentorId: string | null;
    mentorName: string | null;
  }>(
    `select l.expires_at as "expiresAt", l.used_at as "usedAt", r.ended_at is not null or r.seat is null as over,
            coalesce(m.active_until <= greatest(r.from_date, $2::date), false) as stopped,
            l.mentor_id as "mentorId", m.name as "mentorName"
       from mentor_link l
       join reservation r on r.organisation_id = l.organisation_id and r.id = l.reservation_id
       left join mentor m on m.organisation_id = l.organisation_id and m.id = l.mentor_id
      where l.token_hash = $1 ${lock}`,
    [hash, tx.today],
  );
  const { expiresAt, mentorId, mentorName } = row;
  return { state: linkState({ ...row, now: tx.now }), expiresAt, mentorId, mentorName };
}

/** The mentor acts by the link alone: no user, no role, one request. */
export const mentorActor = ({ organisationId }: PresentedLink, { mentorName }: Pick<Link, 'mentorName'>): Actor => ({
  organisationId,
  kind: 'mentor',
  userId: null,
  name: mentorName,
  roles: [],
  teamId: null,
  language: 'da',
});

/** Refuses what only an open link allows: `mentor-link.used`, `.renewed`, `.expired`, `.ended`, `.stopped`. */
export function requireOpen({ state }: Link): void {
  if (state !== 'open') throw new Refusal(`mentor-link.${state}`);
}
