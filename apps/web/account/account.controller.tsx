import { Controller, Req } from '@nestjs/common';
import { ChangePassword, changePassword, tokenOf, UsersQueries } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For, type PageRequest } from '../ui-of-request.js';
import { AccountPage } from './account.page.js';

const own = { permission: 'session.own', path: '/konto' } as const;
const showAccount = page({ ...own, id: 'accountPage', method: 'get' });
const passwordForm = page({ ...own, id: 'passwordForm', method: 'post', body: formBody });
const schema = readAs(changePassword.body, { currentPassword: 'secret', newPassword: 'secret' });

@Controller()
export class AccountPages {
  constructor(
    private readonly users: UsersQueries,
    private readonly changePassword: ChangePassword,
  ) {}

  @Page(showAccount)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    return <AccountPage ui={ui} user={await this.users.one(actor, actor.userId ?? '')} />;
  }

  @Page(passwordForm)
  async change(
    @For() ui: Ui,
    @By() actor: Actor,
    @Input() values: InputOf<typeof passwordForm>,
    @Req() request: PageRequest & { ip: string },
  ): Promise<PageAnswer> {
    const session = { token: tokenOf(request.headers), network: request.ip };
    const result = await submit(ui, schema, values, (input) => this.changePassword.run(actor, { ...input, ...session }));
    if ('done' in result) return seeOther('/konto', 'password.changed');
    return again(<AccountPage ui={ui} user={await this.users.one(actor, actor.userId ?? '')} errors={result.errors} />);
  }
}
