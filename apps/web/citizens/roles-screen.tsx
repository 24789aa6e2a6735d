import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { CitizenRolesQueries, CitizensQueries } from '#citizens';
import type { Actor } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import type { FormValues, Submitted } from '../form.js';
import type { Ui } from '../kit/index.js';
import { CitizenChoices } from './citizen-choices.js';
import { citizenHref } from './citizen-href.js';
import { RolesPage, type Attempt } from './roles.page.js';

/** Gathers what the page of roles shows, also when one of the forms on it comes back with errors. */
@Injectable()
export class RolesScreen {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly roles: CitizenRolesQueries,
    private readonly choices: CitizenChoices,
  ) {}

  async show(ui: Ui, actor: Actor, citizenId: string, attempt?: Attempt): Promise<VNode> {
    const citizen = await this.citizens.one(actor, { citizenId });
    const [roles, colleagues] = await Promise.all([this.roles.around(actor, { citizenId }), this.choices.colleagues(actor)]);
    return <RolesPage ui={ui} citizen={citizen} roles={roles} colleagues={colleagues} attempt={attempt} />;
  }

  isToCome(day: string): boolean {
    return day > this.choices.today();
  }

  /** After a form: on to the page that says it is done (`planned`: from a day to come), or the page again with what was typed and what is wrong. */
  async after(ui: Ui, actor: Actor, citizenId: string, { form, values, result, planned }: { readonly form: string; readonly values: FormValues; readonly result: Submitted<unknown>; readonly planned?: boolean }): Promise<PageAnswer> {
    if ('done' in result) return seeOther(citizenHref(citizenId, 'roller'), `citizen.${form}${planned ? '-aftalt' : ''}`);
    return again(await this.show(ui, actor, citizenId, { form, values, errors: result.errors }));
  }
}
