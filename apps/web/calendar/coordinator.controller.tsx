import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { AgreementPageQueries, PlanChange } from '#agreements';
import { CoordinatorsQueries } from '#calendar';
import { By, Input, invalid, type Actor, type InputOf } from '#platform';
import { AgreementChoices } from '../agreements/agreement-choices.js';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, neededDay, optionalId, submit, type FormValues } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CoordinatorPage } from './coordinator.page.js';

const of = { permission: 'agreements.write', path: '/kalender/koordinator/:agreementId', params: z.object({ agreementId: z.uuid() }) } as const;
const showCoordinator = page({ ...of, id: 'coordinatorPage', method: 'get' });
const nameForm = page({ ...of, id: 'coordinatorForm', method: 'post', body: formBody });
const schema = z.object({ coordinatorUserId: optionalId, coordinatorMentorId: optionalId, from: neededDay });

/** Who coordinates a cluster, from a day: one at a time, a colleague or a mentor of one of the members. */
@Controller()
export class CoordinatorPages {
  constructor(
    private readonly agreements: AgreementPageQueries,
    private readonly coordinators: CoordinatorsQueries,
    private readonly choices: AgreementChoices,
    private readonly planChange: PlanChange,
  ) {}

  @Page(showCoordinator)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof showCoordinator>): Promise<VNode> {
    return this.screen(ui, actor, agreementId);
  }

  @Page(nameForm)
  async name(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof nameForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, ({ coordinatorUserId = null, coordinatorMentorId = null, from }) => {
      if (!coordinatorUserId && !coordinatorMentorId) throw invalid({ field: 'coordinatorUserId', code: 'fault.required' });
      return this.planChange.run(actor, { agreementId, from, why: ui.t('coordinator.why'), steps: [{ do: 'terms', change: { coordinatorUserId, coordinatorMentorId } }] });
    });
    if ('done' in result) return seeOther(`/kalender/koordinator/${agreementId}`, 'coordinator.named');
    return again(await this.screen(ui, actor, agreementId, values, result.errors));
  }

  private async screen(ui: Ui, actor: Actor, agreementId: string, values: FormValues = {}, errors: FieldErrors = {}): Promise<VNode> {
    const agreement = await this.agreements.page(actor, { agreementId });
    const [known, mentors, colleagues] = await Promise.all([this.coordinators.ofAgreement(actor, agreementId), this.choices.mentorsOf(actor, agreement), this.choices.colleagues(actor)]);
    return <CoordinatorPage ui={ui} agreement={agreement} known={known} mentors={mentors} colleagues={colleagues} values={values} errors={errors} />;
  }
}
