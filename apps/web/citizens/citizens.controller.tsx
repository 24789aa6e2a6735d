import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { CitizenAccessQueries, citizensOperations, CitizensQueries, LookUpCitizen } from '#citizens';
import { mayDo } from '#people';
import { By, Input, Refusal, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, optionalText, submit, type FormValues } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { moreHref } from '../more-href.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { CitizenChoices } from './citizen-choices.js';
import { citizenHref } from './citizen-href.js';
import { CitizensPage, LookPage } from './citizens.page.js';

const read = { permission: 'citizens.read' } as const;
const listPage = page({ ...read, id: 'citizensPage', method: 'get', path: '/borgere', query: z.object({ q: optionalText(100), cursor: optionalText(400) }) });
const lookPage = page({ ...read, id: 'lookPage', method: 'get', path: '/borgere/opslag' });
const lookForm = page({ ...read, id: 'lookForm', method: 'post', path: '/borgere/opslag', body: formBody });
const lookSchema = readAs(citizensOperations.lookUpCitizen.body, { caseRef: 'text', reason: 'text' });

@Controller()
export class CitizensPages {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly access: CitizenAccessQueries,
    private readonly lookUp: LookUpCitizen,
    private readonly choices: CitizenChoices,
  ) {}

  @Page(listPage)
  async list(@For() ui: Ui, @By() actor: Actor, @Input() { q, cursor }: InputOf<typeof listPage>): Promise<unknown> {
    const [{ items, next }, targetGroups] = await Promise.all([this.citizens.list(actor, { q, cursor }), this.choices.targetGroups(ui)]);
    return <CitizensPage ui={ui} q={q} rows={items} more={next ? moreHref(ui.path, next) : undefined} targetGroups={targetGroups} />;
  }

  @Page(lookPage)
  look(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    return this.lookScreen(ui, actor, {});
  }

  @Page(lookForm)
  async open(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof lookForm>): Promise<PageAnswer> {
    const result = await submit(ui, lookSchema, values, (input) => this.lookUp.run(actor, input)).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'not-found') return undefined;
      throw error;
    });
    if (!result) return again(await this.lookScreen(ui, actor, values, {}, true));
    if ('done' in result) return seeOther(citizenHref(result.done.id));
    return again(await this.lookScreen(ui, actor, values, result.errors));
  }

  private async lookScreen(ui: Ui, actor: Actor, values: FormValues, errors?: FieldErrors, nothing?: boolean) {
    const list = mayDo(actor.roles, 'caseloads.read') ? (await this.access.looks(actor, {})).items : undefined;
    return <LookPage ui={ui} values={values} errors={errors} nothing={nothing} list={list} />;
  }
}
