import { Controller, Req } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { ChangePassword } from './change-password.js';
import * as spec from './people.operations.js';
import { tokenOf } from './permission.guard.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { SetPassword } from './set-password.js';

interface Request {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

@Controller('api/v1')
export class PasswordController {
  constructor(
    private readonly setPassword: SetPassword,
    private readonly requestReset: RequestPasswordReset,
    private readonly changePassword: ChangePassword,
  ) {}

  @Operation(spec.setPassword)
  set(@Input() input: InputOf<typeof spec.setPassword>): Promise<void> {
    return this.setPassword.run(input);
  }

  @Operation(spec.requestPasswordReset)
  request(@Input() { email }: InputOf<typeof spec.requestPasswordReset>, @Req() request: Request): Promise<void> {
    return this.requestReset.run({ email, network: request.ip });
  }

  @Operation(spec.changePassword)
  change(
    @By() actor: Actor,
    @Input() input: InputOf<typeof spec.changePassword>,
    @Req() request: Request,
  ): Promise<void> {
    return this.changePassword.run(actor, { ...input, token: tokenOf(request.headers), network: request.ip });
  }
}
