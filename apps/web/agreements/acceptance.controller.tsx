import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { acceptForCompany, AcceptForCompany, AgreementPageQueries, askAcceptance, AskAcceptance } from '#agreements';
import { CompanyPageQueries } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readFields, type FieldKind } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AcceptancePage, type AcceptanceProps } from './acceptance.page.js';
import { agreementHref } from './agreement-href.js';
import { askedVersion } from './asked-version.js';

const write = { permission: 'agreements.write', params: z.object({ agreementId: z.uuid() }) } as const;
const path = '/aftaler/:agreementId/accept';
const acceptPage = page({ ...write, id: 'agreementAcceptancePage', method: 'get', path });
const askForm = page({ ...write, id: 'askAcceptanceForm', method: 'post', path, body: formBody });
const behalfForm = page({ ...write, id: 'acceptForCompanyForm', method: 'post', path: `${path}/paa-vegne`, body: formBody });
/** A draft has no number, and its form no field for it. */
const meant = (values: FormValues, fields: Readonly<Record<string, FieldKind>>): Record<string, unknown> => readFields(values, { ...fields, ...(values.number !== undefined && { number: 'number' as const }) });
const askSchema = z.preprocess((values) => meant(values as FormValues, { name: 'text', email: 'text' }), askAcceptance.body);
const behalfSchema = z.preprocess((values) => meant(values as FormValues, { name: 'text', reason: 'text' }), acceptForCompany.body);

/** Virksomhedens accept: by a mailed link, or written down by a colleague with the reason. */
@Controller()
export class AcceptancePages {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly company: CompanyPageQueries,
    private readonly askAcceptance: AskAcceptance,
    private readonly acceptForCompany: AcceptForCompany,
  ) {}

  @Page(acceptPage)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId }: InputOf<typeof acceptPage>): Promise<unknown> {
    return this.forms(ui, actor, agreementId, { ask: { values: await this.whoAnswers(actor, agreementId) } });
  }

  @Page(askForm)
  async ask(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof askForm>): Promise<PageAnswer> {
    const result = await submit(ui, askSchema, values, (input) => this.askAcceptance.run(actor, { agreementId, ...input }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'acceptance.asked') : again(await this.forms(ui, actor, agreementId, { ask: { values, errors: result.errors } }));
  }

  @Page(behalfForm)
  async accept(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof behalfForm>): Promise<PageAnswer> {
    const result = await submit(ui, behalfSchema, values, (input) => this.acceptForCompany.run(actor, { agreementId, ...input }));
    return 'done' in result ? seeOther(agreementHref(agreementId), 'acceptance.accepted') : again(await this.forms(ui, actor, agreementId, { behalf: { values, errors: result.errors } }));
  }

  /** The company's contact who can be written to, one at the agreement's workplaces before others; otherwise nothing is filled in. */
  private async whoAnswers(actor: Actor, agreementId: string): Promise<FormValues> {
    const { companyId, workplaces } = await this.agreement.page(actor, { agreementId });
    if (companyId === null) return {};
    const { contacts } = await this.company.page(actor, { companyId });
    const near = contacts.filter((contact) => workplaces.some(({ workplaceId }) => workplaceId === contact.workplaceId));
    const { name, email } = [...near, ...contacts].find((contact) => contact.email !== null) ?? contacts[0] ?? {};
    return { name, email: email ?? '' };
  }

  private async forms(ui: Ui, actor: Actor, agreementId: string, typed: Pick<AcceptanceProps, 'ask' | 'behalf'>) {
    const agreement = await this.agreement.page(actor, { agreementId });
    return <AcceptancePage ui={ui} agreementId={agreementId} title={agreement.title} version={askedVersion(agreement)} {...typed} />;
  }
}
