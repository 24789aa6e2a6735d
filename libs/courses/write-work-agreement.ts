import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, notFound, Refusal, type Actor, type Tx } from '#platform';
import { lockCourse } from './course-row.js';
import { segmentsOf } from './segments.js';
import { workAgreementFaults } from './work-agreement.rules.js';

export interface Milestone {
  readonly milestone: string;
  readonly dueOn?: string;
  /** About ordinary hours. */
  readonly paidHours: boolean;
}

export interface WorkAgreementWritten {
  readonly courseId: string;
  readonly placementId: string;
  /** Who holds the pen (R74). */
  readonly pen: 'citizen' | 'consultant' | 'caseworker';
  /** The four topics (R70): the long-term goal; the placement's own; tasks and attendance; the mentor's tasks. */
  readonly goal: string;
  readonly purpose: string;
  readonly tasks: string;
  readonly attendance: string;
  readonly mentorTasks?: string;
  readonly milestones: readonly Milestone[];
}

/** The agreement is one, however often it is written anew: a milestone that is past may stay in it. */
const sinceSql = `
select least($2::date, min((created_at at time zone 'Europe/Copenhagen')::date)) as since from work_agreement where placement_id = $1`;

/**
 * Writes the next version of the work agreement (arbejdsaftale) between citizen and company; earlier ones stay as they
 * were signed (R75). Whoever writes it answers for it (R73). Refuses `course.closed`, `placement.over`, 404 for a
 * placement of another course, and 422 for what `workAgreementFaults` finds missing.
 */
@Injectable()
export class WriteWorkAgreement {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { courseId, placementId, ...text }: WorkAgreementWritten): Promise<{ readonly id: string; readonly number: number }> {
    return this.db.write(actor, async (tx) => {
      await lockCourse(tx, actor, courseId);
      const segment = (await segmentsOf(tx, courseId)).find(({ id }) => id === placementId);
      if (!segment) throw notFound();
      const { state, mentorId, companyId, workplaceId } = segment;
      if (!['planned', 'awaiting', 'running'].includes(state)) throw new Refusal('placement.over');
      const { since } = await tx.one<{ since: string }>(sinceSql, [placementId, tx.today]);
      const faults = workAgreementFaults(text, mentorId !== null, since);
      if (faults.length > 0) throw invalid(...faults);
      const version = await insertVersion(tx, actor, { courseId, placementId, ...text }, mentorId);
      await insertMilestones(tx, version.id, text.milestones);
      await journal(tx, actor, { action: 'work-agreement.written', subject: 'course', subjectId: courseId, companyId, workplaceId, after: { number: version.number, pen: text.pen } });
      return version;
    });
  }
}

/** The course is locked, so numbers follow each other without gaps. */
function insertVersion(tx: Tx, actor: Actor, { courseId, placementId, pen, goal, purpose, tasks, attendance, mentorTasks }: WorkAgreementWritten, mentorId: string | null): Promise<{ id: string; number: number }> {
  return tx.one<{ id: string; number: number }>(
    `insert into work_agreement (organisation_id, id, course_id, placement_id, number, pen, responsible_user_id, goal, purpose, tasks, attendance,
                                 mentor_id, mentor_tasks, created_at, created_by)
     values (app_organisation(), $1, $2, $3, (select coalesce(max(number), 0) + 1 from work_agreement where course_id = $2), $4, $5, $6, $7, $8, $9, $10, $11, $12, $5)
     returning id, number`,
    [tx.newId(), courseId, placementId, pen, actor.userId, goal, purpose, tasks, attendance, mentorId, mentorTasks ?? null, tx.now],
  );
}

async function insertMilestones(tx: Tx, id: string, milestones: readonly Milestone[]): Promise<void> {
  await tx.run(
    `insert into work_agreement_milestone (organisation_id, id, work_agreement_id, position, milestone, due_on, paid_hours)
     select app_organisation(), m.id, $1, m.position, m.milestone, m.due_on, m.paid_hours
       from unnest($2::uuid[], $3::text[], $4::date[], $5::boolean[]) with ordinality m (id, milestone, due_on, paid_hours, position)`,
    [id, milestones.map(() => tx.newId()), milestones.map((each) => each.milestone), milestones.map(({ dueOn }) => dueOn ?? null), milestones.map(({ paidHours }) => paidHours)],
  );
}
