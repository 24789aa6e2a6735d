import { Injectable } from '@nestjs/common';
import { Db, notFound, type Actor } from '#platform';

/** Whose page it is. Only a mentor's own session has it; anybody else finds nothing (404). */
export function ownMentorId({ kind, mentorId }: Actor): string {
  if (kind !== 'mentor' || !mentorId) throw notFound();
  return mentorId;
}

/** What a mentor's page may touch: the mentor's own rows. Another's are as ones that do not exist (404). */
@Injectable()
export class OwnRows {
  constructor(private readonly db: Db) {}

  async pause(actor: Actor, pauseId: string): Promise<void> {
    await this.db.read(actor, (tx) => tx.one('select from mentor_pause where id = $1 and mentor_id = $2', [pauseId, ownMentorId(actor)]));
  }

  async enrolment(actor: Actor, enrolmentId: string): Promise<void> {
    await this.db.read(actor, (tx) => tx.one('select from training_enrolment where id = $1 and mentor_id = $2', [enrolmentId, ownMentorId(actor)]));
  }

  async certificate(actor: Actor, certificateId: string): Promise<void> {
    await this.db.read(actor, (tx) => tx.one('select from training_certificate where id = $1 and mentor_id = $2', [certificateId, ownMentorId(actor)]));
  }
}
