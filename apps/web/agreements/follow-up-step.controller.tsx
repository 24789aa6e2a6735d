import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, changeAgreement, ChangeAgreement } from '#agreements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { asValues, readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { AgreementChoices } from './agreement-choices.js';
import { stepHref } from './agreement-href.js';
import { FollowUpStep } from './follow-up-step.js';
import { ReviewStep } from './review-step.js';

const params = z.object({ agreementId: z.uuid() });
const step = { permission: 'agreements.write', path: '/aftaler/:agreementId/trin/opfoelgning', params } as const;
const followUpStep = page({ ...step, id: 'followUpStepPage', method: 'get' });
const followUpStepForm = page({ ...step, id: 'followUpStepForm', method: 'post', body: formBody });
const reviewStep = page({ id: 'reviewStepPage', method: 'get', path: '/aftaler/:agreementId/trin/gennemse', permission: 'agreements.write', params });

@Controller()
export class FollowUpStepPages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly choices: AgreementChoices,
    private readonly changeAgreement: ChangeAgreement,
  ) {}

  @Page(followUpStep)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof followUpStep>): Promise<unknown> {
    const [agreement, colleagues] = await Promise.all([this.agreement.page(actor, { agreementId }), this.choices.colleagues(actor)]);
    return <FollowUpStep ui={ui} agreement={agreement} values={asValues({ ...agreement })} version={agreement.version} colleagues={colleagues} />;
  }

  @Page(followUpStepForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof followUpStepForm>): Promise<PageAnswer> {
    const { callable, cluster } = await this.agreement.page(actor, { agreementId });
    const result = await submit(ui, schemaOf(callable, cluster !== null), values, (change) => this.changeAgreement.run(actor, { agreementId, ...change }));
    if ('done' in result) return seeOther(stepHref(agreementId, 'gennemse'), 'agreement.saved');
    const [agreement, colleagues] = await Promise.all([this.agreement.page(actor, { agreementId }), this.choices.colleagues(actor)]);
    const version = currentOf<{ version: number }>(result.refusal)?.version ?? Number(values.version);
    return again(<FollowUpStep ui={ui} agreement={agreement} values={values} version={version} errors={result.errors} colleagues={colleagues} />);
  }

  @Page(reviewStep)
  async review(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof reviewStep>): Promise<unknown> {
    return <ReviewStep ui={ui} agreement={await this.agreement.page(actor, input)} />;
  }
}

/** Only the fields that the model's form shows are read: the others stay as they are. */
const schemaOf = (callable: boolean, cluster: boolean) =>
  z.preprocess(
    (values) =>
      readFields(values as FormValues, {
        contactUserId: 'text',
        terms: 'text',
        version: 'number',
        ...(callable && { callNoticeDays: 'number', answerDays: 'number' }),
        ...(cluster && { refill: 'flag' }),
      }),
    changeAgreement.body,
  );
