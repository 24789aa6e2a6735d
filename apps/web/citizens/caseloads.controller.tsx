import { Controller } from '@nestjs/common';
import { CaseloadsQueries, citizenRolesOperations, SetCaseloadLimits } from '#citizens';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CaseloadsPage } from './caseloads.page.js';
import { CitizenChoices } from './citizen-choices.js';

const path = '/borgere/sagsstamme';
const caseloadsPage = page({ id: 'caseloadsPage', method: 'get', path, permission: 'caseloads.read' });
const limitsForm = page({ id: 'caseloadLimitsForm', method: 'post', path, permission: 'caseloads.write', body: formBody });
const limits = readAs(citizenRolesOperations.setCaseloadLimits.body, { warning: 'number', consultantPercent: 'number', caseworkerPercent: 'number', mentorPercent: 'number', version: 'number' });

@Controller()
export class CaseloadsPages {
  constructor(
    private readonly caseloads: CaseloadsQueries,
    private readonly setLimits: SetCaseloadLimits,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(caseloadsPage)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    return <CaseloadsPage ui={ui} caseloads={await this.caseloads.all(actor)} targetGroups={await this.choices.targetGroups(ui)} />;
  }

  @Page(limitsForm)
  async set(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof limitsForm>): Promise<PageAnswer> {
    const result = await submit(ui, limits, values, (input) => this.setLimits.run(actor, input));
    if ('done' in result) return seeOther(path, 'caseloads.saved');
    return again(<CaseloadsPage ui={ui} caseloads={await this.caseloads.all(actor)} targetGroups={await this.choices.targetGroups(ui)} values={values} errors={result.errors} />);
  }
}
