import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, Db, invalid, parseWeek, weekKey, weekStart, type Actor } from '#platform';
import { courseBegan } from './course-days.rules.js';
import { lockCourse } from './course-row.js';
import { segmentsOf, staysOf } from './segments.js';
import type { WeekOfHours } from './spells.rules.js';

export interface HoursWritten {
  readonly courseId: string;
  /** '2026-W53' */
  readonly week: string;
  /** 0: there were none that week. */
  readonly minutes: number;
}

/**
 * Writes down the ordinary hours of an ISO week (R67); written again, the journal keeps what stood there. Refuses 422 for
 * a week the year does not have, that has not begun, or with hours before the course began; and `course.closed`.
 */
@Injectable()
export class WriteHours {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, week, minutes }: HoursWritten): Promise<WeekOfHours> {
    return this.db.write(actor, async (tx) => {
      const { openedOn } = await lockCourse(tx, actor, courseId);
      const iso = parseWeek(week);
      if (!iso) throw invalid({ field: 'week', code: 'fault.week' });
      if (weekStart(iso) > tx.today) throw invalid({ field: 'week', code: 'fault.week.ahead' });
      // That there were none may always be said: what was written by mistake is taken back so.
      if (minutes > 0 && addDays(weekStart(iso), 7) <= courseBegan(openedOn, staysOf(await segmentsOf(tx, courseId)))) throw invalid({ field: 'week', code: 'fault.week.before-course' });
      const key = [courseId, iso.year, iso.week];
      const before = await tx.row<{ minutes: number }>('select minutes from ordinary_hours where course_id = $1 and iso_year = $2 and iso_week = $3', key);
      await tx.run(
        `insert into ordinary_hours (organisation_id, course_id, iso_year, iso_week, minutes, written_at, written_by)
         values (app_organisation(), $1, $2, $3, $4, $5, $6)
         on conflict on constraint ordinary_hours_pk do update set minutes = excluded.minutes, written_at = excluded.written_at, written_by = excluded.written_by`,
        [...key, minutes, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'course.hours-written', subject: 'course', subjectId: courseId, before: before ? { week, minutesPerWeek: before.minutes } : null, after: { week: weekKey(iso), minutesPerWeek: minutes } });
      return { ...iso, minutes };
    });
  }
}
