import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { addSlots, WriteChange, type AgreementPage } from '#agreements';
import { SectorsQueries } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { hoursText, listOf, readFields } from '../form-fields.js';
import type { FieldErrors } from '../kit/error-summary.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { stepHref } from './agreement-href.js';
import { SlotsStep } from './slots-step.js';

const step = { permission: 'agreements.write', path: '/aftaler/:agreementId/trin/pladser', params: z.object({ agreementId: z.uuid() }) } as const;
const slotsStep = page({ ...step, id: 'slotsStepPage', method: 'get' });
const slotsStepForm = page({ ...step, id: 'slotsStepForm', method: 'post', body: formBody });

/** How a slot's form is read, here and where one is changed. */
export const slotFields = { tasks: 'text', minutesPerWeek: 'hours', pathToHours: 'text', considerationIds: 'list' } as const;
const schema = z.preprocess((values) => ({ slots: [readFields(values as FormValues, { ...slotFields, workplaceId: 'text', count: 'number' })] }), addSlots.body);

@Controller()
export class SlotsStepPages {
  constructor(
    private readonly editor: WriteChange,
    private readonly lists: SectorsQueries,
  ) {}

  @Page(slotsStep)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof slotsStep>): Promise<unknown> {
    const [{ agreement }, { items }] = await Promise.all([this.editor.look(actor, { agreementId }), this.lists.considerations(actor)]);
    return <SlotsStep ui={ui} agreement={agreement} values={likeTheLast(agreement)} considerations={items} />;
  }

  @Page(slotsStepForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, next, ...values }: InputOf<typeof slotsStepForm>): Promise<PageAnswer> {
    if (next && isAsOffered((await this.editor.look(actor, { agreementId })).agreement, values)) return seeOther(stepHref(agreementId, 'mentor'));
    const result = await submit(ui, schema, values, ({ slots }) => this.editor.run(actor, { agreementId, step: { do: 'add-slots', slots } }));
    if ('done' in result) return seeOther(stepHref(agreementId, next ? 'mentor' : 'pladser'), 'slots.added');
    const [{ agreement }, { items }] = await Promise.all([this.editor.look(actor, { agreementId }), this.lists.considerations(actor)]);
    return again(<SlotsStep ui={ui} agreement={agreement} values={values} errors={ofTheSlot(result.errors)} considerations={items} />);
  }
}

/** The next place is often like the one before: its hours and path are there already. */
function likeTheLast({ slots }: AgreementPage): FormValues {
  const last = slots.at(-1);
  if (!last) return { count: '1', minutesPerWeek: '20' };
  return { count: '1', minutesPerWeek: hoursText(last.minutesPerWeek), pathToHours: last.pathToHours, considerationIds: last.considerationIds, workplaceId: last.workplaceId };
}

/** Nothing was written in the form: it stands as it was shown. */
function isAsOffered(agreement: AgreementPage, values: FormValues): boolean {
  const offered = likeTheLast(agreement);
  return ['count', 'tasks', 'minutesPerWeek', 'pathToHours', 'considerationIds'].every((name) => same(listOf(values, name), listOf(offered, name)));
}

const same = (typed: readonly string[], offered: readonly string[]): boolean => {
  const [one, other] = [typed, offered].map((list) => list.map((text) => text.trim().replaceAll('\r\n', '\n')).filter(Boolean).sort().join('\n'));
  return one === other;
};

const ofTheSlot = (errors: FieldErrors): FieldErrors => Object.fromEntries(Object.entries(errors).map(([field, message]) => [field.replace(/^slots\.0\./, ''), message]));
