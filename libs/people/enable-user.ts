import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { userOf, type User } from './user-row.js';

/** Takes back that a user was disabled: the password from before works again. Doing it twice changes nothing. */
@Injectable()
export class EnableUser {
  constructor(private readonly db: Db) {}

  run(actor: Actor, userId: string): Promise<User> {
    return this.db.write(actor, async (tx) => {
      const enabled = await tx.run(
        'update app_user set disabled_at = null, disabled_by = null, version = version + 1 where id = $1 and disabled_at is not null',
        [userId],
      );
      if (enabled > 0) await journal(tx, actor, { action: 'user.enabled', subject: 'user', subjectId: userId });
      return userOf(tx, userId);
    });
  }
}
