import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor } from '#platform';
import { GuessLimits } from './guess-limits.js';
import { passwordFault } from './password.rules.js';
import { hashPassword, passwordFits } from './passwords.js';
import { Sessions } from './sessions.js';

interface NewPassword {
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session that goes on; the user's others end. */
  readonly token: string | undefined;
  readonly network: string;
}

/** A signed-in user's own new password. Asks for the current one; wrong ones count as guesses (429 after ten). */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly limits: GuessLimits,
  ) {}

  async run(actor: Actor, { currentPassword, newPassword, token, network }: NewPassword): Promise<void> {
    const user = await this.db.read(actor, (tx) =>
      tx.one<{ id: string; email: string; name: string; password_hash: string | null }>(
        'select id, email, name, password_hash from app_user where id = $1',
        [actor.userId],
      ),
    );
    await this.limits.take('signIn', user.email, network);
    if (!(await passwordFits(user.password_hash, currentPassword)))
      throw invalid({ field: 'currentPassword', code: 'fault.password.wrong' });
    await this.limits.giveBack('signIn', user.email, network);
    const fault = passwordFault(newPassword, user);
    if (fault) throw invalid({ field: 'newPassword', code: fault });
    const hash = await hashPassword(newPassword);
    await this.db.write(actor, async (tx) => {
      await tx.run('update app_user set password_hash = $2, version = version + 1 where id = $1', [user.id, hash]);
      await this.sessions.endAll(tx, user.id, token);
      await journal(tx, actor, { action: 'user.password-changed', subject: 'user', subjectId: user.id });
    });
  }
}
