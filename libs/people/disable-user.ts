import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, Refusal, type Actor } from '#platform';
import { Sessions } from './sessions.js';
import { keepAnAdministrator, lockAdministrators, userOf, type User } from './user-row.js';

/**
 * Somebody who has left: all sessions end at once, links are void, what the user did stays. Doing it twice changes
 * nothing. Refuses with `user.self` or `user.last-administrator` (409).
 */
@Injectable()
export class DisableUser {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
  ) {}

  async run(actor: Actor, userId: string): Promise<User> {
    if (userId === actor.userId) throw new Refusal('user.self');
    const user = await this.db.write(actor, async (tx) => {
      await lockAdministrators(tx);
      const before = await userOf(tx, userId);
      if (before.disabledAt) return before;
      await tx.run('update app_user set disabled_at = $2, disabled_by = $3, version = version + 1 where id = $1', [
        userId,
        tx.now,
        actor.userId,
      ]);
      await keepAnAdministrator(tx);
      await tx.run('delete from password_link where user_id = $1', [userId]);
      await this.sessions.endAll(tx, userId);
      await journal(tx, actor, { action: 'user.disabled', subject: 'user', subjectId: userId });
      return userOf(tx, userId);
    });
    this.sessions.forget();
    return user;
  }
}
