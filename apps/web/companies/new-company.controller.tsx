import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CompaniesQueries, CompanyPageQueries, createCompany, CreateCompany, cvrCheckDigitFits, tidyCvr, tidyPNumber, type CompanyPage, type SimilarCompany } from '#companies';
import { By, Input, tidyPhone, type Actor, type InputOf, type Refusal } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { textOf } from '../form-fields.js';
import type { FieldErrors } from '../kit/error-summary.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { companyHref } from './company-href.js';
import { NewCompanyPage, type ExistingCompany } from './new-company.page.js';
import { newCompanyInput, newCompanyErrors } from './new-company-form.js';
import { WorkplaceChoices } from './workplace-choices.js';

const startsWith = z.string().trim().max(200).default('');
const newCompany = page({
  id: 'newCompanyPage',
  method: 'get',
  path: '/virksomheder/ny',
  permission: 'companies.write',
  query: z.object({ name: startsWith, cvr: startsWith }),
});
const newCompanyForm = page({ id: 'newCompanyForm', method: 'post', path: '/virksomheder/ny', permission: 'companies.write', body: formBody });
const schema = z.preprocess((values) => newCompanyInput(values as FormValues), createCompany.body);

@Controller()
export class NewCompanyPages {
  constructor(
    private readonly createCompany: CreateCompany,
    private readonly company: CompanyPageQueries,
    private readonly companies: CompaniesQueries,
    private readonly choices: WorkplaceChoices,
  ) {}

  @Page(newCompany)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newCompany>): Promise<unknown> {
    return <NewCompanyPage ui={ui} values={values} choices={await this.choicesOf(actor, values)} />;
  }

  @Page(newCompanyForm)
  async create(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof newCompanyForm>): Promise<PageAnswer> {
    if (isOdd(values)) return again(<NewCompanyPage ui={ui} values={values} choices={await this.choicesOf(actor, values)} oddCvr />);
    const similar = await this.unseenSimilar(actor, values);
    if (similar.length > 0) return again(<NewCompanyPage ui={ui} values={values} choices={await this.choicesOf(actor, values)} similar={similar} />);
    const result = await submit(ui, schema, values, (input) => this.createCompany.run(actor, input));
    if ('done' in result) return seeOther(companyHref(result.done.id), 'company.created');
    return this.again(ui, actor, values, newCompanyErrors(result.errors), result.refusal);
  }

  private async again(ui: Ui, actor: Actor, values: FormValues, errors: FieldErrors, refusal: Refusal | undefined): Promise<PageAnswer> {
    const existing = refusal?.code === 'company.exists' ? existingOf(await this.company.page(actor, { companyId: String(refusal.details.extra?.companyId) })) : undefined;
    return again(<NewCompanyPage ui={ui} values={values} errors={errors} choices={await this.choicesOf(actor, values)} existing={existing} />);
  }

  /** Companies of almost the same name, unless their list has been seen for this name. */
  private async unseenSimilar(actor: Actor, values: FormValues): Promise<SimilarCompany[]> {
    const name = textOf(values, 'name').trim().slice(0, 200);
    if (name === '' || textOf(values, 'nameSeen') === name) return [];
    const [cvr, pNumber, phone] = [tidyCvr(textOf(values, 'cvr')), tidyPNumber(textOf(values, 'pNumber')), tidyPhone(textOf(values, 'contactPhone'))];
    return this.companies.similar(actor, { name, cvr, pNumber, phone, street: textOf(values, 'street'), postalCode: textOf(values, 'postalCode').trim() });
  }

  private choicesOf(actor: Actor, values: FormValues) {
    return this.choices.ofPlace(actor, textOf(values, 'postalCode'));
  }
}

/** A CVR number whose check digit does not fit, and that its writer has not yet been asked about. */
function isOdd(values: FormValues): boolean {
  const cvr = tidyCvr(textOf(values, 'cvr'));
  return cvr !== undefined && !cvrCheckDigitFits(cvr) && textOf(values, 'cvrSeen') !== textOf(values, 'cvr');
}

const existingOf = ({ id, name, cvr, workplaces: [first], responsible }: CompanyPage): ExistingCompany => ({
  id,
  name,
  cvr,
  street: first?.street ?? null,
  postalTown: [first?.postalCode, first?.town].filter(Boolean).join(' '),
  responsibleName: responsible?.name ?? null,
});
