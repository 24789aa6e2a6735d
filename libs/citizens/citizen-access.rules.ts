import type { Actor } from '#platform';

/** Why somebody may see a citizen now. */
export type Basis = 'attached' | 'cover' | 'look' | 'system';

/** How a person stands to a citizen at this moment. */
export interface Relation {
  /** In a role around the citizen today, stand-ins too. */
  readonly attached: boolean;
  /** Cover given by somebody attached, or a look taken with a reason: live now. */
  readonly access: { readonly kind: 'cover' | 'look'; readonly reason: string } | null;
}

export interface Ground {
  readonly basis: Basis;
  readonly reason: string | null;
}

type Person = Pick<Actor, 'kind' | 'roles'>;

const fieldwork = ['consultant', 'caseworker', 'manager'];

/**
 * On what ground a person may see a citizen; undefined: not at all, and then the citizen does not exist for them (404).
 * Being a manager or a colleague is no ground by itself, being an administrator never one (purpose limitation).
 */
export function groundOf(person: Person, { attached, access }: Relation): Ground | undefined {
  if (person.kind === 'system') return { basis: 'system', reason: null };
  if (person.kind !== 'user' || !person.roles.some((role) => fieldwork.includes(role))) return undefined;
  if (attached) return { basis: 'attached', reason: null };
  return access ? { basis: access.kind, reason: access.reason } : undefined;
}

/** What can be changed about a citizen: the record and the course; visits; who is attached; who covers. */
export type Part = 'facts' | 'visits' | 'roles' | 'access';

const changedBy: Readonly<Record<Basis, readonly Part[]>> = {
  attached: ['facts', 'visits', 'roles', 'access'],
  cover: ['facts', 'visits'],
  look: [],
  system: ['facts', 'visits', 'roles', 'access'],
};

/** Whether somebody who sees a citizen on that ground may change a part. A manager with a look may say who is attached. */
export const mayChange = (person: Person, { basis }: Ground, part: Part): boolean =>
  changedBy[basis].includes(part) || (basis === 'look' && part === 'roles' && person.roles.includes('manager'));

/** Who may take a look with a reason: a manager at anyone; a colleague only where somebody of their own team is attached. */
export const mayLook = (person: Person, { sameTeam }: { readonly sameTeam: boolean }): boolean =>
  person.kind === 'user' && (person.roles.includes('manager') || (sameTeam && person.roles.some((role) => fieldwork.includes(role))));
