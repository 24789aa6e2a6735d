import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { DisableUser, EnableUser, InviteUser, inviteUser, RenewInvitation, TeamsQueries, UpdateUser, updateUser, UsersQueries, type User } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { asValues, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { InviteUserPage, UserPage } from './user.page.js';

const administer = { permission: 'people.administer' } as const;
const newUser = page({ ...administer, id: 'newUserPage', method: 'get', path: '/brugere/ny' });
const newUserForm = page({ ...administer, id: 'newUserForm', method: 'post', path: '/brugere/ny', body: formBody });
const params = z.object({ userId: z.uuid() });
const showUser = page({ ...administer, id: 'userPage', method: 'get', path: '/brugere/:userId', params });
const userForm = page({ ...administer, id: 'userForm', method: 'post', path: '/brugere/:userId', params, body: formBody });
const accessForm = page({
  ...administer,
  id: 'userAccessForm',
  method: 'post',
  path: '/brugere/:userId/adgang',
  params,
  body: z.object({ access: z.enum(['disable', 'enable', 'invite']) }),
});

const fields = { name: 'text', phone: 'text', roles: 'list', teamId: 'text', language: 'text' } as const;
const inviteSchema = readAs(inviteUser.body, { ...fields, email: 'text' });
const editSchema = readAs(updateUser.body, { ...fields, version: 'number' });

@Controller()
export class InviteUserPages {
  constructor(
    private readonly teams: TeamsQueries,
    private readonly inviteUser: InviteUser,
  ) {}

  @Page(newUser)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    return <InviteUserPage ui={ui} teams={await teamOptions(this.teams, actor)} values={{}} />;
  }

  @Page(newUserForm)
  async invite(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newUserForm>): Promise<PageAnswer> {
    const result = await submit(ui, inviteSchema, values, (input) => this.inviteUser.run(actor, input));
    if ('done' in result) return seeOther('/brugere', 'user.invited');
    return again(<InviteUserPage ui={ui} teams={await teamOptions(this.teams, actor)} values={values} errors={result.errors} />);
  }
}

@Controller()
export class UserPages {
  constructor(
    private readonly users: UsersQueries,
    private readonly teams: TeamsQueries,
    private readonly updateUser: UpdateUser,
  ) {}

  @Page(showUser)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { userId }: InputOf<typeof showUser>): Promise<unknown> {
    const user = await this.users.one(actor, userId);
    return <UserPage ui={ui} user={user} teams={await teamOptions(this.teams, actor)} values={asValues({ ...user })} version={user.version} />;
  }

  @Page(userForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { userId, ...values }: InputOf<typeof userForm>): Promise<PageAnswer> {
    const result = await submit(ui, editSchema, values, (input) => this.updateUser.run(actor, { ...input, userId }));
    if ('done' in result) return seeOther('/brugere', 'user.updated');
    const current = currentOf<User>(result.refusal);
    const version = current?.version ?? Number(values.version);
    const crossed = current && crossedFields(ui, ['personName', 'phone'], { ...values, personName: values.name } as FormValues, { ...current, personName: current.name });
    const [user, teams] = await Promise.all([this.users.one(actor, userId), teamOptions(this.teams, actor)]);
    return again(<UserPage ui={ui} user={user} teams={teams} values={values} version={version} errors={result.errors} crossed={crossed} />);
  }
}

@Controller()
export class UserAccessPages {
  constructor(
    private readonly disableUser: DisableUser,
    private readonly enableUser: EnableUser,
    private readonly renewInvitation: RenewInvitation,
  ) {}

  @Page(accessForm)
  async change(@By() actor: Actor, @Input() { userId, access }: InputOf<typeof accessForm>): Promise<PageAnswer> {
    const verb = { disable: this.disableUser, enable: this.enableUser, invite: this.renewInvitation }[access];
    await verb.run(actor, userId);
    return seeOther(`/brugere/${userId}`, `user.${access}`);
  }
}

async function teamOptions(teams: TeamsQueries, actor: Actor) {
  const { items } = await teams.list(actor, { limit: 100 });
  return items.map(({ id, name }) => ({ value: id, label: name }));
}
