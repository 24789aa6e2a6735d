import { changeCitizen, seeCitizen } from '#citizens';
import { Refusal, type Actor, type Tx } from '#platform';

/** A course with what is decided about it. */
export interface CourseRow {
  readonly id: string;
  readonly citizenId: string;
  /** The case system's reference, and what colleagues and the company call the citizen. */
  readonly caseRef: string;
  readonly pseudonym: string;
  readonly openedOn: string;
  readonly ownerUserId: string | null;
  readonly ownerName: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  readonly outcomeNote: string | null;
  readonly cvUpdatedOn: string | null;
  readonly cvWaivedReason: string | null;
  /** Always set while the course is open. */
  readonly nextFollowUpOn: string | null;
  readonly version: number;
}

export const courseSelect = `
select k.id, k.citizen_id as "citizenId", z.case_ref as "caseRef", z.pseudonym, k.opened_on as "openedOn", k.owner_user_id as "ownerUserId",
       u.name as "ownerName", k.closed_on as "closedOn", k.outcome, k.outcome_note as "outcomeNote", k.cv_updated_on as "cvUpdatedOn",
       k.cv_waived_reason as "cvWaivedReason", k.next_follow_up_on as "nextFollowUpOn", k.version
  from course k
  join citizen z on z.organisation_id = k.organisation_id and z.id = k.citizen_id
  left join app_user u on u.organisation_id = k.organisation_id and u.id = k.owner_user_id`;

/** A course to look at: noted in the citizen's access log, so inside `db.touch`. 404 for those who may not see the citizen. */
export async function seeCourse(tx: Tx, actor: Actor, courseId: string): Promise<CourseRow> {
  const course = await tx.one<CourseRow>(`${courseSelect} where k.id = $1`, [courseId]);
  await seeCitizen(tx, actor, course.citizenId, 'course');
  return course;
}

/**
 * A course to be changed, under the citizen's lock: what is written on one citizen comes after each other, and a yes to
 * a new placement does not slip past its closing. Refuses 404, `citizen.look-only` (403), `course.closed`.
 */
export async function lockCourse(tx: Tx, actor: Actor, courseId: string): Promise<CourseRow> {
  const { citizenId } = await tx.one<{ citizenId: string }>('select citizen_id as "citizenId" from course where id = $1', [courseId]);
  await changeCitizen(tx, actor, citizenId, 'facts');
  const course = await tx.one<CourseRow>(`${courseSelect} where k.id = $1 for no key update of k`, [courseId]);
  if (course.closedOn !== null) throw new Refusal('course.closed');
  return course;
}
