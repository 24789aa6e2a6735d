import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { TeamsQueries, UsersQueries } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/ui.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { DoneToast } from '../done-toast.js';
import { For } from '../ui-of-request.js';
import { UsersPage } from './users.page.js';

const showUsers = page({
  id: 'usersPage',
  method: 'get',
  path: '/brugere',
  permission: 'people.administer',
  query: z.object({ cursor: z.string().max(500).optional() }),
});

@Controller()
export class UsersPages {
  constructor(
    private readonly users: UsersQueries,
    private readonly teams: TeamsQueries,
  ) {}

  @Page(showUsers)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { cursor }: InputOf<typeof showUsers>): Promise<unknown> {
    const [users, teams] = await Promise.all([this.users.list(actor, { cursor, limit: 50 }), this.teams.list(actor, { limit: 100 })]);
    return (
      <UsersPage
        ui={ui}
        users={users.items}
        teams={teams.items}
        moreHref={users.next ? moreHref(ui.path, users.next) : undefined}
        toast={<DoneToast ui={ui} />}
      />
    );
  }
}
