import type { CitizenRoleName } from './citizen-role-row.js';

/** A role held on some day. */
export interface Held {
  readonly userId: string;
  readonly role: CitizenRoleName;
}

/**
 * How the three functions around a citizen are split (R91-R96). `apart`: three people; `mentor_with_consultant`: the
 * consultant is also support mentor, the caseworker another; `all_in_one`: one person; `other`: another way, such as
 * caseworker and mentor in one; `incomplete`: a function has nobody.
 */
export type Split = 'apart' | 'mentor_with_consultant' | 'all_in_one' | 'other' | 'incomplete';

/** The split among those who hold a role of their own on that day; stand-ins do not change it. */
export function splitOf(held: readonly Held[]): Split {
  const holders = (role: CitizenRoleName): ReadonlySet<string> => new Set(held.filter((each) => each.role === role).map(({ userId }) => userId));
  const [consultants, caseworkers, mentors] = [holders('consultant'), holders('caseworker'), holders('support_mentor')];
  if (consultants.size === 0 || caseworkers.size === 0 || mentors.size === 0) return 'incomplete';
  const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((id) => other.has(id));
  const [cc, cm, km] = [shared(consultants, caseworkers), shared(consultants, mentors), shared(caseworkers, mentors)];
  if (cc && cm && km) return 'all_in_one';
  if (!cc && !cm && !km) return 'apart';
  return cm && !cc && !km ? 'mentor_with_consultant' : 'other';
}

/** Which functions have nobody on that day. */
export const missingRoles = (held: readonly Held[]): CitizenRoleName[] =>
  (['consultant', 'caseworker', 'support_mentor'] as const).filter((role) => !held.some((each) => each.role === role));

interface Days {
  readonly from: string;
  /** First day after; null: no end. */
  readonly until: string | null;
}

export const holdsOn = ({ from, until }: Days, day: string): boolean => from <= day && (until === null || day < until);

/** The primary contact who is known of last: today's, or whom a planned handover makes it; of a citizen who is gone, who was it. */
export const lastPrimary = <R extends Days & { readonly isPrimary: boolean }>(around: readonly R[]): R | undefined =>
  around.filter(({ isPrimary }) => isPrimary).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];

/** Whether the whole of one period lies within another. */
export const within = (inner: Days, outer: Days): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));

/** Whether two periods share a day. */
export const meets = (one: Days, other: Days): boolean => (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until);
