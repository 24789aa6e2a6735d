import { Injectable } from '@nestjs/common';
import { Clock, Db, hashToken, newToken, Refusal, type Tx } from '#platform';

/** An invitation may wait for somebody's holiday; a reset is asked for by one who sits and waits. */
const lifetimeMs = { invitation: 14 * 86_400_000, reset: 60 * 60_000 } as const;

export type LinkPurpose = keyof typeof lifetimeMs;

export interface PasswordLink {
  readonly organisationId: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly name: string;
}

/** Links by which a password is set: once, for a while, and only the newest of a user's. Kept only as a hash. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * A new link's token, for whoever writes the mail; voids the user's earlier links. The page is
   * `/adgangskode/<token>`: opening it uses nothing up, the log masks it, and no other site is told of it.
   */
  async issue(tx: Tx, userId: string, purpose: LinkPurpose): Promise<string> {
    const token = newToken();
    await tx.run('delete from password_link where user_id = $1', [userId]);
    await tx.run(
      `insert into password_link (organisation_id, token_hash, user_id, purpose, created_at, expires_at)
       values (app_organisation(), $1, $2, $3, $4, $5)`,
      [hashToken(token), userId, purpose, tx.now, new Date(tx.now.getTime() + lifetimeMs[purpose])],
    );
    return token;
  }

  /** Whose link it is; refuses with `password-link.void` (410) when it is unknown, used, too old or replaced. */
  async find(token: string): Promise<PasswordLink> {
    const hash = hashToken(token);
    const link = await this.db.present(hash, (tx) =>
      tx.row<{ organisationId: string; userId: string; purpose: LinkPurpose }>(
        `select organisation_id as "organisationId", user_id as "userId", purpose from password_link
          where token_hash = $1 and used_at is null and expires_at > $2`,
        [hash, this.clock.now()],
      ),
    );
    if (!link) throw voidLink();
    const person = await this.db.read(link, (tx) =>
      tx.row<{ email: string; name: string }>(
        'select email, name from app_user where id = $1 and disabled_at is null',
        [link.userId],
      ),
    );
    if (!person) throw voidLink();
    return { ...link, ...person };
  }

  /** Uses the link up in the transaction of what it is for: of many at once, one. */
  async useUp(tx: Tx, token: string): Promise<void> {
    const used = await tx.run(
      'update password_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2',
      [hashToken(token), tx.now],
    );
    if (used === 0) throw voidLink();
  }
}

const voidLink = (): Refusal => new Refusal('password-link.void', { status: 410 });
