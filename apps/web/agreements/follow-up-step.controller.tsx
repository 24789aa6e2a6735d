import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { changeAgreement, WriteChange, type AgreementPage } from '#agreements';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { asValues, hoursText, readFields } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { AgreementChoices } from './agreement-choices.js';
import { stepHref } from './agreement-href.js';
import { FollowUpStep } from './follow-up-step.js';

const params = z.object({ agreementId: z.uuid() });
const step = { permission: 'agreements.write', path: '/aftaler/:agreementId/trin/opfoelgning', params } as const;
const followUpStep = page({ ...step, id: 'followUpStepPage', method: 'get' });
const followUpStepForm = page({ ...step, id: 'followUpStepForm', method: 'post', body: formBody });

@Controller()
export class FollowUpStepPages {
  constructor(
    private readonly editor: WriteChange,
    private readonly choices: AgreementChoices,
    private readonly clock: Clock,
  ) {}

  @Page(followUpStep)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof followUpStep>): Promise<unknown> {
    const [{ agreement, version }, lists] = await Promise.all([this.editor.look(actor, { agreementId }), this.choices.followUp(ui, actor, this.clock.today())]);
    return <FollowUpStep ui={ui} agreement={agreement} values={valuesOf(agreement)} version={version} {...lists} />;
  }

  @Page(followUpStepForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof followUpStepForm>): Promise<PageAnswer> {
    const { callable, cluster } = (await this.editor.look(actor, { agreementId })).agreement;
    const result = await submit(ui, schemaOf(callable, cluster !== null), values, ({ version, ...change }) => this.editor.run(actor, { agreementId, version, step: { do: 'terms', change } }));
    if ('done' in result) return seeOther(stepHref(agreementId, 'gennemse'), 'agreement.saved');
    const [{ agreement }, lists] = await Promise.all([this.editor.look(actor, { agreementId }), this.choices.followUp(ui, actor, this.clock.today())]);
    const version = currentOf<{ version: number }>(result.refusal)?.version ?? Number(values.version);
    return again(<FollowUpStep ui={ui} agreement={agreement} values={values} version={version} errors={result.errors} {...lists} />);
  }
}

const valuesOf = (agreement: AgreementPage): FormValues => ({ ...asValues({ ...agreement }), minutesPerWeek: agreement.minutesPerWeek === null ? '' : hoursText(agreement.minutesPerWeek) });

/** Only the fields that the model's form shows are read: the others stay as they are. */
const schemaOf = (callable: boolean, cluster: boolean) =>
  z.preprocess(
    (values) =>
      readFields(values as FormValues, {
        contactUserId: 'text',
        deputyUserId: 'text',
        followUpWeeks: 'number',
        followUpPlan: 'text',
        minutesPerWeek: 'hours',
        requestsPerMonth: 'number',
        measureTypeCodes: 'list',
        targetGroupCodes: 'list',
        terms: 'text',
        version: 'number',
        ...(callable && { callNoticeDays: 'number', answerDays: 'number' }),
        ...(cluster && { refill: 'flag' }),
      }),
    changeAgreement.body,
  );
