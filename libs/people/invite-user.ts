import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, type Actor } from '#platform';
import type { Role } from './permissions.rules.js';
import { setRoles, userOf, type User } from './user-row.js';

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamId?: string | null;
  readonly phone?: string | null;
  readonly language?: 'da' | 'en';
}

/**
 * A new user, who gets a mail with a link to set a password (outbox topic `mail.invitation`, subject: the user).
 * Refuses with `user.exists` (409) when the organisation has the address, 422 for an unknown team.
 */
@Injectable()
export class InviteUser {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { email, name, roles, teamId, phone, language }: Invitation): Promise<User> {
    return this.db.write(actor, async (tx) => {
      const userId = tx.newId();
      await tx.run(
        `insert into app_user (organisation_id, id, email, name, phone, team_id, language, created_at)
         values (app_organisation(), $1, $2, $3, $4, $5, $6, $7)`,
        [userId, email.trim().toLowerCase(), name, phone ?? null, teamId ?? null, language ?? 'da', tx.now],
      );
      await setRoles(tx, userId, roles);
      await outbox(tx, 'mail.invitation', userId);
      await journal(tx, actor, {
        action: 'user.invited',
        subject: 'user',
        subjectId: userId,
        after: { name, roles, teamId },
      });
      return userOf(tx, userId);
    });
  }
}
