import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, systemActor } from '#platform';
import { PasswordLinks } from './password-links.js';
import { passwordFault } from './password.rules.js';
import { hashPassword } from './passwords.js';
import { Sessions } from './sessions.js';

/**
 * Sets a password by the link from an invitation or a reset mail. Uses the link up and ends the user's sessions;
 * the user then signs in with it. Refuses with `password-link.void` (410), or 422 for a password that guessing
 * begins with.
 */
@Injectable()
export class SetPassword {
  constructor(
    private readonly db: Db,
    private readonly links: PasswordLinks,
    private readonly sessions: Sessions,
  ) {}

  async run({ token, newPassword }: { readonly token: string; readonly newPassword: string }): Promise<void> {
    const link = await this.links.find(token);
    const fault = passwordFault(newPassword, link);
    if (fault) throw invalid({ field: 'newPassword', code: fault });
    const hash = await hashPassword(newPassword);
    const actor = { ...systemActor(link.organisationId), kind: 'user', userId: link.userId, name: link.name } as const;
    await this.db.write(actor, async (tx) => {
      await this.links.useUp(tx, token);
      await tx.run('update app_user set password_hash = $2, version = version + 1 where id = $1', [link.userId, hash]);
      await this.sessions.endAll(tx, link.userId);
      await journal(tx, actor, { action: 'user.password-set', subject: 'user', subjectId: link.userId });
    });
  }
}
