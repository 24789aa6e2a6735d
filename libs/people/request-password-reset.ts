import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, outbox, systemActor } from '#platform';
import { GuessLimits } from './guess-limits.js';

interface Addressee {
  readonly organisationId: string;
  readonly userId: string;
}

/**
 * Asks for a mail with a link to set a new password (outbox topic `mail.password-reset`). Answers nothing, and does
 * as much work, whether or not somebody has the address. At most five an hour to one address.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: Db,
    private readonly limits: GuessLimits,
  ) {}

  async run(input: { readonly email: string; readonly network: string }): Promise<void> {
    const email = input.email.trim().toLowerCase();
    await this.limits.take('reset', email, input.network);
    const people = await this.db.present(email, (tx) =>
      tx.rows<Addressee>(
        'select organisation_id as "organisationId", id as "userId" from app_user where email = $1 and disabled_at is null',
        [email],
      ),
    );
    if (people.length === 0) await this.limits.take('decoy', email, input.network);
    for (const person of people) await this.ask(person);
  }

  private async ask({ organisationId, userId }: Addressee): Promise<void> {
    const actor = systemActor(organisationId);
    await this.db.write(actor, async (tx) => {
      await outbox(tx, 'mail.password-reset', userId);
      await journal(tx, actor, { action: 'user.reset-requested', subject: 'user', subjectId: userId });
    });
  }
}
