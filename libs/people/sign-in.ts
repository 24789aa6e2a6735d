import { Injectable } from '@nestjs/common';
import { Db, Refusal, systemActor } from '#platform';
import type { Tx } from '#platform';
import { journal } from '#journal';
import { GuessLimits } from './guess-limits.js';
import { hashPassword, isOutdated, passwordFits } from './passwords.js';
import { Sessions } from './sessions.js';

export interface SignedIn {
  /** The session's token: the cookie's value, or `Authorization: Bearer` for scripts. */
  readonly token: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly name: string;
}

interface Candidate {
  organisation_id: string;
  id: string;
  name: string;
  password_hash: string | null;
  disabled_at: Date | null;
}

/**
 * E-mail and password to a session. Known and unknown addresses get the same answer after the same work (AU-03);
 * too many wrong guesses must wait (`sign-in.wait`, 429), but nobody is ever locked out for good.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly limits: GuessLimits,
  ) {}

  async run(input: { readonly email: string; readonly password: string; readonly network: string }): Promise<SignedIn> {
    const email = input.email.trim().toLowerCase();
    await this.limits.take('signIn', email, input.network);
    const user = await this.userThatFits(email, input.password);
    if (!user) throw new Refusal('sign-in.refused', { status: 401 });
    await this.limits.giveBack('signIn', email, input.network);
    return this.open(user, isOutdated(user.password_hash ?? '') ? await hashPassword(input.password) : undefined);
  }

  /** Opens a session for a user who has shown who they are; keeps `newHash` where the old one was made too cheaply. */
  open(user: Pick<Candidate, 'organisation_id' | 'id' | 'name'>, newHash?: string): Promise<SignedIn> {
    const actor = { ...systemActor(user.organisation_id), kind: 'user', userId: user.id, name: user.name } as const;
    return this.db.write(actor, async (tx) => {
      const token = await this.sessions.open(tx, user.id);
      if (newHash) await tx.run('update app_user set password_hash = $2 where id = $1', [user.id, newHash]);
      await journal(tx, actor, { action: 'user.signed-in', subject: 'user', subjectId: user.id });
      return { token, userId: user.id, organisationId: user.organisation_id, name: user.name };
    });
  }

  /** One address may have users in several organisations: the password decides which. */
  private async userThatFits(email: string, password: string): Promise<Candidate | undefined> {
    const candidates = await this.db.present(email, (tx: Tx) =>
      tx.rows<Candidate>(
        'select organisation_id, id, name, password_hash, disabled_at from app_user where email = $1',
        [email],
      ),
    );
    for (const candidate of candidates.length > 0 ? candidates : [undefined]) {
      if ((await passwordFits(candidate?.password_hash, password)) && candidate && !candidate.disabled_at)
        return candidate;
    }
    return undefined;
  }
}
