/** What a user of an organisation may be; several at once. */
export type Role = 'consultant' | 'caseworker' | 'manager' | 'administrator';

const staff: readonly Role[] = ['consultant', 'caseworker', 'manager', 'administrator'];
const fieldwork: readonly Role[] = ['consultant', 'caseworker', 'manager'];
const outreach: readonly Role[] = ['consultant', 'manager'];
/** Not a role of users: the one role of a mentor's own session (see mentor-sessions.ts), which has no other permission. */
const mentors = ['mentor'] as const;
const administration: readonly Role[] = ['administrator'];

/**
 * Who may do what, one row a permission. `public` needs no sign-in; everything else names the roles that have it.
 * A route without a row here fails the build (test/permissions.spec.ts).
 */
export const permissions = {
  'session.own': staff,
  'reference.read': staff,
  'people.read': staff,
  'people.administer': administration,
  'settings.read': staff,
  'settings.administer': administration,
  'companies.read': staff,
  'companies.write': outreach,
  'mentor.own': mentors,
  'pulses.read': fieldwork,
  'pulses.figures': ['manager'],
  'mentors.read': staff,
  'mentors.write': outreach,
  'training.read': staff,
  'training.write': outreach,
  'agreements.read': staff,
  'agreements.write': outreach,
  'pool.read': staff,
  'views.own': staff,
  'openings.share': fieldwork,
  'openings.write': fieldwork,
  'reservations.read': fieldwork,
  'reservations.write': fieldwork,
  'placements.read': fieldwork,
  'placements.write': fieldwork,
  'courses.read': fieldwork,
  'courses.write': fieldwork,
  'tasks.read': fieldwork,
  'tasks.write': fieldwork,
  'limits.read': staff,
  'limits.write': outreach,
  'capacity.read': staff,
  'imports.read': [...outreach, 'administrator'],
  'imports.write': [...outreach, 'administrator'],
  'citizens.read': fieldwork,
  'citizens.write': fieldwork,
  'caseloads.read': ['manager'],
  'access.control': ['manager'],
  'caseloads.write': ['manager', 'administrator'],
  'visits.read': fieldwork,
  'visits.write': fieldwork,
  'demo.read': staff,
} as const satisfies Record<string, readonly (Role | 'mentor')[]>;

export type Permission = keyof typeof permissions;

/** Whether somebody with these roles has a permission. */
export function mayDo(roles: readonly string[], permission: string): boolean {
  const allowed: readonly string[] | undefined = permissions[permission as Permission];
  return allowed?.some((role) => roles.includes(role)) ?? false;
}
