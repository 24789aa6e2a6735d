import { Injectable } from '@nestjs/common';
import type { TimelineRow } from '#companies';
import { cutPage, Db, readCursor, writeCursor, type Actor, type Page } from '#platform';
import { z } from 'zod';
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

const historySql = `
select id, at, action, subject_type as subject, subject_id as "subjectId", actor_name as actor, actor_kind as "actorKind",
       workplace_id as "workplaceId", before, after
  from journal_entry
 where subject_id = any (array(select id from placement where course_id = $1) || array(select reservation_id from placement where course_id = $1 and reservation_id is not null) || $1::uuid) and ($2::uuid is null or id < $2)
 order by id desc limit $3`;

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

  /** What has happened on the course and to its placements, and how they came about, newest first. */
  history(actor: Actor, { courseId, cursor, limit }: { readonly courseId: string; readonly cursor?: string; readonly limit: number }): Promise<Page<TimelineRow>> {
    const [before] = readCursor(cursor, z.tuple([z.uuid()])) ?? [null];
    return this.db.touch(actor, async (tx) => {
      await seeCourse(tx, actor, courseId);
      const rows = await tx.rows<TimelineRow>(historySql, [courseId, before, limit + 1]);
      return cutPage(rows, limit, (last) => writeCursor([last.id]));
    });
  }
}
