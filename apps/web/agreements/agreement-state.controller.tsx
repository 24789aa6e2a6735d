import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, endAgreement, EndAgreement } from '#agreements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { agreementHref } from './agreement-href.js';
import { EndAgreementPage } from './end-agreement.page.js';

const write = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid() }) } as const;
const endPage = page({ ...write, id: 'endAgreementPage', method: 'get', path: '/aftaler/:agreementId/afslut' });
const endForm = page({ ...write, id: 'endAgreementForm', method: 'post', path: '/aftaler/:agreementId/afslut', body: formBody });
const endSchema = readAs(endAgreement.body, { endsOn: 'text', reason: 'text', version: 'number' });

/** To its end. */
@Controller()
export class AgreementStatePages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly endAgreement: EndAgreement,
  ) {}

  @Page(endPage)
  async showEnd(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof endPage>): Promise<unknown> {
    const agreement = await this.agreement.page(actor, { agreementId });
    return <EndAgreementPage ui={ui} agreement={agreement} values={{}} version={agreement.version} />;
  }

  @Page(endForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof endForm>): Promise<PageAnswer> {
    const agreement = await this.agreement.page(actor, { agreementId });
    const result = await submit(ui, endSchema, values, (input) => this.endAgreement.run(actor, { agreementId, ...input }));
    if ('done' in result) return seeOther(agreementHref(agreementId), agreement.coming ? 'agreement.ended-coming' : 'agreement.ended');
    const version = currentOf<{ version: number }>(result.refusal)?.version ?? Number(values.version);
    return again(<EndAgreementPage ui={ui} agreement={agreement} values={values} version={version} errors={result.errors} />);
  }
}
