import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, staleEdit, type Actor } from '#platform';
import { mentorOf, type Mentor } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';

export interface MentorEnd {
  readonly mentorId: string;
  /** First day no longer active. */
  readonly activeUntil: string;
  readonly version: number;
}

/** Says that a mentor stops. Trainees keep their placements; somebody else is to be named, which the lists then show. */
@Injectable()
export class EndMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { mentorId, activeUntil, version }: MentorEnd): Promise<Mentor> {
    return this.db.write(actor, async (tx) => {
      const before = await mentorOf(tx, mentorId);
      if (activeUntil <= before.activeFrom) throw invalid({ field: 'activeUntil', code: 'fault.mentor.dates' });
      const updated = await tx.run('update mentor set active_until = $3, version = version + 1 where id = $1 and version = $2', [mentorId, version, activeUntil]);
      if (updated === 0) throw staleEdit(before);
      await refreshMentorsSlots(tx, mentorId);
      await journal(tx, actor, { action: 'mentor.ended', subject: 'mentor', subjectId: mentorId, companyId: before.companyId, workplaceId: before.workplaceId, after: { activeUntil } });
      return mentorOf(tx, mentorId);
    });
  }
}
