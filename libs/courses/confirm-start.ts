import { Injectable } from '@nestjs/common';
import { consultantTakesCourse } from '#citizens';
import { formatter } from '#dictionary';
import { journal } from '#journal';
import { addDays, Db, notFound, Refusal, type Actor } from '#platform';
import { settleTasks } from '#tasks';
import { requireTraining, type TrainingGate } from '#training';
import { lockCourse } from './course-row.js';
import { nextFollowUp, standingOn } from './follow-up.rules.js';
import { grantStanding } from './grant.rules.js';
import { segmentsOf, staysOf, type Segment } from './segments.js';
import { startRefusal } from './start.rules.js';

export interface Started {
  readonly placementId: string;
  readonly startedOn: string;
  /** Who owns the course from now on. */
  readonly ownerUserId: string | null;
  readonly nextFollowUpOn: string;
  /** Whoever became mentor now carries more than was said, or is away; no grant covers the days: the citizen has come all the same. */
  readonly warnings: readonly (NonNullable<TrainingGate['overLimit']> | `placement.grant-${'missing' | 'short'}`)[];
}

/**
 * The citizen came. The consultant becomes the course's owner (R99), and the first follow-up at the company is set.
 * Whoever was named meanwhile is mentor where nobody was, or who was has stopped: one with
 * room before one without, of whom it is warned.
 * Refuses as `startRefusal` says (above all `placement.terms-needed`), as `requireTraining` does, and `course.closed`.
 */
@Injectable()
export class ConfirmStart {
  constructor(private readonly db: Db) {}

  /** `startedOn`: today unless said. */
  run(actor: Actor, { courseId, placementId, startedOn }: { readonly courseId: string; readonly placementId: string; readonly startedOn?: string }): Promise<Started> {
    return this.db.write(actor, async (tx) => {
      await lockCourse(tx, actor, courseId);
      const segments = await segmentsOf(tx, courseId);
      const segment = segments.find(({ id }) => id === placementId);
      if (!segment) throw notFound();
      const on = startedOn ?? tx.today;
      const refusal = startRefusal({ ...segment, over: neverBegan(segment), today: tx.today }, on);
      if (refusal) throw new Refusal(refusal, { params: { date: formatter(actor.language).formatDate(segment.agreedOn ?? on) } });
      const { mentorId, overLimit } = await requireTraining(tx, { placementId, on });
      await tx.run('update placement set started_on = $2, mentor_id = coalesce($3, mentor_id), version = version + 1 where id = $1', [placementId, on, mentorId]);
      const stays = staysOf(segments.map((each) => (each.id === placementId ? { ...each, startedOn: on } : each)));
      const nextFollowUpOn = later(nextFollowUp(standingOn(stays, on), on), addDays(tx.today, 1));
      await tx.run('update course set next_follow_up_on = $2, version = version + 1 where id = $1', [courseId, nextFollowUpOn]);
      await settleTasks(tx, 'follow-up', courseId, actor.userId);
      const ownerUserId = await consultantTakesCourse(tx, actor, courseId);
      const { companyId, workplaceId } = segment;
      await journal(tx, actor, { action: 'course.started', subject: 'course', subjectId: courseId, companyId, workplaceId, after: { placementId, startedOn: on, ...(mentorId && mentorId !== segment.mentorId && { mentorId }) } });
      return { placementId, startedOn: on, ownerUserId, nextFollowUpOn, warnings: [...(overLimit ? [overLimit] : []), ...grantWarning(segment, on)] };
    });
  }
}

/** One that is over may be confirmed late: what happened is written down when somebody comes to it. */
const neverBegan = ({ state }: Segment): boolean => state === 'cancelled' || state === 'no-show';
function grantWarning(segment: Segment, from: string): Started['warnings'] {
  const standing = grantStanding({ ...segment, from, needsGrant: segment.grantStanding !== 'not-needed' });
  return standing === 'missing' || standing === 'short' ? [`placement.grant-${standing}`] : [];
}

const later = (a: string, b: string): string => (a > b ? a : b);
