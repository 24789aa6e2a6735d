import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { createAgreement, CreateAgreement, type Model } from '#agreements';
import { CompanyPageQueries } from '#companies';
import { By, Clock, Input, notFound, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, optionalId, optionalText, submit, type FormValues } from '../form.js';
import { listOf, readFields } from '../form-fields.js';
import type { FieldErrors } from '../kit/error-summary.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AgreementChoices } from './agreement-choices.js';
import { stepHref } from './agreement-href.js';
import { ChooseCompanyPage, ChooseModelPage, NewAgreementPage } from './new-agreement.page.js';

const models = ['fixed_slots', 'standing', 'match_driven', 'cluster'] as const satisfies readonly Model[];
const newAgreement = page({
  id: 'newAgreementPage',
  method: 'get',
  path: '/aftaler/ny',
  permission: 'agreements.write',
  query: z.object({ virksomhed: optionalId, arbejdssted: optionalId, arbejdsstedText: optionalText(200), model: z.enum(models).optional(), reservation: optionalId }),
});
const newAgreementForm = page({ id: 'newAgreementForm', method: 'post', path: '/aftaler/ny', permission: 'agreements.write', body: formBody });
const schema = z.preprocess((values) => agreementInput(values as FormValues), createAgreement.body);
const asked = z.object({ companyId: z.uuid(), model: z.enum(models), bornOfReservationId: optionalId });

@Controller()
export class NewAgreementPages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly choices: AgreementChoices,
    private readonly createAgreement: CreateAgreement,
    private readonly clock: Clock,
  ) {}

  @Page(newAgreement)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { virksomhed, arbejdssted, arbejdsstedText, model, reservation }: InputOf<typeof newAgreement>): Promise<unknown> {
    const companyId = arbejdssted ? (await this.company.workplace(actor, { workplaceId: arbejdssted })).companyId : virksomhed;
    if (!companyId) return <ChooseCompanyPage ui={ui} text={arbejdsstedText} found={arbejdsstedText ? await this.choices.workplaces(actor, arbejdsstedText) : undefined} />;
    const company = await this.company.page(actor, { companyId });
    if (!model || (model === 'match_driven' && !reservation)) return <ChooseModelPage ui={ui} company={company} />;
    const workplaces = company.workplaces.length === 1 ? company.workplaces.map(({ id }) => id) : [];
    const values = { startsOn: this.clock.today(), contactUserId: actor.userId ?? '', followUpWeeks: '2', slotPooling: 'pooled', clusterKind: 'geographic', workplaces };
    return <NewAgreementPage ui={ui} company={company} model={model} reservationId={reservation} values={values} colleagues={await this.choices.colleagues(actor)} />;
  }

  @Page(newAgreementForm)
  async create(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newAgreementForm>): Promise<PageAnswer> {
    const wanted = asked.safeParse(values);
    if (!wanted.success) throw notFound();
    const result = await submit(ui, schema, values, (input) => this.createAgreement.run(actor, input));
    if ('done' in result) return seeOther(stepHref(result.done.id, result.done.model === 'match_driven' ? 'mentor' : 'pladser'), 'agreement.drafted');
    const { companyId, model, bornOfReservationId } = wanted.data;
    const [company, colleagues] = await Promise.all([this.company.page(actor, { companyId }), this.choices.colleagues(actor)]);
    return again(<NewAgreementPage ui={ui} company={company} model={model} reservationId={bornOfReservationId} values={values} errors={errorsOf(result.errors)} colleagues={colleagues} />);
  }
}

/** The form of one model as the API's new agreement. */
function agreementInput(values: FormValues): Record<string, unknown> {
  const { title, clusterName, clusterKind, slotPooling, companyId, startsOn, ...facts } = readFields(values, {
    model: 'text',
    companyId: 'text',
    title: 'text',
    clusterName: 'text',
    clusterKind: 'text',
    slotPooling: 'text',
    startsOn: 'text',
    endsOn: 'text',
    contactUserId: 'text',
    bornOfReservationId: 'text',
  });
  return {
    ...facts,
    ...(title !== null && { title }),
    ...(startsOn !== null && { startsOn }),
    ...(facts.model === 'match_driven' && readFields(values, { followUpWeeks: 'number', followUpPlan: 'text' })),
    ...(facts.model === 'cluster' ? { cluster: { name: clusterName ?? '', kind: clusterKind }, slotPooling: slotPooling ?? undefined } : { companyId }),
    workplaces: listOf(values, 'workplaces').map((workplaceId) => ({ workplaceId })),
  };
}

const formNames: Readonly<Record<string, string>> = { 'cluster.name': 'clusterName', 'cluster.kind': 'clusterKind' };
const errorsOf = (errors: FieldErrors): FieldErrors => Object.fromEntries(Object.entries(errors).map(([field, message]) => [formNames[field] ?? field, message]));

