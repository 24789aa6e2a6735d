import { Injectable } from '@nestjs/common';
import { lockReservation } from '#openings';
import { Db, invalid, notFound, Refusal, type Actor } from '#platform';
import { giveMentorAnswer, type MentorAnswer } from './answer-mentor-request.js';

export interface OwnAnswer {
  readonly reservationId: string;
  readonly answer: MentorAnswer;
  readonly reason?: string;
}

/**
 * The same answer from the mentor's own page: to a request that was mailed to this mentor, whatever became of its link.
 * Refuses with 404 for another mentor's, `mentor-link.used` when it is answered, `mentor-link.ended` when it is over.
 */
@Injectable()
export class AnswerAsMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { reservationId, answer, reason }: OwnAnswer): Promise<{ readonly answer: MentorAnswer }> {
    const mentorId = actor.mentorId;
    if (!mentorId) throw notFound();
    return this.db.write(actor, async (tx) => {
      await tx.one('select from mentor_link where reservation_id = $1 and mentor_id = $2 limit 1', [reservationId, mentorId]);
      if (answer === 'decline' && !reason) throw invalid({ field: 'reason', code: 'fault.required' });
      const reservation = await lockReservation(tx, reservationId);
      const { answered } = await tx.one<{ answered: boolean }>('select accepted_at is not null or declined_at is not null as answered from reservation where id = $1', [reservationId]);
      if (answered) throw new Refusal('mentor-link.used');
      if (reservation.ended || reservation.seat === null) throw new Refusal('mentor-link.ended');
      if (answer !== 'call') await tx.run('update mentor_link set used_at = $2 where reservation_id = $1 and used_at is null', [reservationId, tx.now]);
      await giveMentorAnswer(tx, actor, reservation, { answer, reason, mentorId });
      return { answer };
    });
  }
}
