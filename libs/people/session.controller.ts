import { Controller, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, operation, Operation } from '#platform';
import type { Actor, InputOf } from '#platform';
import { tokenOf } from './permission.guard.js';
import { SessionCookie } from './session-cookie.js';
import { SignIn, type SignedIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { personas, UsePersona } from './use-persona.js';

interface Request {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}
interface Reply {
  header(name: string, value: string): unknown;
}

const signedIn = z.object({
  token: z.string().max(100),
  userId: z.uuid(),
  organisationId: z.uuid(),
  name: z.string().max(120),
});

const openSession = operation({
  id: 'openSession',
  method: 'post',
  path: '/session',
  summary: 'Sign in with e-mail and password; the token also comes as a cookie',
  permission: 'public',
  tag: 'Session',
  body: z.strictObject({ email: z.string().min(3).max(254), password: z.string().min(1).max(500) }),
  answer: signedIn,
  status: 201,
  refuses: ['sign-in.refused', 'sign-in.wait'],
});

const openPersonaSession = operation({
  id: 'openPersonaSession',
  method: 'post',
  path: '/session/persona',
  summary: 'Demo mode only: sign in as one of the invented people',
  permission: 'public',
  tag: 'Session',
  body: z.strictObject({ persona: z.enum(personas) }),
  answer: signedIn,
  status: 201,
});

const readSession = operation({
  id: 'readSession',
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  permission: 'session.own',
  tag: 'Session',
  answer: z.object({
    userId: z.uuid(),
    organisationId: z.uuid(),
    name: z.string().max(120),
    roles: z.array(z.string().max(20)).max(4),
    teamId: z.uuid().nullable(),
    language: z.enum(['da', 'en']),
  }),
});

const closeSession = operation({
  id: 'closeSession',
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  permission: 'session.own',
  tag: 'Session',
});

@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly usePersona: UsePersona,
    private readonly cookie: SessionCookie,
  ) {}

  @Operation(openSession)
  async open(
    @Input() input: InputOf<typeof openSession>,
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SignedIn> {
    return this.giveCookie(reply, await this.signIn.run({ ...input, network: request.ip }));
  }

  @Operation(openPersonaSession)
  async persona(
    @Input() input: InputOf<typeof openPersonaSession>,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SignedIn> {
    return this.giveCookie(reply, await this.usePersona.run(input.persona));
  }

  @Operation(readSession)
  read(@By() { organisationId, userId, name, roles, teamId, language }: Actor): object {
    return { userId, organisationId, name, roles, teamId, language };
  }

  @Operation(closeSession)
  async close(@By() actor: Actor, @Req() request: Request, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    await this.signOut.run(actor, tokenOf(request.headers));
    this.cookie.take(reply);
  }

  private giveCookie(reply: Reply, session: SignedIn): SignedIn {
    this.cookie.give(reply, session.token);
    return session;
  }
}
