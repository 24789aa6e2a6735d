import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { OpeningsQueries, type OpeningView } from '#openings';
import { UsersQueries } from '#people';
import { AcceptReservation, placementsOperations } from '#placements';
import { By, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { colleaguesOf } from '../colleagues.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields, textOf } from '../form-fields.js';
import type { FieldErrors } from '../kit/error-summary.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MatchAgreementPage } from './match-agreement.page.js';

const of = { permission: 'agreements.write', path: '/puljen/:id/reservationer/:reservation/aftale', params: z.object({ id: z.uuid(), reservation: z.uuid() }) } as const;
const showForm = page({ ...of, id: 'matchAgreementPage', method: 'get' });
const form = page({ ...of, id: 'matchAgreementForm', method: 'post', body: formBody });
const fields = { contactUserId: 'text', followUpWeeks: 'number', followUpPlan: 'text' } as const;
const schema = z.preprocess((values) => ({ agreement: readFields(values as FormValues, fields), overLimitReason: textOf(values as FormValues, 'overLimitReason').trim() || undefined }), placementsOperations.acceptReservation.body);

/** The company's yes and a match-driven agreement (model 3), saved together or not at all. */
@Controller()
export class MatchAgreementPages {
  constructor(
    private readonly openings: OpeningsQueries,
    private readonly users: UsersQueries,
    private readonly acceptReservation: AcceptReservation,
  ) {}

  @Page(showForm)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation }: InputOf<typeof showForm>): Promise<unknown> {
    return this.page(ui, actor, id, reservation, { contactUserId: actor.userId ?? '', followUpWeeks: '2' });
  }

  @Page(form)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { id, reservation, ...values }: InputOf<typeof form>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.acceptReservation.run(actor, { id: reservation, ...input }));
    if ('done' in result) return seeOther(`/aftaler/${result.done.agreementId ?? ''}`, 'agreement.born');
    const errors = Object.fromEntries(Object.entries(result.errors).map(([field, text]) => [field.replace('agreement.', ''), text]));
    return again(await this.page(ui, actor, id, reservation, { ...values, over: result.refusal?.code.startsWith('placement.mentor-') ? 'true' : values.over }, errors));
  }

  private async page(ui: Ui, actor: Actor, id: string, reservation: string, values: FormValues, errors?: FieldErrors) {
    const [opening, colleagues] = await Promise.all([this.sharedOpening(actor, id), colleaguesOf(this.users, actor)]);
    return <MatchAgreementPage ui={ui} opening={opening} reservation={reservation} colleagues={colleagues} values={values} errors={errors} />;
  }

  /** A slot's place belongs to an agreement already. */
  private async sharedOpening(actor: Actor, id: string): Promise<OpeningView> {
    const opening = await this.openings.one(actor, id);
    if (opening.slotId) throw notFound();
    return opening;
  }
}
