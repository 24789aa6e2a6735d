import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { DisableUser } from './disable-user.js';
import { EnableUser } from './enable-user.js';
import { InviteUser } from './invite-user.js';
import * as spec from './people.operations.js';
import { RenewInvitation } from './renew-invitation.js';
import { UpdateUser } from './update-user.js';
import { UsersQueries } from './users.queries.js';

@Controller('api/v1')
export class UsersController {
  constructor(
    private readonly users: UsersQueries,
    private readonly inviteUser: InviteUser,
    private readonly renewInvitation: RenewInvitation,
    private readonly updateUser: UpdateUser,
  ) {}

  @Operation(spec.listUsers)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listUsers>) {
    return this.users.list(actor, input);
  }

  @Operation(spec.readUser)
  read(@By() actor: Actor, @Input() { userId }: InputOf<typeof spec.readUser>) {
    return this.users.one(actor, userId);
  }

  @Operation(spec.inviteUser)
  invite(@By() actor: Actor, @Input() input: InputOf<typeof spec.inviteUser>) {
    return this.inviteUser.run(actor, input);
  }

  @Operation(spec.renewInvitation)
  renew(@By() actor: Actor, @Input() { userId }: InputOf<typeof spec.renewInvitation>) {
    return this.renewInvitation.run(actor, userId);
  }

  @Operation(spec.updateUser)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateUser>) {
    return this.updateUser.run(actor, input);
  }
}

/** Who is shut out: the state is a thing of its own, put there and taken away. */
@Controller('api/v1')
export class DisablingController {
  constructor(
    private readonly disableUser: DisableUser,
    private readonly enableUser: EnableUser,
  ) {}

  @Operation(spec.disableUser)
  disable(@By() actor: Actor, @Input() { userId }: InputOf<typeof spec.disableUser>) {
    return this.disableUser.run(actor, userId);
  }

  @Operation(spec.enableUser)
  enable(@By() actor: Actor, @Input() { userId }: InputOf<typeof spec.enableUser>) {
    return this.enableUser.run(actor, userId);
  }
}
