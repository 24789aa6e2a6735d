import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, EndAgreementPause, PauseAgreement, pauseAgreementOperation } from '#agreements';
import { addDays, By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { EditPage } from '../companies/edit-page.js';
import { formBody, submit, type FormValues } from '../form.js';
import { fieldsOf, readAs } from '../form-fields.js';
import { DateField, TextArea, type FieldErrors, type Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { agreementHref } from './agreement-href.js';

const write = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid() }) } as const;
const path = '/aftaler/:agreementId/pause';
const pausePage = page({ ...write, id: 'pauseAgreementPage', method: 'get', path });
const pauseForm = page({ ...write, id: 'pauseAgreementForm', method: 'post', path, body: formBody });
const endForm = page({ ...write, id: 'endAgreementPauseForm', method: 'post', path: '/aftaler/:agreementId/pauser/:pauseId/slut', params: z.object({ agreementId: z.uuid(), pauseId: z.uuid() }), body: formBody });
const schema = readAs(pauseAgreementOperation.body, { from: 'text', until: 'text', reason: 'text' });

/** Sæt på pause: the days when nobody new comes, and why. */
@Controller()
export class PauseAgreementPages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly pauseAgreement: PauseAgreement,
    private readonly endPause: EndAgreementPause,
    private readonly clock: Clock,
  ) {}

  @Page(pausePage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof pausePage>): Promise<unknown> {
    const today = this.clock.today();
    return this.form(ui, actor, agreementId, { from: today, until: addDays(today, 28) });
  }

  @Page(pauseForm)
  async pause(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof pauseForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.pauseAgreement.run(actor, { agreementId, ...input }));
    if ('done' in result) return seeOther(agreementHref(agreementId), 'agreement.paused');
    return again(await this.form(ui, actor, agreementId, values, result.errors));
  }

  /** The pause is over from today; one that has not begun never does. */
  @Page(endForm)
  async end(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, pauseId }: InputOf<typeof endForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), {}, () => this.endPause.run(actor, { agreementId, pauseId, on: this.clock.today() }));
    return seeOther(agreementHref(agreementId), 'done' in result ? 'agreement.resumed' : undefined);
  }

  private async form(ui: Ui, actor: Actor, agreementId: string, values: FormValues, errors: FieldErrors = {}) {
    const { title } = await this.agreement.page(actor, { agreementId });
    const field = fieldsOf(ui, values, errors);
    const back = { href: agreementHref(agreementId), label: title };
    return (
      <EditPage ui={ui} title={ui.t('agreementPause.title', { title })} lead={ui.t('agreementPause.lead')} action={`${agreementHref(agreementId)}/pause`} back={back} errors={errors} labels={{ from: ui.t('agreementPause.from'), until: ui.t('agreementPause.until') }} submit={ui.t('agreementPause.do')}>
        <DateField {...field('from')} label={ui.t('agreementPause.from')} required />
        <DateField {...field('until')} label={ui.t('agreementPause.until')} required />
        <TextArea {...field('reason')} label={ui.t('agreement.end.reason')} rows={2} maxLength={500} required />
      </EditPage>
    );
  }
}
