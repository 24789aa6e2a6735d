import type { User, UsersQueries } from '#people';
import type { Actor } from '#platform';
import type { Option } from './kit/index.js';

/** Who can be chosen as responsible, contact or coordinator: those with access, by name with their team. */
export async function colleaguesOf(users: UsersQueries, actor: Actor, fits: (user: User) => boolean = () => true): Promise<Option[]> {
  const { items } = await users.list(actor, { limit: 100 });
  return items.filter((user) => user.disabledAt === null && fits(user)).map(({ id, name, teamName }) => ({ value: id, label: teamName ? `${name} (${teamName})` : name }));
}
