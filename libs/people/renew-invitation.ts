import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, Refusal, type Actor } from '#platform';
import { userOf, type User } from './user-row.js';

/** Sends the invitation again; its link voids the earlier one. Refuses with `user.joined` (409) after a password is set. */
@Injectable()
export class RenewInvitation {
  constructor(private readonly db: Db) {}

  run(actor: Actor, userId: string): Promise<User> {
    return this.db.write(actor, async (tx) => {
      const user = await userOf(tx, userId);
      if (user.joined || user.disabledAt) throw new Refusal('user.joined');
      await outbox(tx, 'mail.invitation', userId);
      await journal(tx, actor, { action: 'user.invited-again', subject: 'user', subjectId: userId });
      return user;
    });
  }
}
