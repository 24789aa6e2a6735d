import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { lockReservation } from '#openings';
import { Db, outbox, Refusal } from '#platform';
import { linkNow, mentorActor, presentedLink } from './mentor-link.js';

/**
 * An expired link asks for a new one: mailed to the same address, never shown here. Using it up for that means that an
 * old mail in the wrong hands can make one new mail, not many. Refuses `mentor-link.unknown` (404), `mentor-link.not-expired`.
 */
@Injectable()
export class RenewMentorLink {
  constructor(private readonly db: Db) {}

  async run(token: string): Promise<void> {
    const link = await presentedLink(this.db, token);
    const actor = mentorActor(link, await this.db.read(link, (tx) => linkNow(tx, link)));
    await this.db.write(actor, async (tx) => {
      const { companyId, workplaceId } = await lockReservation(tx, link.reservationId);
      const { state, mentorId } = await linkNow(tx, link, 'for no key update of l');
      if (state !== 'expired') throw new Refusal('mentor-link.not-expired');
      await tx.run('update mentor_link set used_at = $2 where token_hash = $1', [link.hash, tx.now]);
      await journal(tx, actor, {
        action: 'mentor-link.renewed',
        subject: 'reservation',
        subjectId: link.reservationId,
        companyId,
        workplaceId,
      });
      await outbox(tx, 'mail.mentor-request', link.reservationId, mentorId ? { mentorId } : {});
    });
  }
}
