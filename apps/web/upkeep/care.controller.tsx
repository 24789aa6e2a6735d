import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, type Actor, type InputOf } from '#platform';
import { AnswerOffer, ThankCompany, upkeepOperations } from '#upkeep';
import { agreementHref } from '../agreements/agreement-href.js';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, withoutBlanks } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CareScreen } from './care-screen.js';

const params = z.object({ agreementId: z.uuid() });
const write = { method: 'post', permission: 'agreements.write', params, body: formBody } as const;
const showCare = page({ id: 'agreementCarePage', method: 'get', path: '/aftaler/:agreementId/pleje', permission: 'agreements.read', params });
const answerForm = page({ ...write, id: 'answerOfferForm', path: '/aftaler/:agreementId/pleje/svar' });
const thankForm = page({ ...write, id: 'thankCompanyForm', path: '/aftaler/:agreementId/pleje/tak' });
/** A form carries more than the API's body (its mark): only what was declared is read. */
const answerSchema = withoutBlanks(z.object({ ...upkeepOperations.answerOffer.body.shape, answer: z.enum(['good', 'changed', 'ended'], { error: 'fault.required' }) }));
const thankSchema = withoutBlanks(z.object(upkeepOperations.thankCompany.body.shape));

@Controller()
export class CarePages {
  constructor(
    private readonly screen: CareScreen,
    private readonly answerOffer: AnswerOffer,
    private readonly thankCompany: ThankCompany,
  ) {}

  @Page(showCare)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof showCare>): Promise<unknown> {
    return this.screen.show(ui, actor, agreementId);
  }

  @Page(answerForm)
  async answer(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const result = await submit(ui, answerSchema, values, (input) => this.answerOffer.run(actor, { agreementId, ...input }));
    return 'done' in result ? seeOther(`${agreementHref(agreementId)}/pleje`, values.answer === 'ended' ? 'offer.ended' : 'offer.answered') : again(await this.screen.show(ui, actor, agreementId, values, result.errors));
  }

  @Page(thankForm)
  async thank(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof thankForm>): Promise<PageAnswer> {
    const result = await submit(ui, thankSchema, values, (input) => this.thankCompany.run(actor, { agreementId, ...input }));
    return 'done' in result ? seeOther(`${agreementHref(agreementId)}/pleje`, 'company.thanked') : again(await this.screen.show(ui, actor, agreementId, values, result.errors));
  }
}
