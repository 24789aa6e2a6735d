import { Controller } from '@nestjs/common';
import { OrganisationQueries, UpdateOrganisation, updateOrganisation, type Organisation } from '#people';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { asValues, readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { SettingsLists } from './settings-lists.js';
import { limits, SettingsPage } from './settings.page.js';

const administer = { permission: 'settings.administer', path: '/indstillinger' } as const;
const showSettings = page({ ...administer, id: 'settingsPage', method: 'get' });
const settingsForm = page({ ...administer, id: 'settingsForm', method: 'post', body: formBody });

const numbers = Object.fromEntries(limits.map((name) => [name, 'number' as const]));
/** On the form every number is said; the API lets some be left out. */
const wanted = updateOrganisation.body.required({ refillEscalateDays: true, offerQuestionMonths: true, courseGapDays: true });
const schema = readAs(wanted, {
  name: 'text',
  label: 'text',
  municipalities: 'list',
  ...numbers,
  mentorTrainingGatesStart: 'flag',
  ratioBlocks: 'flag',
  ratioCountsByChoice: 'flag',
  contactEmail: 'text',
  contactPhone: 'text',
  version: 'number',
});

@Controller()
export class SettingsPages {
  constructor(
    private readonly organisation: OrganisationQueries,
    private readonly updateOrganisation: UpdateOrganisation,
    private readonly lists: SettingsLists,
  ) {}

  @Page(showSettings)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    const organisation = await this.organisation.settings(actor);
    return <SettingsPage ui={ui} {...await this.lists.of(actor)} values={asValues({ ...organisation })} version={organisation.version} />;
  }

  @Page(settingsForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof settingsForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.updateOrganisation.run(actor, input));
    if ('done' in result) return seeOther('/indstillinger', 'settings.saved');
    const current = currentOf<Organisation>(result.refusal);
    const crossed = current && crossedFields(ui, ['name', 'label', ...limits], values as FormValues, { ...current });
    const version = current?.version ?? Number(values.version);
    return again(<SettingsPage ui={ui} {...await this.lists.of(actor)} values={values} version={version} errors={result.errors} crossed={crossed} />);
  }
}
