import { Injectable } from '@nestjs/common';
import { changes, journal } from '#journal';
import { Db, invalid, staleEdit, type Actor, type Tx } from '#platform';
import { checkedFacts, type MentorFacts } from './mentor-facts.js';
import { mentorOf, type Mentor } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';

export interface MentorChange extends MentorFacts {
  readonly mentorId: string;
  readonly name?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly accepts?: number;
  readonly activeFrom?: string;
  readonly trainedOn?: string | null;
  readonly version: number;
}

/** Changes a mentor's facts; what is left out stays. A day of training written by hand has no known end. Refuses with `edit.stale` (412). */
@Injectable()
export class UpdateMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { mentorId, version, ...wanted }: MentorChange): Promise<Mentor> {
    return this.db.write(actor, async (tx) => {
      const [before, change] = await Promise.all([mentorOf(tx, mentorId), checkedFacts(tx, wanted)]);
      const after = { ...before, ...change };
      if (after.activeUntil && after.activeUntil <= after.activeFrom) throw invalid({ field: 'activeFrom', code: 'fault.mentor.dates' });
      const updated = await update(tx, after, version);
      if (updated === 0) throw staleEdit(await mentorOf(tx, mentorId));
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

const update = (tx: Tx, after: Mentor, version: number): Promise<number> =>
  tx.run(
    `update mentor set name = $3, email = $4, phone = $5, accepts = $6, active_from = $7,
            trained_until = case when trained_on is not distinct from $8::date then trained_until end, trained_on = $8,
            experience = $9, strengths = $10, suits = $11, consideration_ids = $12, weekdays = $13, language = $14, version = version + 1
      where id = $1 and version = $2`,
    [
      after.id,
      version,
      after.name,
      after.email?.toLowerCase() ?? null,
      after.phone,
      after.accepts,
      after.activeFrom,
      after.trainedOn,
      after.experience || null,
      after.strengths || null,
      after.suits || null,
      after.considerationIds,
      after.weekdays,
      after.language,
    ],
  );
