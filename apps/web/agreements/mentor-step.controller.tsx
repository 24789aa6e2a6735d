import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, changeAgreement, ChangeAgreement, type AgreementPage } from '#agreements';
import { NameMentor } from '#mentors';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { mentorSchema } from '../companies/mentor.controller.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import { listOf, readAs, textOf } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { AgreementChoices } from './agreement-choices.js';
import { stepHref } from './agreement-href.js';
import { MentorStep } from './mentor-step.js';

const step = { permission: 'agreements.write', path: '/aftaler/:agreementId/trin/mentor', params: z.object({ agreementId: z.uuid() }) } as const;
const mentorStep = page({ ...step, id: 'mentorStepPage', method: 'get' });
const mentorStepForm = page({ ...step, id: 'mentorStepForm', method: 'post', body: formBody });
const schema = readAs(changeAgreement.body, { mentorIds: 'list', coordinatorUserId: 'text', coordinatorMentorId: 'text', version: 'number' });

@Controller()
export class MentorStepPages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly choices: AgreementChoices,
    private readonly changeAgreement: ChangeAgreement,
    private readonly nameMentor: NameMentor,
  ) {}

  @Page(mentorStep)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof mentorStep>): Promise<unknown> {
    const agreement = await this.agreement.page(actor, { agreementId });
    const [mentors, colleagues] = await Promise.all([this.choices.mentorsOf(actor, agreement), this.choices.colleagues(actor)]);
    return <MentorStep ui={ui} agreement={agreement} values={valuesOf(agreement)} version={agreement.version} mentors={mentors} colleagues={colleagues} />;
  }

  /** Names a new mentor when one was written, and then says who are the agreement's. */
  @Page(mentorStepForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof mentorStepForm>): Promise<PageAnswer> {
    const named = textOf(values, 'name').trim() === '' ? undefined : await submit(ui, mentorSchema, values, (input) => this.nameMentor.run(actor, input));
    if (named && 'errors' in named) return this.again(ui, actor, agreementId, values, named);
    const wanted: FormValues = named ? { ...values, name: '', mentorIds: [...listOf(values, 'mentorIds'), named.done.id] } : values;
    const result = await submit(ui, schema, wanted, (change) => this.changeAgreement.run(actor, { agreementId, ...change }));
    return 'done' in result ? seeOther(stepHref(agreementId, 'opfoelgning'), 'agreement.saved') : this.again(ui, actor, agreementId, wanted, result);
  }

  private async again(ui: Ui, actor: Actor, agreementId: string, values: FormValues, { errors, refusal }: Extract<Submitted<unknown>, { errors: unknown }>): Promise<PageAnswer> {
    const agreement = await this.agreement.page(actor, { agreementId });
    const [mentors, colleagues] = await Promise.all([this.choices.mentorsOf(actor, agreement), this.choices.colleagues(actor)]);
    const version = currentOf<{ version: number }>(refusal)?.version ?? Number(values.version);
    return again(<MentorStep ui={ui} agreement={agreement} values={values} version={version} errors={errors} mentors={mentors} colleagues={colleagues} />);
  }
}

const valuesOf = ({ mentors, coordinatorUserId, coordinatorMentorId, startsOn }: AgreementPage): FormValues => ({
  mentorIds: mentors.map(({ id }) => id),
  coordinatorUserId: coordinatorUserId ?? '',
  coordinatorMentorId: coordinatorMentorId ?? '',
  accepts: '1',
  activeFrom: startsOn,
});
