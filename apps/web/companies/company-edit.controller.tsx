import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { AssignResponsible, CompanyPageQueries, UpdateCompany, updateCompany, type CompanyFacts } from '#companies';
import { UsersQueries } from '#people';
import { By, Input, Refusal, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { colleaguesOf } from '../colleagues.js';
import { formBody, optionalId, submit, type FormValues } from '../form.js';
import { asValues, onlyChanged, readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { companyHref } from './company-href.js';
import { CompanyEditPage } from './company-edit.page.js';

const params = z.object({ companyId: z.uuid() });
const write = { permission: 'companies.write', params } as const;
const editCompany = page({ ...write, id: 'editCompanyPage', method: 'get', path: '/virksomheder/:companyId/ret' });
const editCompanyForm = page({ ...write, id: 'editCompanyForm', method: 'post', path: '/virksomheder/:companyId/ret', body: formBody });
const responsibleForm = page({
  ...write,
  id: 'responsibleForm',
  method: 'post',
  path: '/virksomheder/:companyId/ansvarlig',
  body: z.object({ userId: optionalId, version: z.coerce.number().int().min(1) }),
});
const schema = readAs(updateCompany.body, { name: 'text', cvr: 'text', advertisingProtected: 'flag', note: 'text', version: 'number' });
const shown = ['name', 'cvr', 'advertisingProtected', 'note'] as const;

@Controller()
export class CompanyEditPages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly updateCompany: UpdateCompany,
    private readonly assignResponsible: AssignResponsible,
    private readonly users: UsersQueries,
  ) {}

  @Page(editCompany)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { companyId }: InputOf<typeof editCompany>): Promise<unknown> {
    const [company, colleagues] = await Promise.all([this.company.page(actor, { companyId }), colleaguesOf(this.users, actor)]);
    return <CompanyEditPage ui={ui} company={company} values={asValues({ ...company })} version={company.version} colleagues={colleagues} />;
  }

  @Page(editCompanyForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, ...values }: InputOf<typeof editCompanyForm> & { companyId: string }): Promise<PageAnswer> {
    const company = await this.company.page(actor, { companyId });
    const result = await submit(ui, schema, values, ({ version, ...wanted }) => this.updateCompany.run(actor, { companyId, version, ...onlyChanged(company, wanted) }));
    if ('done' in result) return seeOther(companyHref(companyId), 'company.updated');
    return this.again(ui, actor, { companyId, values, errors: result.errors, refusal: result.refusal });
  }

  @Page(responsibleForm)
  async responsible(@By() actor: Actor, @Input() { companyId, userId, version }: InputOf<typeof responsibleForm>): Promise<PageAnswer> {
    await this.assignResponsible.run(actor, { companyId, userId: userId ?? null, version });
    return seeOther(companyHref(companyId), 'company.responsible');
  }

  private async again(ui: Ui, actor: Actor, { companyId, values, errors, refusal }: Failed): Promise<PageAnswer> {
    const [company, colleagues] = await Promise.all([this.company.page(actor, { companyId }), colleaguesOf(this.users, actor)]);
    const current = currentOf<CompanyFacts>(refusal);
    const version = current?.version ?? Number(values.version);
    return again(
      <CompanyEditPage ui={ui} company={company} values={values} version={version} errors={errors} crossed={current && crossedFields(ui, shown, values, { ...current })} colleagues={colleagues} />,
    );
  }
}

interface Failed {
  readonly companyId: string;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly refusal?: Refusal;
}
