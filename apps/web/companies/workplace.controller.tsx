import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { addWorkplace, AddWorkplace, CompanyPageQueries, updateWorkplace, UpdateWorkplace, type Workplace } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { asValues, onlyChanged, readFields, textOf } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { companyHref } from './company-href.js';
import { workplaceFields } from './new-company-form.js';
import { WorkplaceChoices } from './workplace-choices.js';
import { WorkplacePage } from './workplace.page.js';

const write = { permission: 'companies.write' } as const;
const ofCompany = { ...write, path: '/virksomheder/:companyId/arbejdssteder/ny', params: z.object({ companyId: z.uuid() }) } as const;
const ofWorkplace = { ...write, path: '/arbejdssteder/:workplaceId/ret', params: z.object({ workplaceId: z.uuid() }) } as const;
const newWorkplace = page({ ...ofCompany, id: 'newWorkplacePage', method: 'get' });
const newWorkplaceForm = page({ ...ofCompany, id: 'newWorkplaceForm', method: 'post', body: formBody });
const editWorkplace = page({ ...ofWorkplace, id: 'editWorkplacePage', method: 'get' });
const editWorkplaceForm = page({ ...ofWorkplace, id: 'editWorkplaceForm', method: 'post', body: formBody });

const newSchema = z.preprocess((values) => withScheme(readFields(values as FormValues, { ...workplaceFields, name: 'text', note: 'text' })), addWorkplace.body);
const editSchema = z.preprocess(
  (values) => withScheme(readFields(values as FormValues, { ...workplaceFields, name: 'text', note: 'text', closedOn: 'text', version: 'number' })),
  updateWorkplace.body,
);
const shown = ['name', ...Object.keys(workplaceFields), 'note', 'closedOn'];

@Controller()
export class WorkplacePages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly addWorkplace: AddWorkplace,
    private readonly updateWorkplace: UpdateWorkplace,
    private readonly choices: WorkplaceChoices,
  ) {}

  @Page(newWorkplace)
  async showNew(@For() ui: Ui, @By() actor: Actor, @Input() { companyId }: InputOf<typeof newWorkplace>): Promise<unknown> {
    const [company, choices] = await Promise.all([this.company.page(actor, { companyId }), this.choices.ofPlace(actor, '')]);
    return <WorkplacePage ui={ui} company={company} values={{}} choices={choices} />;
  }

  @Page(newWorkplaceForm)
  async add(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, ...values }: InputOf<typeof newWorkplaceForm>): Promise<PageAnswer> {
    const result = await submit(ui, newSchema, values, (input) => this.addWorkplace.run(actor, { ...input, companyId }));
    if ('done' in result) return seeOther(companyHref(companyId, 'arbejdssteder'), 'workplace.added');
    const [company, choices] = await Promise.all([this.company.page(actor, { companyId }), this.choices.ofPlace(actor, textOf(values, 'postalCode'))]);
    return again(<WorkplacePage ui={ui} company={company} values={values} errors={result.errors} choices={choices} />);
  }

  @Page(editWorkplace)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { workplaceId }: InputOf<typeof editWorkplace>): Promise<unknown> {
    const workplace = await this.company.workplace(actor, { workplaceId });
    const [company, choices] = await Promise.all([this.company.page(actor, { companyId: workplace.companyId }), this.choices.ofPlace(actor, workplace.postalCode ?? '')]);
    return <WorkplacePage ui={ui} company={company} workplace={workplace} values={asValues({ ...workplace })} version={workplace.version} choices={choices} />;
  }

  @Page(editWorkplaceForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { workplaceId, ...values }: InputOf<typeof editWorkplaceForm>): Promise<PageAnswer> {
    const before = await this.company.workplace(actor, { workplaceId });
    const result = await submit(ui, editSchema, values, ({ version, ...wanted }) => this.updateWorkplace.run(actor, { workplaceId, version, ...onlyChanged(before, wanted) }));
    if ('done' in result) return seeOther(companyHref(before.companyId, 'arbejdssteder'), 'workplace.updated');
    const [company, choices] = await Promise.all([this.company.page(actor, { companyId: before.companyId }), this.choices.ofPlace(actor, textOf(values, 'postalCode'))]);
    const current = currentOf<Workplace>(result.refusal);
    const version = current?.version ?? Number(values.version);
    return again(
      <WorkplacePage ui={ui} company={company} workplace={before} values={values} version={version} errors={result.errors} choices={choices} crossed={current && crossedFields(ui, shown, values, { ...current })} />,
    );
  }
}

/** A scheme says nothing without a code. */
const withScheme = (input: Record<string, unknown>): Record<string, unknown> => (input.sectorCode === null ? { ...input, sectorScheme: null } : input);
