import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, Db, invalid, type Actor } from '#platform';
import { settleTasks } from '#tasks';
import { lockCourse } from './course-row.js';
import { followUpFault, nextFollowUp, standingOn } from './follow-up.rules.js';
import { segmentsOf, staysOf } from './segments.js';

export interface NewFollowUp {
  readonly courseId: string;
  readonly heldOn: string;
  readonly how: 'visit' | 'call' | 'meeting';
  /** Why the citizen was not there; nothing: the citizen was (R83). */
  readonly absentReason?: string;
  /** Whether paid hours were raised (R63). */
  readonly paidHours: 'yes' | 'no' | 'later';
  readonly nextStep: string;
  /** By the cadence unless said. */
  readonly nextOn?: string;
}

/**
 * Writes down a follow-up and when the next one is: there always is one while the course is open. Refuses 422 for days
 * that cannot be, and `course.closed`.
 */
@Injectable()
export class WriteFollowUp {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, ...said }: NewFollowUp): Promise<{ readonly id: string; readonly nextOn: string }> {
    return this.db.write(actor, async (tx) => {
      const { openedOn } = await lockCourse(tx, actor, courseId);
      const standing = standingOn(staysOf(await segmentsOf(tx, courseId)), tx.today);
      const byCadence = nextFollowUp(standing, said.heldOn);
      const nextOn = said.nextOn ?? (byCadence > tx.today ? byCadence : addDays(tx.today, 1));
      const fault = followUpFault({ heldOn: said.heldOn, nextOn, openedOn, today: tx.today });
      if (fault) throw invalid(fault);
      const id = tx.newId();
      await tx.run(
        `insert into follow_up (organisation_id, id, course_id, held_on, how, citizen_present, absent_reason, paid_hours, next_step, next_on, created_at, created_by)
         values (app_organisation(), $1, $2, $3, $4, $5::text is null, $5, $6, $7, $8, $9, $10)`,
        [id, courseId, said.heldOn, said.how, said.absentReason ?? null, said.paidHours, said.nextStep, nextOn, tx.now, actor.userId],
      );
      await tx.run('update course set next_follow_up_on = $2, version = version + 1 where id = $1', [courseId, nextOn]);
      await settleTasks(tx, 'follow-up', courseId, actor.userId);
      await journal(tx, actor, { action: 'course.followed-up', subject: 'course', subjectId: courseId, after: { heldOn: said.heldOn, how: said.how, paidHours: said.paidHours, nextOn } });
      return { id, nextOn };
    });
  }
}
