import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '#platform';
import { seeCourse } from './course-row.js';
import { weeksOf } from './courses.queries.js';
import { spellsOf, type Spell, type WeekOfHours } from './spells.rules.js';

export interface Hours {
  /** Newest first. */
  readonly weeks: readonly WeekOfHours[];
  /** Oldest first. */
  readonly spells: readonly Spell[];
}

export interface FollowUp {
  readonly id: string;
  readonly heldOn: string;
  readonly how: 'visit' | 'call' | 'meeting';
  readonly citizenPresent: boolean;
  readonly absentReason: string | null;
  readonly paidHours: 'yes' | 'no' | 'later';
  readonly nextStep: string;
  readonly nextOn: string;
  readonly by: string | null;
}

const followUpsSql = `
select f.id, f.held_on as "heldOn", f.how, f.citizen_present as "citizenPresent", f.absent_reason as "absentReason", f.paid_hours as "paidHours",
       f.next_step as "nextStep", f.next_on as "nextOn", u.name as by
  from follow_up f
  left join app_user u on u.organisation_id = f.organisation_id and u.id = f.created_by
 where f.course_id = $1
 order by f.held_on desc, f.id desc limit 200`;

/** What is written on a course while it runs. */
@Injectable()
export class CoursePartsQueries {
  constructor(private readonly db: Db) {}

  hours(actor: Actor, courseId: string): Promise<Hours> {
    return this.db.touch(actor, async (tx) => {
      await seeCourse(tx, actor, courseId);
      const weeks = await weeksOf(tx, courseId);
      return { weeks, spells: spellsOf(weeks) };
    });
  }

  /** Newest first. */
  followUps(actor: Actor, courseId: string): Promise<{ items: FollowUp[] }> {
    return this.db.touch(actor, async (tx) => {
      await seeCourse(tx, actor, courseId);
      return { items: await tx.rows<FollowUp>(followUpsSql, [courseId]) };
    });
  }
}
