import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AgreementPageQueries, convertAgreement, WriteChange, type AgreementPage, type Model } from '#agreements';
import type { Option as FoundWorkplace } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields, textOf } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AgreementChoices } from './agreement-choices.js';
import { stepHref } from './agreement-href.js';
import { ConvertAgreementPage } from './convert-agreement.page.js';

const write = { permission: 'agreements.write', path: '/aftaler/:agreementId/skift-model', params: z.object({ agreementId: z.uuid() }) } as const;
const convertPage = page({ ...write, id: 'convertAgreementPage', method: 'get' });
const convertForm = page({ ...write, id: 'convertAgreementForm', method: 'post', body: formBody });
const body = convertAgreement.body.omit({ version: true, why: true });
const models = z.enum(['fixed_slots', 'standing', 'match_driven', 'cluster']);

/** Skift model: a step of the editor, which counts at once in a draft and from its day in an agreement in force. */
@Controller()
export class ConvertAgreementPages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly editor: WriteChange,
    private readonly choices: AgreementChoices,
  ) {}

  @Page(convertPage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof convertPage>): Promise<unknown> {
    return this.form(ui, actor, agreementId, { slotPooling: 'pooled', clusterKind: 'geographic', count: '1' });
  }

  @Page(convertForm)
  async convert(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof convertForm>): Promise<PageAnswer> {
    const meant = values.to === 'cluster' && !values.newMember ? textOf(values, 'newMemberText').trim() : '';
    if (meant) return this.ask(ui, actor, agreementId, values, meant);
    const agreement = await this.agreement.page(actor, { agreementId });
    const schema = z.preprocess((posted) => conversionOf(posted as FormValues, agreement), body);
    const result = await submit(ui, schema, values, (conversion) => this.editor.run(actor, { agreementId, step: { do: 'convert', conversion } }));
    if ('done' in result) return seeOther(stepHref(agreementId, 'gennemse'), 'agreement.converted');
    return again(await this.form(ui, actor, agreementId, values, errorsOf(result.errors)));
  }

  /** A member was written, not chosen: nothing is changed before it is known which one is meant. */
  private async ask(ui: Ui, actor: Actor, agreementId: string, values: FormValues, text: string): Promise<PageAnswer> {
    const found = await this.choices.workplaces(actor, text);
    const errors = { newMember: ui.t(found.length > 0 ? 'agreement.members.which' : 'agreement.members.notFound', { text }) };
    return again(await this.form(ui, actor, agreementId, values, errors, found));
  }

  private async form(ui: Ui, actor: Actor, agreementId: string, values: FormValues, errors: FieldErrors = {}, found: readonly FoundWorkplace[] = []) {
    const agreement = await this.agreement.page(actor, { agreementId });
    const colleagues = await this.choices.colleagues(actor);
    return <ConvertAgreementPage ui={ui} agreement={agreement} values={values} errors={errors} colleagues={colleagues} found={found} />;
  }
}

/** Only what the chosen model asks for is read. */
function conversionOf(values: FormValues, agreement: AgreementPage): Record<string, unknown> {
  const to = models.safeParse(values.to);
  const { clusterName, clusterKind, slotPooling, coordinatorUserId, newMember, companyId } = readFields(values, { clusterName: 'text', clusterKind: 'text', slotPooling: 'text', coordinatorUserId: 'text', newMember: 'text', companyId: 'text' });
  const members = agreement.workplaces.map(({ workplaceId, slotCap }) => ({ workplaceId, slotCap }));
  return {
    to: to.success ? to.data : undefined,
    ...(to.data === 'cluster' && {
      cluster: { name: clusterName ?? '', kind: clusterKind },
      slotPooling,
      coordinatorUserId,
      workplaces: typeof newMember === 'string' && !members.some(({ workplaceId }) => workplaceId === newMember) ? [...members, { workplaceId: newMember }] : members,
    }),
    ...(to.data !== 'cluster' && companyId !== null && { companyId }),
    ...(to.data && promises(to.data) && agreement.model === 'match_driven' && { slots: [firstSlot(values, agreement)] }),
  };
}

const promises = (model: Model): boolean => model !== 'match_driven';

/** What a match-driven agreement has never had: a place, of the kind that went well. */
const firstSlot = (values: FormValues, { workplaces }: AgreementPage): Record<string, unknown> => ({
  workplaceId: workplaces[0]?.workplaceId,
  ...readFields(values, { tasks: 'text', minutesPerWeek: 'hours', pathToHours: 'text', count: 'number' }),
  ...(textOf(values, 'count') === '' && { count: 1 }),
});

const formNames: Readonly<Record<string, string>> = { 'cluster.name': 'clusterName', 'cluster.kind': 'clusterKind', workplaces: 'newMember' };
const errorsOf = (errors: FieldErrors): FieldErrors => Object.fromEntries(Object.entries(errors).map(([field, message]) => [formNames[field] ?? field.replace(/^slots\.0\./, ''), message]));
