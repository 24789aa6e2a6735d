import { journal } from '#journal';
import type { Actor, Tx } from '#platform';

export interface Sought {
  readonly caseRef: string;
  readonly targetGroup: string;
  /** Who is attached: the one who reserved, whoever writes down the yes. Without one, whoever acts. */
  readonly consultant?: string;
}

/**
 * The citizen behind a case reference; made, with that target group from today, when nobody has written one down yet.
 * Whoever makes the citizen is attached as consultant and primary contact until somebody says otherwise.
 */
export async function citizenOf(tx: Tx, actor: Actor, { caseRef, targetGroup, consultant }: Sought): Promise<string> {
  const id = tx.newId();
  const made = await tx.run(
    `insert into citizen (organisation_id, id, case_ref, pseudonym, created_at, created_by)
     values (app_organisation(), $1, $2, $2, $3, $4) on conflict on constraint citizen_case_ref_once do nothing`,
    [id, caseRef, tx.now, actor.userId],
  );
  // Under the citizen's lock: two placements made at once for one citizen open one course.
  if (made === 0) return (await tx.one<{ id: string }>('select id from citizen where case_ref = $1 for no key update', [caseRef])).id;
  const attached = consultant ?? actor.userId;
  await Promise.all([
    tx.run(
      `insert into citizen_target_group (organisation_id, citizen_id, target_group_code, valid)
       values (app_organisation(), $1, $2, daterange($3::date, null))`,
      [id, targetGroup, tx.today],
    ),
    ...(attached
      ? [
          tx.run(
            `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, created_at, created_by)
             values (app_organisation(), $1, $2, $3, 'consultant', true, daterange($4::date, null), $5, $3)`,
            [tx.newId(), id, attached, tx.today, tx.now],
          ),
        ]
      : []),
    journal(tx, actor, { action: 'citizen.added', subject: 'citizen', subjectId: id, after: { caseRef } }),
  ]);
  return id;
}

/** The citizen's open course; a new one, owned by `owner`, when there is none. A course is a chain of placements. */
export async function openCourse(tx: Tx, actor: Actor, citizenId: string, owner: string | null): Promise<string> {
  const open = await tx.row<{ id: string }>('select id from course where citizen_id = $1 and closed_on is null', [
    citizenId,
  ]);
  if (open) return open.id;
  const id = tx.newId();
  await tx.run(
    `insert into course (organisation_id, id, citizen_id, opened_on, owner_user_id, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, $6)`,
    [id, citizenId, tx.today, owner, tx.now, actor.userId],
  );
  await journal(tx, actor, { action: 'course.opened', subject: 'course', subjectId: id, after: { citizenId } });
  return id;
}
