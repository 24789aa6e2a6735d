import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { changeAgreement, WriteChange, type AgreementPage } from '#agreements';
import { NameMentor } from '#mentors';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { mentorSchema } from '../companies/mentor.controller.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import { hoursText, listOf, readFields, textOf } from '../form-fields.js';
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
const payFields = { mentorPayKroner: 'number', mentorPayMinutes: 'hours', mentorPayFrom: 'text', mentorPayUntil: 'text' } as const;
const schema = z.preprocess((values) => payInOre(readFields(values as FormValues, { ...payFields, mentorIds: 'list', coordinatorUserId: 'text', coordinatorMentorId: 'text', version: 'number' })), changeAgreement.body);

/** Kroner as people write them, øre as they are kept. */
const payInOre = ({ mentorPayKroner, ...rest }: Record<string, unknown>): Record<string, unknown> => ({
  ...rest,
  mentorPayOre: typeof mentorPayKroner === 'number' ? Math.round(mentorPayKroner * 100) : mentorPayKroner,
});

@Controller()
export class MentorStepPages {
  constructor(
    private readonly editor: WriteChange,
    private readonly choices: AgreementChoices,
    private readonly nameMentor: NameMentor,
  ) {}

  @Page(mentorStep)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof mentorStep>): Promise<unknown> {
    const { agreement, version } = await this.editor.look(actor, { agreementId });
    const [mentors, colleagues] = await Promise.all([this.choices.mentorsOf(actor, agreement), this.choices.colleagues(actor)]);
    return <MentorStep ui={ui} agreement={agreement} values={valuesOf(agreement)} version={version} mentors={mentors} colleagues={colleagues} />;
  }

  /** Names a new mentor when one was written, and then says who are the agreement's. */
  @Page(mentorStepForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof mentorStepForm>): Promise<PageAnswer> {
    const named = textOf(values, 'name').trim() === '' ? undefined : await submit(ui, mentorSchema, values, (input) => this.nameMentor.run(actor, input));
    if (named && 'errors' in named) return this.again(ui, actor, agreementId, values, named);
    const wanted: FormValues = named ? { ...values, name: '', mentorIds: [...listOf(values, 'mentorIds'), named.done.id] } : values;
    const result = await submit(ui, schema, wanted, ({ version, ...change }) => this.editor.run(actor, { agreementId, version, step: { do: 'terms', change } }));
    return 'done' in result ? seeOther(stepHref(agreementId, 'opfoelgning'), 'agreement.saved') : this.again(ui, actor, agreementId, wanted, result);
  }

  private async again(ui: Ui, actor: Actor, agreementId: string, values: FormValues, { errors, refusal }: Extract<Submitted<unknown>, { errors: unknown }>): Promise<PageAnswer> {
    const { agreement } = await this.editor.look(actor, { agreementId });
    const [mentors, colleagues] = await Promise.all([this.choices.mentorsOf(actor, agreement), this.choices.colleagues(actor)]);
    const version = currentOf<{ version: number }>(refusal)?.version ?? Number(values.version);
    return again(<MentorStep ui={ui} agreement={agreement} values={values} version={version} errors={errors.mentorPayOre ? { mentorPayKroner: errors.mentorPayOre, ...errors } : errors} mentors={mentors} colleagues={colleagues} />);
  }
}

const valuesOf = ({ mentors, coordinatorUserId, coordinatorMentorId, startsOn, mentorPayOre, mentorPayMinutes, mentorPayFrom, mentorPayUntil }: AgreementPage): FormValues => ({
  mentorPayKroner: mentorPayOre === null ? '' : String(mentorPayOre / 100).replace('.', ','),
  mentorPayMinutes: mentorPayMinutes === null ? '' : hoursText(mentorPayMinutes),
  mentorPayFrom: mentorPayFrom ?? '',
  mentorPayUntil: mentorPayUntil ?? '',
  mentorIds: mentors.map(({ id }) => id),
  coordinatorUserId: coordinatorUserId ?? '',
  coordinatorMentorId: coordinatorMentorId ?? '',
  accepts: '1',
  activeFrom: startsOn,
});
