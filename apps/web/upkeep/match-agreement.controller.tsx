import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AcceptReservation, placementsOperations, PlanMatchAgreement } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields, textOf } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MatchAgreementScreen } from './match-agreement-screen.js';

const of = { permission: 'agreements.write', path: '/puljen/:id/reservationer/:reservation/aftale', params: z.object({ id: z.uuid(), reservation: z.uuid() }) } as const;
const showForm = page({ ...of, id: 'matchAgreementPage', method: 'get' });
const form = page({ ...of, id: 'matchAgreementForm', method: 'post', body: formBody });
const fields = { contactUserId: 'text', followUpWeeks: 'number', followUpPlan: 'text' } as const;
const schema = z.preprocess((values) => ({ agreement: readFields(values as FormValues, fields), overLimitReason: textOf(values as FormValues, 'overLimitReason').trim() || undefined }), placementsOperations.acceptReservation.body);

/** A match-driven agreement (model 3): with the company's yes, saved together or not at all; or made ready for the mentor's. */
@Controller()
export class MatchAgreementPages {
  constructor(
    private readonly screen: MatchAgreementScreen,
    private readonly acceptReservation: AcceptReservation,
    private readonly planAgreement: PlanMatchAgreement,
  ) {}

  @Page(showForm)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation }: InputOf<typeof showForm>): Promise<unknown> {
    return this.screen.show(ui, actor, id, reservation);
  }

  @Page(form)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation, ...values }: InputOf<typeof form>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ agreement, ...input }) => (values.wait && agreement ? this.wait(actor, { id: reservation, ...agreement }) : this.acceptReservation.run(actor, { id: reservation, agreement, ...input })));
    if ('done' in result) return result.done ? seeOther(`/aftaler/${result.done.agreementId ?? ''}`, 'agreement.born') : seeOther(`/puljen/${id}`, 'match.planned');
    const errors = Object.fromEntries(Object.entries(result.errors).map(([field, text]) => [field.replace('agreement.', ''), text]));
    return again(await this.screen.show(ui, actor, id, reservation, { ...values, over: result.refusal?.code.startsWith('placement.mentor-') ? 'true' : values.over }, errors));
  }

  /** Nobody has said yes yet. */
  private async wait(actor: Actor, planned: Parameters<PlanMatchAgreement['run']>[1]): Promise<undefined> {
    await this.planAgreement.run(actor, planned);
  }
}
