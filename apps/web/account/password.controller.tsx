import { Controller, Req } from '@nestjs/common';
import { z } from 'zod';
import { PasswordLinks, RequestPasswordReset, requestPasswordReset, SetPassword, setPassword } from '#people';
import { Input, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { ForgottenPage, SetPasswordPage } from './password.page.js';

const anyone = { permission: 'public' } as const;
const params = z.object({ token: z.string().max(100) });
const showForgotten = page({ ...anyone, id: 'forgottenPage', method: 'get', path: '/glemt-adgangskode' });
const forgottenForm = page({ ...anyone, id: 'forgottenForm', method: 'post', path: '/glemt-adgangskode', body: formBody });
const showLink = page({ ...anyone, id: 'setPasswordPage', method: 'get', path: '/adgangskode/:token', params });
const linkForm = page({ ...anyone, id: 'setPasswordForm', method: 'post', path: '/adgangskode/:token', params, body: formBody });

const forgottenSchema = readAs(requestPasswordReset.body, { email: 'text' });
const linkSchema = readAs(setPassword.body, { token: 'text', newPassword: 'secret' });

@Controller()
export class PasswordPages {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly links: PasswordLinks,
    private readonly setPassword: SetPassword,
  ) {}

  @Page(showForgotten)
  forgotten(@For() ui: Ui): unknown {
    return <ForgottenPage ui={ui} />;
  }

  @Page(forgottenForm)
  async ask(@For() ui: Ui, @Input() values: InputOf<typeof forgottenForm>, @Req() { ip }: { ip: string }): Promise<unknown> {
    const result = await submit(ui, forgottenSchema, values, (input) => this.requestReset.run({ ...input, network: ip }));
    if ('done' in result) return <ForgottenPage ui={ui} asked />;
    return again(<ForgottenPage ui={ui} email={String(values.email ?? '')} errors={result.errors} />);
  }

  @Page(showLink)
  async link(@For() ui: Ui, @Input() { token }: InputOf<typeof showLink>): Promise<unknown> {
    const { name, email } = await this.links.find(token);
    return <SetPasswordPage ui={ui} token={token} name={name} email={email} />;
  }

  @Page(linkForm)
  async set(@For() ui: Ui, @Input() { token, ...values }: InputOf<typeof linkForm>): Promise<PageAnswer> {
    const { name, email } = await this.links.find(token);
    const result = await submit(ui, linkSchema, { ...values, token }, (input) => this.setPassword.run(input));
    if ('done' in result) return seeOther('/log-ind', 'password.set');
    return again(<SetPasswordPage ui={ui} token={token} name={name} email={email} errors={result.errors} />);
  }
}
