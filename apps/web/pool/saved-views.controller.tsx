import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { ForgetView, savedViewsOperations, SavedViewsQueries, SaveView } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { textOf } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { readPoolAddress, valuesOfQuery, viewQuery } from './pool-address.js';
import { SavedViewsPage } from './saved-views.page.js';

const at = { path: '/puljen/visninger', permission: 'views.own' } as const;
const showViews = page({ ...at, id: 'savedViewsPage', method: 'get', query: formBody });
const saveForm = page({ ...at, id: 'saveViewForm', method: 'post', body: formBody });
const deleteForm = page({ ...at, id: 'deleteViewForm', method: 'post', path: '/puljen/visninger/:viewId/slet', params: z.object({ viewId: z.uuid() }) });

/** One's own views of the pool. What is kept of an address is what the pool's own schema knows of it. */
@Controller()
export class SavedViewsPages {
  constructor(
    private readonly views: SavedViewsQueries,
    private readonly saveView: SaveView,
    private readonly forgetView: ForgetView,
  ) {}

  @Page(showViews)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof showViews>): Promise<VNode> {
    return <SavedViewsPage ui={ui} views={await this.views.mine(actor)} query={viewQuery(readPoolAddress(values))} name="" errors={{}} />;
  }

  @Page(saveForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof saveForm>): Promise<PageAnswer> {
    const [query, name] = [viewQuery(readPoolAddress(valuesOfQuery(textOf(values, 'query')))), textOf(values, 'name')];
    const result = await submit(ui, savedViewsOperations.saveView.body, { query, name }, (input) => this.saveView.run(actor, input));
    if ('done' in result) return seeOther(`/puljen?${query}`, 'view.saved');
    const { form, ...fields } = result.errors;
    return again(<SavedViewsPage ui={ui} views={await this.views.mine(actor)} query={query} name={name} errors={{ ...fields, ...(form && { name: form }) }} />);
  }

  @Page(deleteForm)
  async forget(@By() actor: Actor, @Input() { viewId }: InputOf<typeof deleteForm>): Promise<PageAnswer> {
    await this.forgetView.run(actor, { viewId });
    return seeOther('/puljen/visninger', 'view.deleted');
  }
}
