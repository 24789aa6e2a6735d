import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, staleEdit, type Actor } from '#platform';
import type { Role } from './permissions.rules.js';
import { Sessions } from './sessions.js';
import { keepAnAdministrator, lockAdministrators, setRoles, userOf, type User } from './user-row.js';

export interface UserChange {
  readonly userId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly teamId: string | null;
  readonly language: 'da' | 'en';
  readonly version: number;
}

/**
 * Changes a user's name, phone, roles, team or language; new roles hold from the user's next request. Refuses with
 * `edit.stale` (412), `user.last-administrator` (409), 422 for an unknown team.
 */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
  ) {}

  async run(actor: Actor, { userId, version, ...wanted }: UserChange): Promise<User> {
    const user = await this.db.write(actor, async (tx) => {
      await lockAdministrators(tx);
      const before = await userOf(tx, userId);
      if (before.version !== version) throw staleEdit(before);
      await tx.run(
        'update app_user set name = $2, phone = $3, team_id = $4, language = $5, version = version + 1 where id = $1',
        [userId, wanted.name, wanted.phone, wanted.teamId, wanted.language],
      );
      await setRoles(tx, userId, wanted.roles);
      await keepAnAdministrator(tx);
      await journal(tx, actor, {
        action: 'user.updated',
        subject: 'user',
        subjectId: userId,
        ...changes({ ...before }, wanted),
      });
      return userOf(tx, userId);
    });
    this.sessions.forget();
    return user;
  }
}
