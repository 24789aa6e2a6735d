import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { lockLiveReservation, mayAnswer } from '#openings';
import { Db, outbox, Refusal, type Actor } from '#platform';
import { findMentor } from './mentor-of-placement.js';

/**
 * Sends a reservation's request to a mentor of one's choice, as when the one who was asked has stopped. Earlier links
 * stay as they are: the first answer counts. Refuses `reservation.ended`, `reservation.not-first`,
 * `reservation.not-yours` (403), `placement.mentor-unknown` (422), `mentor-link.no-address`.
 */
@Injectable()
export class AskMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { id, mentorId }: { readonly id: string; readonly mentorId: string }): Promise<void> {
    return this.db.write(actor, async (tx) => {
      const reservation = await lockLiveReservation(tx, id);
      if (!mayAnswer(actor, reservation)) throw new Refusal('reservation.not-yours', { status: 403 });
      if (reservation.seat === null) throw new Refusal('reservation.not-first');
      const mentor = await findMentor(tx, reservation, mentorId);
      if (!mentor) throw new Refusal('placement.mentor-unknown', { status: 422 });
      if (!mentor.email) throw new Refusal('mentor-link.no-address');
      const { companyId, workplaceId } = reservation;
      await journal(tx, actor, {
        action: 'reservation.mentor-asked',
        subject: 'reservation',
        subjectId: id,
        companyId,
        workplaceId,
        after: { mentorId },
      });
      await outbox(tx, 'mail.mentor-request', id, { mentorId });
    });
  }
}
