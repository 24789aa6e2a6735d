import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { acceptByLink, AcceptanceQueries, AcceptByLink, RenewAgreementLink } from '#agreements';
import { Input, Refusal, type InputOf } from '#platform';
import { again, PageAnswer, seeOther } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AgreementLinkPage, UnknownLink } from './agreement-link.page.js';

const at = { permission: 'public', params: z.object({ token: z.string().max(200) }) } as const;
const showLink = page({ ...at, id: 'showAgreementLink', method: 'get', path: '/aftale/:token', query: z.object({ sendt: z.literal('ja').optional() }) });
const acceptForm = page({ ...at, id: 'acceptAgreementForm', method: 'post', path: '/aftale/:token', body: formBody });
const renewForm = page({ ...at, id: 'renewAgreementLinkForm', method: 'post', path: '/aftale/:token/nyt', body: formBody });
const schema = readAs(acceptByLink.body, { name: 'text' });

/** The company's page: one agreement to read and accept, by its link alone. Looking uses nothing up; accepting is a form. */
@Controller()
export class AgreementLinkPages {
  constructor(
    private readonly acceptances: AcceptanceQueries,
    private readonly acceptByLink: AcceptByLink,
    private readonly renewLink: RenewAgreementLink,
  ) {}

  @Page(showLink)
  show(@For() ui: Ui, @Input() { token, sendt }: InputOf<typeof showLink>): Promise<VNode | PageAnswer> {
    return this.page(ui, token, { sent: sendt !== undefined });
  }

  @Page(acceptForm)
  async accept(@For() ui: Ui, @Input() { token, ...values }: InputOf<typeof acceptForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.acceptByLink.run({ token, ...input })).catch(unknown(ui));
    if (result instanceof PageAnswer) return result;
    if ('done' in result) return seeOther(`/aftale/${token}`);
    const shown = await this.page(ui, token, { values, errors: result.errors });
    return shown instanceof PageAnswer ? shown : again(shown);
  }

  @Page(renewForm)
  async renew(@For() ui: Ui, @Input() { token }: InputOf<typeof renewForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), {}, () => this.renewLink.run(token)).catch(unknown(ui));
    return result instanceof PageAnswer ? result : seeOther(`/aftale/${token}?sendt=ja`);
  }

  private async page(ui: Ui, token: string, shown: { readonly sent?: boolean; readonly values?: FormValues; readonly errors?: FieldErrors }): Promise<VNode | PageAnswer> {
    const found = await this.acceptances.page(token).catch(unknown(ui));
    return found instanceof PageAnswer ? found : <AgreementLinkPage ui={ui} token={token} found={found} {...shown} />;
  }
}

/** A link that opens nothing gets one and the same page, whatever it looks like. */
const unknown =
  (ui: Ui) =>
  (error: unknown): PageAnswer => {
    if (error instanceof Refusal && error.code === 'agreement-link.unknown') return new PageAnswer(404, <UnknownLink ui={ui} />);
    throw error;
  };
