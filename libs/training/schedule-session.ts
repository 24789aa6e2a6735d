import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, Refusal, type Actor, type Tx } from '#platform';
import { courseOf } from './course-row.js';
import { invite } from './invite-to-session.js';
import { sessionOf, type Session } from './session-row.js';

export interface SessionTimes {
  /** Danish day and times of the clock: '2026-12-04', '14:00', '16:00'. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export interface NewSession extends SessionTimes {
  readonly courseId: string;
  readonly seats: number;
  readonly place?: string | null;
  readonly videoUrl?: string | null;
}

/** A session is somewhere (a place, a video link or both), ends after it begins, and lies ahead; else 422 with the field. */
export async function checkSession(tx: Tx, { day, from, to, place, videoUrl }: Omit<NewSession, 'courseId' | 'seats'>): Promise<void> {
  if (to <= from) throw invalid({ field: 'to', code: 'fault.training.times' });
  if (!place && !videoUrl) throw invalid({ field: 'place', code: 'fault.training.somewhere' });
  const { ahead } = await tx.one<{ ahead: boolean }>(`select ($1 || ' ' || $2)::timestamp at time zone 'Europe/Copenhagen' > $3 as ahead`, [day, from, tx.now]);
  if (!ahead) throw invalid({ field: 'day', code: 'fault.training.past' });
}

/** Sets a date for a course, and asks people to it at once when they are named. Refuses `training.course-retired` from the day the course is no longer held. */
@Injectable()
export class ScheduleSession {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: NewSession & { readonly mentorIds?: readonly string[]; readonly userIds?: readonly string[] }): Promise<Session> {
    return this.db.write(actor, async (tx) => {
      const course = await courseOf(tx, input.courseId);
      if (course.retiredOn !== null && course.retiredOn <= input.day) throw new Refusal('training.course-retired');
      await checkSession(tx, input);
      const id = tx.newId();
      await tx.run(
        `insert into training_session (organisation_id, id, course_id, starts_at, ends_at, seats, place, video_url, created_at, created_by)
         values (app_organisation(), $1, $2, ($3 || ' ' || $4)::timestamp at time zone 'Europe/Copenhagen', ($3 || ' ' || $5)::timestamp at time zone 'Europe/Copenhagen', $6, $7, $8, $9, $10)`,
        [id, input.courseId, input.day, input.from, input.to, input.seats, input.place || null, input.videoUrl || null, tx.now, actor.userId],
      );
      await journal(tx, actor, { action: 'training-session.scheduled', subject: 'training-session', subjectId: id, after: { course: course.name, day: input.day, from: input.from, seats: input.seats } });
      await invite(tx, actor, { sessionId: id, mentorIds: input.mentorIds, userIds: input.userIds });
      return sessionOf(tx, id);
    });
  }
}
