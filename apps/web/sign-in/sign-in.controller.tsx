import { Controller, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { personas, SessionCookie, SignIn, SignOut, tokenOf, UsePersona } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { ownPath } from '../own-path.js';
import { Page, page } from '../page-route.js';
import { For, type PageRequest } from '../ui-of-request.js';
import { SignInPage } from './sign-in.page.js';

interface Reply {
  header(name: string, value: string): unknown;
}

const credentials = z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(500) });
const next = z.string().max(500).default('/');

const showSignIn = page({ id: 'showSignIn', method: 'get', path: '/log-ind', permission: 'public', query: z.object({ next }) });
const signInForm = page({ id: 'signInForm', method: 'post', path: '/log-ind', permission: 'public', body: formBody });
const personaForm = page({
  id: 'personaForm',
  method: 'post',
  path: '/log-ind/persona',
  permission: 'public',
  body: z.object({ persona: z.enum(personas), next }),
});
const signOutForm = page({ id: 'signOutForm', method: 'post', path: '/log-af', permission: 'session.own' });

@Controller()
export class SignInPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly usePersona: UsePersona,
    private readonly signOut: SignOut,
    private readonly cookie: SessionCookie,
  ) {}

  @Page(showSignIn)
  show(@For() ui: Ui, @Input() input: InputOf<typeof showSignIn>): unknown {
    return <SignInPage ui={ui} next={ownPath(input.next)} />;
  }

  @Page(signInForm)
  async enter(
    @For() ui: Ui,
    @Input() values: InputOf<typeof signInForm>,
    @Req() request: PageRequest & { ip: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<PageAnswer> {
    const target = ownPath(values.next);
    const result = await submit(ui, credentials, values, (input) => this.signIn.run({ ...input, network: request.ip })).catch(refusedAsError(ui));
    if ('errors' in result) return again(<SignInPage ui={ui} next={target} email={String(values.email ?? '')} errors={result.errors} />);
    this.cookie.give(reply, result.done.token);
    return seeOther(target);
  }

  @Page(personaForm)
  async persona(@Input() input: InputOf<typeof personaForm>, @Res({ passthrough: true }) reply: Reply): Promise<PageAnswer> {
    const session = await this.usePersona.run(input.persona);
    this.cookie.give(reply, session.token);
    return seeOther(ownPath(input.next));
  }

  @Page(signOutForm)
  async leave(@By() actor: Actor, @Req() request: PageRequest, @Res({ passthrough: true }) reply: Reply): Promise<PageAnswer> {
    await this.signOut.run(actor, tokenOf(request.headers));
    this.cookie.take(reply);
    return seeOther('/log-ind');
  }
}

/** A wrong password is the form's business here, not a redirect to sign in. */
const refusedAsError =
  (ui: Ui) =>
  (error: { code?: string; status?: number }): { errors: Record<string, string> } => {
    if (error.status !== 401) throw error;
    return { errors: { email: ui.t(`refusal.${error.code ?? ''}`) } };
  };
