import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { By, Input, type Actor, type InputOf } from '#platform';
import { RetentionQueries, retentionOperations, SetRetention } from '#retention';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { RetentionPage } from './retention.page.js';

const path = '/indstillinger/opbevaring';
const showRetention = page({ id: 'retentionPage', method: 'get', path, permission: 'settings.administer' });
const retentionForm = page({ id: 'retentionForm', method: 'post', path, permission: 'settings.administer', body: formBody });
const { body, params } = retentionOperations.setRetention;
const schema = readAs(z.strictObject({ ...params.shape, ...body.shape }), { kind: 'text', months: 'number', from: 'text' });

@Controller()
export class RetentionPages {
  constructor(
    private readonly retention: RetentionQueries,
    private readonly setRetention: SetRetention,
  ) {}

  @Page(showRetention)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<unknown> {
    return <RetentionPage ui={ui} retention={await this.retention.all(actor)} />;
  }

  @Page(retentionForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof retentionForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, (input) => this.setRetention.run(actor, input));
    if ('done' in result) return seeOther(path, 'retention.saved');
    return again(<RetentionPage ui={ui} retention={await this.retention.all(actor)} values={values} errors={result.errors} />);
  }
}
