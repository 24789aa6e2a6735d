import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, renewAgreement, RenewAgreement } from '#agreements';
import { addDays, By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { EditPage } from '../companies/edit-page.js';
import { formBody, submit, type FormValues } from '../form.js';
import { fieldsOf, readAs } from '../form-fields.js';
import { DateField, TextArea, type FieldErrors, type Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { agreementHref } from './agreement-href.js';

const write = { permission: 'agreements.write', path: '/aftaler/:agreementId/forlaeng', params: z.object({ agreementId: z.uuid() }) } as const;
const renewPage = page({ ...write, id: 'renewAgreementPage', method: 'get' });
const renewForm = page({ ...write, id: 'renewAgreementForm', method: 'post', body: formBody });
const schema = readAs(renewAgreement.body, { endsOn: 'text', why: 'text', version: 'number' });

/** Forlæng: a later end, or none. */
@Controller()
export class RenewAgreementPages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly renewAgreement: RenewAgreement,
  ) {}

  @Page(renewPage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof renewPage>): Promise<unknown> {
    return this.form(ui, actor, agreementId, {});
  }

  @Page(renewForm)
  async renew(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof renewForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.renewAgreement.run(actor, { agreementId, ...input }));
    if ('done' in result) return seeOther(agreementHref(agreementId), 'agreement.renewed');
    const current = currentOf<{ version: number }>(result.refusal)?.version;
    return again(await this.form(ui, actor, agreementId, values, result.errors, current ?? Number(values.version)));
  }

  private async form(ui: Ui, actor: Actor, agreementId: string, values: FormValues, errors: FieldErrors = {}, version?: number) {
    const agreement = await this.agreement.page(actor, { agreementId });
    const field = fieldsOf(ui, values, errors);
    const back = { href: agreementHref(agreementId), label: agreement.title };
    return (
      <EditPage
        ui={ui}
        title={ui.t('renew.title', { title: agreement.title })}
        lead={agreement.endsOn ? ui.t('renew.lead', { date: ui.formatDate(addDays(agreement.endsOn, -1)) }) : undefined}
        action={`${agreementHref(agreementId)}/forlaeng`}
        back={back}
        errors={errors}
        version={version ?? agreement.version}
        submit={ui.t('agreement.renew')}
      >
        <DateField {...field('endsOn')} label={ui.t('renew.until')} hint={ui.t('agreement.endsOn.hint')} optional />
        <TextArea {...field('why')} label={ui.t('agreement.end.reason')} hint={ui.t('agreement.end.reason.hint')} rows={2} maxLength={500} required />
      </EditPage>
    );
  }
}
