import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CitizenRolesQueries, CitizensQueries } from '#citizens';
import { By, Input, type Actor, type InputOf } from '#platform';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CitizenChoices } from './citizen-choices.js';
import { CitizenOverview } from './citizen.page.js';

const overviewPage = page({ id: 'citizenPage', method: 'get', path: '/borgere/:citizenId', permission: 'citizens.read', params: z.object({ citizenId: z.uuid() }) });

@Controller()
export class CitizenPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly roles: CitizenRolesQueries,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(overviewPage)
  async overview(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof overviewPage>): Promise<unknown> {
    const citizen = await this.citizens.one(actor, input);
    const [roles, lists] = await Promise.all([this.roles.around(actor, input), this.choices.ofRecord(ui, actor)]);
    return <CitizenOverview ui={ui} citizen={citizen} lists={lists} roles={roles} />;
  }
}
