import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, invalid, staleEdit, type Actor } from '#platform';
import { mentorOf, type Mentor } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';

export interface MentorChange {
  readonly mentorId: string;
  readonly name?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly accepts?: number;
  readonly activeFrom?: string;
  readonly trainedOn?: string | null;
  readonly version: number;
}

/** Changes a mentor's facts; what is left out stays. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { mentorId, version, ...change }: MentorChange): Promise<Mentor> {
    return this.db.write(actor, async (tx) => {
      const before = await mentorOf(tx, mentorId);
      const after = { ...before, ...change };
      if (after.activeUntil && after.activeUntil <= after.activeFrom) throw invalid({ field: 'activeFrom', code: 'fault.mentor.dates' });
      const updated = await tx.run(
        `update mentor set name = $3, email = $4, phone = $5, accepts = $6, active_from = $7, trained_on = $8, version = version + 1
          where id = $1 and version = $2`,
        [mentorId, version, after.name, after.email?.toLowerCase() ?? null, after.phone, after.accepts, after.activeFrom, after.trainedOn],
      );
      if (updated === 0) throw staleEdit(before);
      await refreshMentorsSlots(tx, mentorId);
      await journal(tx, actor, {
        action: 'mentor.updated',
        subject: 'mentor',
        subjectId: mentorId,
        companyId: before.companyId,
        workplaceId: before.workplaceId,
        ...changes<Record<string, unknown>>({ ...before }, { ...change }),
      });
      return mentorOf(tx, mentorId);
    });
  }
}
