import type { UsersQueries } from '#people';
import type { Actor } from '#platform';
import type { Option } from './kit/index.js';

/** Who can be chosen as responsible, contact or coordinator: those with access, by name with their team. */
export async function colleaguesOf(users: UsersQueries, actor: Actor): Promise<Option[]> {
  const { items } = await users.list(actor, { limit: 100 });
  return items.filter(({ disabledAt }) => disabledAt === null).map(({ id, name, teamName }) => ({ value: id, label: teamName ? `${name} (${teamName})` : name }));
}
