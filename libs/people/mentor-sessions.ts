import { Injectable } from '@nestjs/common';
import { Clock, Db, hashToken, newToken, type Actor, type Language, type Tx } from '#platform';

const lifetimeMs = 8 * 3_600_000;

interface SessionRow {
  readonly organisationId: string;
  readonly mentorId: string;
  readonly expiresAt: Date;
}

/** A mentor whose last trainee left up to two weeks ago may still look back (a mentor named for later, ahead). */
const mentorSql = `
select m.name, m.language, g.name as organisation from mentor m
  join organisation g on g.organisation_id = m.organisation_id
 where m.id = $1 and (m.active_until is null or m.active_until > $2::date - 14)`;

/**
 * Sessions of company mentors: 8 hours on one device, opened by a link and never by a password. They open what asks for
 * `mentor.own` and nothing else; users' sessions are another table and open none of it.
 */
@Injectable()
export class MentorSessions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Opens a session in the transaction that uses the link up; promises the token. */
  async open(tx: Tx, mentorId: string): Promise<string> {
    const token = newToken();
    await tx.run(
      `insert into mentor_session (organisation_id, token_hash, mentor_id, created_at, expires_at)
       values (app_organisation(), $1, $2, $3, $4)`,
      [hashToken(token), mentorId, tx.now, new Date(tx.now.getTime() + lifetimeMs)],
    );
    return token;
  }

  /** The mentor the token belongs to; undefined when it is unknown, ended, too old, or the mentor is one no more. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const hash = hashToken(token);
    const session = await this.db.present(hash, (tx) =>
      tx.row<SessionRow>('select organisation_id as "organisationId", mentor_id as "mentorId", expires_at as "expiresAt" from mentor_session where token_hash = $1', [hash]),
    );
    if (!session || session.expiresAt <= this.clock.now()) return undefined;
    const { organisationId, mentorId } = session;
    const mentor = await this.db.read(session, (tx) => tx.row<{ name: string; language: Language; organisation: string }>(mentorSql, [mentorId, tx.today]));
    return mentor && { organisationId, kind: 'mentor', userId: null, mentorId, ...mentor, roles: ['mentor'], teamId: null };
  }

  /** Ends one session. Ending an unknown one is no fault. */
  async end(actor: Actor, token: string): Promise<void> {
    await this.db.write(actor, (tx) => tx.run('delete from mentor_session where token_hash = $1', [hashToken(token)]));
  }
}
