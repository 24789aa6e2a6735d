import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { GuessLimits } from '#people';
import { Db, outbox, systemActor } from '#platform';
import { presentedPageLink } from './page-link.js';

interface Addressee {
  readonly organisationId: string;
  readonly mentorId: string;
}

/**
 * Asks for a mail with a link to the mentor's own page (outbox topic `mail.mentor-page`). Answers nothing, and does as
 * much work, whether or not the address is a mentor's; at most five an hour to one address. One mail for each company
 * where the address is a mentor's.
 */
@Injectable()
export class RequestPageLink {
  constructor(
    private readonly db: Db,
    private readonly limits: GuessLimits,
  ) {}

  async run(input: { readonly email: string; readonly network: string }): Promise<void> {
    const email = input.email.trim().toLowerCase();
    await this.limits.take('mentorPage', email, input.network);
    const mentors = await this.db.present(email, (tx) =>
      tx.rows<Addressee>('select organisation_id as "organisationId", mentor_id as "mentorId" from mentor_address where email = $1 order by mentor_id desc limit 10', [email]),
    );
    if (mentors.length === 0) await this.limits.take('decoy', email, input.network);
    for (const mentor of mentors) await this.ask(mentor);
  }

  /** "Send me a new one", from a link that is used or too old: to the mentor's own address. Refuses `mentor-page-link.unknown`. */
  async again({ token, network }: { readonly token: string; readonly network: string }): Promise<void> {
    const link = await presentedPageLink(this.db, token);
    await this.limits.take('mentorPage', link.mentorId, network);
    await this.ask(link);
  }

  private async ask({ organisationId, mentorId }: Addressee): Promise<void> {
    const actor = systemActor(organisationId);
    await this.db.write(actor, async (tx) => {
      await outbox(tx, 'mail.mentor-page', mentorId);
      await journal(tx, actor, { action: 'mentor.link-asked', subject: 'mentor', subjectId: mentorId });
    });
  }
}
