import type { Doer, Rows } from './rows.js';

interface NewCourse {
  readonly caseRef: string;
  readonly targetGroup: string;
  /** Who reserved, and so has the citizen and owns the course. */
  readonly by: Doer;
  /** The day the company said yes, and the same in days from now. */
  readonly openedOn: string;
  readonly days: number;
}

/** The citizen behind a placement and the course it is a segment of, as the mentor's yes makes them. */
export function addCourse(rows: Rows, { caseRef, targetGroup, by, openedOn, days }: NewCourse): string {
  const [citizenId, courseId, at] = [rows.id(days), rows.id(days), rows.at(days)];
  const valid = `[${openedOn},)`;
  rows.add('citizen', { id: citizenId, case_ref: caseRef, pseudonym: caseRef, created_at: at, version: 1 });
  rows.add('citizen_target_group', { citizen_id: citizenId, target_group_code: targetGroup, valid });
  if (by.id) {
    rows.add('citizen_role', { id: rows.id(days), citizen_id: citizenId, user_id: by.id, role: 'consultant', is_primary: true, valid, created_at: at, created_by: by.id });
  }
  rows.add('course', { id: courseId, citizen_id: citizenId, opened_on: openedOn, owner_user_id: by.id, created_at: at, version: 1 });
  return courseId;
}
