import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { limitsOperations, LimitsQueries, StateEmployees, type StatedEmployees, type WorkplaceLimits } from '#limits';
import { By, Clock, day, Input, type Actor, type InputOf } from '#platform';
import { ReferenceQueries } from '#reference';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { asValues, readFields, textOf } from '../form-fields.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import type { Option, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { workplaceLimitsHref } from './limits-href.js';
import { monthWords } from './limits-words.js';
import { WorkplaceLimitsPage } from './workplace-limits.page.js';

const of = { path: '/arbejdssteder/:workplaceId/raaderum', params: z.object({ workplaceId: z.uuid() }) } as const;
const showLimits = page({
  ...of,
  id: 'workplaceLimitsPage',
  method: 'get',
  permission: 'limits.read',
  query: z.object({ dato: day.optional().catch(undefined), maaned: z.string().regex(/^\d{4}-\d{2}$/).optional().catch(undefined), done: z.string().max(60).optional() }),
});
const stateForm = page({ ...of, id: 'stateEmployeesForm', method: 'post', permission: 'limits.write', body: formBody });
/** An empty version is none: nothing is stated for that month yet. */
const schema = z.preprocess((values) => {
  const { version, ...read } = readFields(values as FormValues, { month: 'text', fte: 'number', version: 'number' });
  return { ...read, ...(version !== null && { version }) };
}, limitsOperations.stateEmployees.body);
const monthsBack = 24;

@Controller()
export class WorkplaceLimitsPages {
  constructor(
    private readonly limits: LimitsQueries,
    private readonly stateEmployees: StateEmployees,
    private readonly reference: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  @Page(showLimits)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { workplaceId, dato, maaned }: InputOf<typeof showLimits>): Promise<VNode> {
    const limits = await this.limits.workplace(actor, { workplaceId, on: dato });
    const stated = limits.stated.find(({ month }) => month.slice(0, 7) === maaned);
    return this.page(ui, actor, limits, { values: asValues({ month: maaned ?? '', fte: stated?.fte }), version: stated?.version });
  }

  @Page(stateForm)
  async state(@For() ui: Ui, @By() actor: Actor, @Input() { workplaceId, ...values }: InputOf<typeof stateForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.stateEmployees.run(actor, { workplaceId, ...input }));
    if ('done' in result) return seeOther(workplaceLimitsHref(workplaceId), 'employees.stated');
    return again(await this.refused(ui, actor, await this.limits.workplace(actor, { workplaceId }), values, result));
  }

  private refused(ui: Ui, actor: Actor, limits: WorkplaceLimits, values: FormValues, { errors, refusal }: Exclude<Submitted<unknown>, { done: unknown }>): Promise<VNode> {
    const current = currentOf<StatedEmployees | null>(refusal);
    const crossed = refusal?.code === 'edit.stale' ? crossedFields(ui, ['fte'], values, { fte: current?.fte }) : undefined;
    return this.page(ui, actor, limits, { values, version: crossed ? current?.version : Number(textOf(values, 'version')) || undefined, errors, crossed });
  }

  private async page(ui: Ui, actor: Actor, limits: WorkplaceLimits, shown: Pick<Parameters<typeof WorkplaceLimitsPage>[0], 'values' | 'version' | 'errors' | 'crossed'>): Promise<VNode> {
    const [additionality, reference] = await Promise.all([this.limits.additionality(actor, limits), this.reference.current()]);
    const measures = Object.fromEntries(reference.measureTypes(limits.on).map(({ code, nameDa, nameEn }) => [code, ui.lang === 'da' ? nameDa : nameEn]));
    return <WorkplaceLimitsPage ui={ui} limits={limits} additionality={additionality} measures={measures} months={this.months(ui)} {...shown} />;
  }

  /** The last two years' months, the newest first. */
  private months(ui: Ui): Option[] {
    const [year = 0, month = 1] = this.clock.today().split('-').map(Number);
    return Array.from({ length: monthsBack }, (_, back) => year * 12 + month - 2 - back).map((number) => {
      const value = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
      return { value, label: monthWords(ui, `${value}-01`) };
    });
  }
}
