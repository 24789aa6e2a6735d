import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { changeAgreement, WriteChange, type AgreementPage } from '#agreements';
import { CompanyPageQueries } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { listOf, readFields, textOf } from '../form-fields.js';
import type { Option } from '../kit/choices.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { AgreementChoices } from './agreement-choices.js';
import { stepHref } from './agreement-href.js';
import { ModelStep } from './model-step.js';

const step = { permission: 'agreements.write', path: '/aftaler/:agreementId/trin/model', params: z.object({ agreementId: z.uuid() }) } as const;
const modelStep = page({ ...step, id: 'modelStepPage', method: 'get' });
const modelStepForm = page({ ...step, id: 'modelStepForm', method: 'post', body: formBody });
const schema = z.preprocess((values) => input(values as FormValues), changeAgreement.body);

@Controller()
export class ModelStepPages {
  constructor(
    private readonly editor: WriteChange,
    private readonly company: CompanyPageQueries,
    private readonly choices: AgreementChoices,
  ) {}

  @Page(modelStep)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof modelStep>): Promise<unknown> {
    const { agreement, version } = await this.editor.look(actor, { agreementId });
    return <ModelStep ui={ui} agreement={agreement} values={valuesOf(agreement)} version={version} workplaces={await this.workplaces(actor, agreement)} />;
  }

  @Page(modelStepForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof modelStepForm>): Promise<PageAnswer> {
    const meant = values.newMember ? '' : textOf(values, 'newMemberText').trim();
    if (meant) return this.ask(ui, actor, agreementId, values, meant);
    const result = await submit(ui, schema, values, ({ version, ...change }) => this.editor.run(actor, { agreementId, version, step: { do: 'terms', change } }));
    if ('done' in result) return seeOther(stepHref(agreementId, values.stay || values.newMember ? 'model' : 'pladser'), 'agreement.saved');
    const { agreement } = await this.editor.look(actor, { agreementId });
    const version = currentOf<{ version: number }>(result.refusal)?.version ?? Number(values.version);
    return again(<ModelStep ui={ui} agreement={agreement} values={values} version={version} errors={result.errors} workplaces={await this.workplaces(actor, agreement)} />);
  }

  /** A member was written, not chosen: nothing is saved before it is known which one is meant. */
  private async ask(ui: Ui, actor: Actor, agreementId: string, values: FormValues, text: string): Promise<PageAnswer> {
    const [{ agreement }, found] = await Promise.all([this.editor.look(actor, { agreementId }), this.choices.workplaces(actor, text)]);
    const errors = { newMember: ui.t(found.length > 0 ? 'agreement.members.which' : 'agreement.members.notFound', { text }) };
    return again(<ModelStep ui={ui} agreement={agreement} values={values} version={Number(values.version)} errors={errors} workplaces={[]} found={found} />);
  }

  private async workplaces(actor: Actor, { companyId }: AgreementPage): Promise<Option[]> {
    if (!companyId) return [];
    const { workplaces } = await this.company.page(actor, { companyId });
    return workplaces.map(({ id, name, street }) => ({ value: id, label: street ? `${name}, ${street}` : name }));
  }
}

const valuesOf = ({ title, startsOn, endsOn, totalCap, workplaces }: AgreementPage): FormValues => ({
  title,
  totalCap: totalCap === null ? '' : String(totalCap),
  startsOn,
  endsOn: endsOn ?? '',
  workplaces: workplaces.map(({ workplaceId }) => workplaceId),
  ...Object.fromEntries(workplaces.map(({ workplaceId, slotCap }) => [`cap-${workplaceId}`, slotCap === null ? '' : String(slotCap)])),
});

/** The ticked workplaces with their caps, and the one found by searching. */
function input(values: FormValues): Record<string, unknown> {
  const added = textOf(values, 'newMember');
  const ids = [...new Set([...listOf(values, 'workplaces'), ...(added ? [added] : [])])];
  const caps = readFields(values, Object.fromEntries(ids.map((id) => [`cap-${id}`, 'number' as const])));
  return {
    // Only a draft's form asks for it.
    ...(values.startsOn !== undefined && { startsOn: textOf(values, 'startsOn') }),
    ...readFields(values, { title: 'text', endsOn: 'text', totalCap: 'number', version: 'number' }),
    workplaces: ids.map((workplaceId) => ({ workplaceId, slotCap: caps[`cap-${workplaceId}`] })),
  };
}
