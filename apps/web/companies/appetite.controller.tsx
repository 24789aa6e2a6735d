import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { RequestsQueries } from '#agreements';
import { CompanyPageQueries, setAppetite, SetAppetite } from '#companies';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { fieldsOf, readAs, textOf } from '../form-fields.js';
import { Radios, Select, TextArea, type FieldErrors, type Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { requestsText } from './appetite-text.js';
import { EditPage } from './edit-page.js';

const write = { permission: 'companies.write', path: '/virksomheder/:companyId/lyst', params: z.object({ companyId: z.uuid() }) } as const;
const appetitePage = page({ ...write, id: 'appetitePage', method: 'get' });
const appetiteForm = page({ ...write, id: 'appetiteForm', method: 'post', body: formBody });
const schema = readAs(setAppetite.body, { light: 'text', reason: 'text', workplaceId: 'text' });
const lights = ['offering', 'maybe', 'not_now'] as const;

/** Vil de spørges? The company as a whole, or one of its workplaces. */
@Controller()
export class AppetitePages {
  constructor(
    private readonly company: CompanyPageQueries,
    private readonly requests: RequestsQueries,
    private readonly setAppetite: SetAppetite,
  ) {}

  @Page(appetitePage)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { companyId }: InputOf<typeof appetitePage>): Promise<unknown> {
    return this.form(ui, actor, companyId, {});
  }

  @Page(appetiteForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { companyId, ...values }: InputOf<typeof appetiteForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.setAppetite.run(actor, { companyId, ...input }));
    return 'done' in result ? seeOther(`/virksomheder/${companyId}`, 'appetite.set') : again(await this.form(ui, actor, companyId, values, result.errors));
  }

  private async form(ui: Ui, actor: Actor, companyId: string, values: FormValues, errors: FieldErrors = {}) {
    const [company, month] = await Promise.all([this.company.page(actor, { companyId }), this.requests.ofMonth(actor, { companyId })]);
    const back = { href: `/virksomheder/${companyId}`, label: company.name };
    return (
      <EditPage ui={ui} title={ui.t('appetite.title')} lead={requestsText(ui, month)} action={`${back.href}/lyst`} back={back} errors={errors}>
        <Radios ui={ui} name="light" label={ui.t('appetite.title')} options={lights.map((light) => ({ value: light, label: ui.t(`appetite.light.${light}`) }))} value={textOf(values, 'light')} error={errors.light} tiles />
        <TextArea {...fieldsOf(ui, values, errors)('reason')} label={ui.t('appetite.reason')} hint={ui.t('appetite.reason.hint')} rows={2} maxLength={300} optional />
        {company.workplaces.length > 1 && (
          <Select
            ui={ui}
            name="workplaceId"
            label={ui.t('appetite.where')}
            options={company.workplaces.map(({ id, name, street }) => ({ value: id, label: street ? `${name}, ${street}` : name }))}
            value={textOf(values, 'workplaceId')}
            empty={ui.t('appetite.whole')}
            error={errors.workplaceId}
          />
        )}
      </EditPage>
    );
  }
}
