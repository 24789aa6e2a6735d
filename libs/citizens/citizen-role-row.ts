import type { Actor, Tx } from '#platform';

export type CitizenRoleName = 'consultant' | 'caseworker' | 'support_mentor';

/** Somebody around a citizen, from a day until a day (half-open). */
export interface CitizenRole {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly teamName: string | null;
  readonly role: CitizenRoleName;
  readonly isPrimary: boolean;
  readonly from: string;
  readonly until: string | null;
  /** The role this one stands in for, and whose it is. */
  readonly standsInFor: string | null;
  readonly standsInForName: string | null;
}

const rolesSql = `
select r.id, r.user_id as "userId", u.name as "userName", t.name as "teamName", r.role, r.is_primary as "isPrimary",
       lower(r.valid) as "from", upper(r.valid) as until, r.stands_in_for as "standsInFor", w.name as "standsInForName"
  from citizen_role r
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.user_id
  left join team t on t.organisation_id = u.organisation_id and t.id = u.team_id
  left join citizen_role s on s.organisation_id = r.organisation_id and s.id = r.stands_in_for
  left join app_user w on w.organisation_id = s.organisation_id and w.id = s.user_id
 where r.citizen_id = $1
 order by upper_inf(r.valid) desc, lower(r.valid) desc, r.is_primary desc, r.role, r.id limit 200`;

/** Everybody who is, will be or was attached; those without an end first. Only behind the gate. */
export const rolesAround = (tx: Tx, citizenId: string): Promise<CitizenRole[]> => tx.rows<CitizenRole>(rolesSql, [citizenId]);

export interface NewRole {
  readonly citizenId: string;
  readonly userId: string;
  readonly role: CitizenRoleName;
  readonly isPrimary: boolean;
  readonly from: string;
  /** First day no longer; empty: until somebody says so. */
  readonly until?: string | null;
  readonly standsInFor?: string;
}

/** One row of the roles around a citizen. */
export async function attach(tx: Tx, actor: Actor, { citizenId, userId, role, isPrimary, from, until, standsInFor }: NewRole): Promise<string> {
  const id = tx.newId();
  await tx.run(
    `insert into citizen_role (organisation_id, id, citizen_id, user_id, role, is_primary, valid, stands_in_for, created_at, created_by)
     values (app_organisation(), $1, $2, $3, $4, $5, daterange($6::date, $7::date), $8, $9, $10)`,
    [id, citizenId, userId, role, isPrimary, from, until ?? null, standsInFor ?? null, tx.now, actor.userId],
  );
  return id;
}

/** From `from` on the role is over; one that had not begun is not kept. */
export async function endRole(tx: Tx, { id, from: began }: Pick<CitizenRole, 'id' | 'from'>, from: string): Promise<void> {
  if (began >= from) await tx.run('delete from citizen_role where id = $1', [id]);
  else await tx.run('update citizen_role set valid = daterange(lower(valid), $2::date) where id = $1', [id, from]);
}

/** Somebody leaves a role on a day; whoever stood in for it stops with it. */
export async function leave(tx: Tx, role: CitizenRole, from: string): Promise<void> {
  await tx.run('delete from citizen_role where stands_in_for = $1 and lower(valid) >= $2::date', [role.id, from]);
  await tx.run('update citizen_role set valid = daterange(lower(valid), $2::date) where stands_in_for = $1 and valid @> $2::date', [role.id, from]);
  await endRole(tx, role, from);
}

/** Whether whoever holds `role` stands in for somebody after that day, which takes being attached. */
export const standsInAfter = (around: readonly CitizenRole[], role: CitizenRole, day: string): boolean =>
  !role.standsInFor && around.some((each) => each.standsInFor !== null && each.userId === role.userId && (each.until ?? day) > day);
