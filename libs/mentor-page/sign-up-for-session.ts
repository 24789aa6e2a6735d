import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { signUp, type Enrolment } from '#training';
import { ownMentorId } from './own-rows.js';

/** The mentor takes a seat, or a place on the waiting list, of a session that lies ahead. Refuses as `signUp` does. */
@Injectable()
export class SignUpForSession {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { sessionId }: { readonly sessionId: string }): Promise<{ readonly enrolmentId: string } & Pick<Enrolment, 'state' | 'position'>> {
    const mentorId = ownMentorId(actor);
    return this.db.write(actor, async (tx) => {
      const { id, state, position } = await signUp(tx, actor, { sessionId, mentorId });
      return { enrolmentId: id, state, position };
    });
  }
}
