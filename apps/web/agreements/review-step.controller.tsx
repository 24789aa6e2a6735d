import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { ActivateAgreement, DropChange, PlanChange } from '#agreements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, neededText, submit } from '../form.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { agreementHref, stepHref } from './agreement-href.js';
import { ReviewScreen } from './review-screen.js';

const write = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid() }) } as const;
const reviewStep = page({ ...write, id: 'reviewStepPage', method: 'get', path: '/aftaler/:agreementId/trin/gennemse' });
const activate = page({ ...write, id: 'activateAgreementForm', method: 'post', path: '/aftaler/:agreementId/i-kraft', body: formBody });
const changeForm = page({ ...write, id: 'changeFromForm', method: 'post', path: '/aftaler/:agreementId/aendring', body: formBody });
const dropForm = page({ ...write, id: 'dropChangeForm', method: 'post', path: '/aftaler/:agreementId/aendring/kasser', body: formBody });
const changeSchema = z.object({ from: z.preprocess((value) => (value === '' ? undefined : value), z.iso.date({ error: 'fault.required' })), why: neededText(500) });

@Controller()
export class ReviewStepPages {
  constructor(
    private readonly screen: ReviewScreen,
    private readonly activateAgreement: ActivateAgreement,
    private readonly planChange: PlanChange,
    private readonly dropChange: DropChange,
  ) {}

  @Page(reviewStep)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof reviewStep>): Promise<unknown> {
    return this.screen.show(ui, actor, agreementId);
  }

  @Page(activate)
  async activate(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof activate>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), values, () => this.activateAgreement.run(actor, { agreementId }));
    if ('done' in result) return seeOther(agreementHref(agreementId), 'agreement.activated');
    return again(await this.screen.show(ui, actor, agreementId, { refused: true }));
  }

  @Page(changeForm)
  async change(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof changeForm>): Promise<PageAnswer> {
    const result = await submit(ui, changeSchema, values, (input) => this.planChange.run(actor, { agreementId, ...input }));
    if ('done' in result) return seeOther(agreementHref(agreementId), result.done.coming ? 'agreement.planned' : 'agreement.saved');
    return again(await this.screen.show(ui, actor, agreementId, { values, errors: result.errors }));
  }

  @Page(dropForm)
  async drop(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof dropForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), {}, () => this.dropChange.run(actor, { agreementId }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'agreement.dropped') : seeOther(stepHref(agreementId, 'gennemse'));
  }
}
