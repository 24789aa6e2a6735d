import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, outbox, staleEdit, type Actor, type Tx } from '#platform';
import { settleTasks } from '#tasks';
import { mentorOf, type Mentor } from './mentors.queries.js';
import { refreshMentorsSlots } from './mentors-slots.js';
import { warnOfMentor } from './warn-of-mentor.js';

export interface MentorEnd {
  readonly mentorId: string;
  /** First day no longer active. */
  readonly activeUntil: string;
  readonly version: number;
}

/**
 * Says that a mentor stops. Trainees keep their placements; the consultants are told by task and mail with the places it
 * touches, and whoever waits for this mentor's answer hears that another must be asked.
 */
@Injectable()
export class EndMentor {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { mentorId, activeUntil, version }: MentorEnd): Promise<Mentor> {
    return this.db.write(actor, async (tx) => {
      const before = await mentorOf(tx, mentorId);
      if (activeUntil <= before.activeFrom) throw invalid({ field: 'activeUntil', code: 'fault.mentor.dates' });
      const updated = await tx.run('update mentor set active_until = $3, version = version + 1 where id = $1 and version = $2', [mentorId, version, activeUntil]);
      if (updated === 0) throw staleEdit(await mentorOf(tx, mentorId));
      await refreshMentorsSlots(tx, mentorId);
      await journal(tx, actor, { action: 'mentor.ended', subject: 'mentor', subjectId: mentorId, companyId: before.companyId, workplaceId: before.workplaceId, after: { activeUntil } });
      await settleTasks(tx, 'mentor-stops', mentorId, actor.userId);
      await warnOfMentor(tx, { kind: 'mentor-stops', mentor: before, occasion: activeUntil, from: activeUntil > tx.today ? activeUntil : tx.today, until: null });
      await tellWhoWaits(tx, mentorId);
      return mentorOf(tx, mentorId);
    });
  }
}

/** Requests that are first in line and whose newest link is this mentor's. Reservations are to the right: by topic. */
const waitingSql = `
select r.id from reservation r
  join lateral (select l.mentor_id from mentor_link l
                 where l.organisation_id = r.organisation_id and l.reservation_id = r.id order by l.created_at desc limit 1) asked on asked.mentor_id = $1
 where r.ended_at is null and r.seat is not null order by r.id limit 100`;

async function tellWhoWaits(tx: Tx, mentorId: string): Promise<void> {
  for (const { id } of await tx.rows<{ id: string }>(waitingSql, [mentorId])) await outbox(tx, 'mail.mentor-stopped', id);
}
