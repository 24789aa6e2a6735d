import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { ChangeOpening, openingsOperations, OpeningsQueries, type OpeningView } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues, type Submitted } from '../form.js';
import { onlyChanged, readAs } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { currentOf } from '../stale-edit.js';
import { For } from '../ui-of-request.js';
import { ChoiceLists } from './choice-lists.js';
import { crossedOffer, EditOpeningPage, openingValues } from './edit-opening.page.js';
import { offerKinds } from './offer-fields.js';

const at = { path: '/puljen/:id/ret', permission: 'openings.write', params: z.object({ id: z.uuid() }) } as const;
const editOpening = page({ ...at, id: 'editOpening', method: 'get' });
const editOpeningForm = page({ ...at, id: 'editOpeningForm', method: 'post', body: formBody });
const schema = readAs(openingsOperations.changeOpening.body, { version: 'number', tasks: 'text', places: 'number', ...offerKinds });

@Controller()
export class EditOpeningPages {
  constructor(
    private readonly openings: OpeningsQueries,
    private readonly changeOpening: ChangeOpening,
    private readonly lists: ChoiceLists,
  ) {}

  @Page(editOpening)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() { id }: InputOf<typeof editOpening>): Promise<VNode> {
    const opening = await this.openings.one(actor, id);
    return <EditOpeningPage ui={ui} opening={opening} values={openingValues(opening)} version={opening.version} choices={await this.lists.ofOffer(ui, actor, opening.workplaceId)} />;
  }

  @Page(editOpeningForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof editOpeningForm>): Promise<PageAnswer> {
    const opening = await this.openings.one(actor, id);
    const result = await submit(ui, schema, values, ({ version, ...wanted }) => this.changeOpening.run(actor, { id, version, ...onlyChanged(opening, wanted) }));
    if ('done' in result) return seeOther(`/puljen/${id}`, 'opening.changed');
    return this.again(ui, actor, opening, values, result);
  }

  private async again(ui: Ui, actor: Actor, opening: OpeningView, values: FormValues, failed: Extract<Submitted<unknown>, { errors: unknown }>): Promise<PageAnswer> {
    const choices = await this.lists.ofOffer(ui, actor, opening.workplaceId);
    const stale = currentOf<OpeningView>(failed.refusal);
    const crossed = stale && crossedOffer(ui, values, openingValues(stale), choices);
    return again(<EditOpeningPage ui={ui} opening={opening} values={values} version={stale?.version ?? Number(values.version)} errors={failed.errors} crossed={crossed} choices={choices} />);
  }
}
