import { Refusal, type Tx } from '#platform';
import type { Role } from './permissions.rules.js';

/** A colleague as every screen and the API show them. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly language: 'da' | 'en';
  /** A password has been set: the invitation was answered. */
  readonly joined: boolean;
  readonly disabledAt: string | null;
  readonly version: number;
}

/** `from app_user u` follows; one row a user. */
export const userColumns = `u.id, u.name, u.email, u.phone, u.team_id as "teamId", u.language, u.version,
  u.password_hash is not null as joined,
  to_char(u.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "disabledAt",
  (select t.name from team t where t.organisation_id = u.organisation_id and t.id = u.team_id) as "teamName",
  array(select r.role from user_role r
         where r.organisation_id = u.organisation_id and r.user_id = u.id order by r.role) as roles`;

/** One user of the organisation; refuses with 404 when there is none. */
export const userOf = (tx: Tx, userId: string): Promise<User> =>
  tx.one<User>(`select ${userColumns} from app_user u where u.id = $1`, [userId]);

/** Gives a user exactly these roles. */
export async function setRoles(tx: Tx, userId: string, roles: readonly Role[]): Promise<void> {
  await tx.run('delete from user_role where user_id = $1 and role <> all ($2)', [userId, roles]);
  await tx.run(
    `insert into user_role (organisation_id, user_id, role) select app_organisation(), $1, unnest($2::text[])
     on conflict do nothing`,
    [userId, roles],
  );
}

/**
 * After a change: somebody must be left who can let the others in, else `user.last-administrator` (409). Take
 * `lockAdministrators` first, or two who remove each other at the same moment both succeed.
 */
export async function keepAnAdministrator(tx: Tx): Promise<void> {
  const left = await tx.rows(
    `select 1 from app_user u join user_role r on r.organisation_id = u.organisation_id and r.user_id = u.id
      where r.role = 'administrator' and u.disabled_at is null`,
  );
  if (left.length === 0) throw new Refusal('user.last-administrator');
}

/** One change of administrators at a time in an organisation. */
export const lockAdministrators = (tx: Tx): Promise<object | undefined> =>
  tx.row('select 1 from organisation where organisation_id = app_organisation() for no key update');
