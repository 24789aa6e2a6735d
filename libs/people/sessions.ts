import { Injectable } from '@nestjs/common';
import { Clock, Db, hashToken, newToken } from '#platform';
import type { Actor, Language, Tx } from '#platform';

const absoluteMs = 8 * 3_600_000;
const idleMs = 60 * 60_000;
/** A seen session is believed this long before it is asked for again: an ended one is out within a second everywhere. */
const believedMs = 1_000;
const remembered = 10_000;

interface SessionRow {
  organisation_id: string;
  user_id: string;
  expires_at: Date;
  seen_at: Date;
}

interface UserRow {
  name: string;
  organisation: string;
  team_id: string | null;
  language: Language;
  roles: string[];
}

/** Opaque sessions: 8 hours at most, an hour without use. The token is handed out once and kept only as its hash. */
@Injectable()
export class Sessions {
  private readonly believed = new Map<string, { readonly actor: Actor; readonly until: number }>();
  private readonly met = new Set<string>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Opens a session in the transaction of the sign-in; promises the token. */
  async open(tx: Tx, userId: string): Promise<string> {
    const token = newToken();
    await tx.run(
      `insert into session (organisation_id, token_hash, user_id, created_at, seen_at, expires_at)
       values (app_organisation(), $1, $2, $3, $3, $4)`,
      [hashToken(token), userId, tx.now, new Date(tx.now.getTime() + absoluteMs)],
    );
    this.meet(hashToken(token));
    return token;
  }

  /**
   * Whether this process has met the session and has not heard of its end: enough to count its requests by, without
   * asking the database. Never who it is, nor that it may still do anything.
   */
  knows(tokenHash: string): boolean {
    return this.met.has(tokenHash);
  }

  /** Who the token belongs to, or undefined when the session is unknown, ended, too old or the user disabled. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const tokenHash = hashToken(token);
    const now = this.clock.now().getTime();
    const believed = this.believed.get(tokenHash);
    // Also not longer than that when the clock is set back meanwhile.
    if (believed && believed.until > now && believed.until <= now + believedMs) return believed.actor;
    const actor = await this.lookUp(tokenHash);
    if (this.believed.size >= remembered) this.believed.clear();
    if (actor) {
      this.believed.set(tokenHash, { actor, until: now + believedMs });
      this.meet(tokenHash);
    } else {
      this.believed.delete(tokenHash);
      this.met.delete(tokenHash);
    }
    return actor;
  }

  /** Ends one session. Ending an unknown one is no fault. */
  async end(actor: Actor, token: string): Promise<void> {
    this.believed.delete(hashToken(token));
    this.met.delete(hashToken(token));
    await this.db.write(actor, (tx) => tx.run('delete from session where token_hash = $1', [hashToken(token)]));
  }

  /** Ends all of a user's sessions but the given one: on a new password, on being disabled. */
  async endAll(tx: Tx, userId: string, exceptToken = ''): Promise<void> {
    this.believed.clear();
    await tx.run('delete from session where user_id = $1 and token_hash <> $2', [userId, hashToken(exceptToken)]);
  }

  /** Believes no session until it has been asked for again: roles or users have changed. */
  forget(): void {
    this.believed.clear();
  }

  private meet(tokenHash: string): void {
    if (this.met.size >= remembered) this.met.clear();
    this.met.add(tokenHash);
  }

  private async lookUp(tokenHash: string): Promise<Actor | undefined> {
    const session = await this.db.present(tokenHash, (tx) =>
      tx.row<SessionRow>('select organisation_id, user_id, expires_at, seen_at from session where token_hash = $1', [
        tokenHash,
      ]),
    );
    const now = this.clock.now().getTime();
    if (!session || session.expires_at.getTime() <= now || session.seen_at.getTime() + idleMs <= now) return undefined;
    const user = await this.user(session, tokenHash, now);
    if (!user) return undefined;
    return {
      organisationId: session.organisation_id,
      kind: 'user',
      userId: session.user_id,
      name: user.name,
      organisation: user.organisation,
      roles: user.roles,
      teamId: user.team_id,
      language: user.language,
    };
  }

  private user(session: SessionRow, tokenHash: string, now: number): Promise<UserRow | undefined> {
    const read = (tx: Tx): Promise<UserRow | undefined> =>
      tx.row<UserRow>(
        `select name, team_id, language, (select o.name from organisation o) as organisation,
                array(select role from user_role r where r.user_id = u.id order by role) as roles
           from app_user u where id = $1 and disabled_at is null`,
        [session.user_id],
      );
    const scope = { organisationId: session.organisation_id };
    if (now - session.seen_at.getTime() < 60_000) return this.db.read(scope, read);
    return this.db.touch(scope, async (tx) => {
      await tx.run('update session set seen_at = $2 where token_hash = $1', [tokenHash, tx.now]);
      return read(tx);
    });
  }
}
