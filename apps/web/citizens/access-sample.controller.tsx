import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { accessSampleOperations as spec, AccessSampleQueries, CheckAccess, LookUpCitizen } from '#citizens';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, optionalText, submit, withoutBlanks, type FormValues, type Submitted } from '../form.js';
import { readAs } from '../form-fields.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { AccessSamplePage, sampleHref } from './access-sample.page.js';
import { citizenHref } from './citizen-href.js';

const control = { permission: 'access.control' } as const;
const path = '/borgere/kontrol';
const samplePage = page({ ...control, id: 'accessSamplePage', method: 'get', path, query: z.object({ month: optionalText(7) }) });
const checkForm = page({ ...control, id: 'checkAccessForm', method: 'post', path: `${path}/:month/:seenId`, params: spec.checkAccess.params, body: formBody });
const lookForm = page({ ...control, id: 'lookFromSampleForm', method: 'post', path: `${path}/:month/:seenId/opslag`, params: spec.checkAccess.params, body: formBody });
const verdict = readAs(withoutBlanks(spec.checkAccess.body), { verdict: 'text', note: 'text' });
const look = readAs(spec.lookFromSample.body, { reason: 'text' });

/** Stikprøve: managers check who looked at whom, a month at a time. */
@Controller()
export class AccessSamplePages {
  constructor(
    private readonly samples: AccessSampleQueries,
    private readonly check: CheckAccess,
    private readonly lookUp: LookUpCitizen,
  ) {}

  @Page(samplePage)
  async show(@For() ui: Ui, @By() actor: Actor, @Input() input: InputOf<typeof samplePage>): Promise<unknown> {
    return <AccessSamplePage ui={ui} sample={await this.samples.sample(actor, input)} />;
  }

  @Page(checkForm)
  async say(@For() ui: Ui, @By() actor: Actor, @Input() { month, seenId, ...values }: InputOf<typeof checkForm>): Promise<PageAnswer> {
    const result = await submit(ui, verdict, values, (input) => this.check.run(actor, { month, seenId, ...input }));
    if ('done' in result) return seeOther(sampleHref(month), result.done.left === 0 ? 'access.all-checked' : 'access.checked');
    return this.again(ui, actor, { month, seenId, values, result });
  }

  @Page(lookForm)
  async open(@For() ui: Ui, @By() actor: Actor, @Input() { month, seenId, ...values }: InputOf<typeof lookForm>): Promise<PageAnswer> {
    const result = await submit(ui, look, values, (input) => this.lookUp.run(actor, { seenId, ...input }));
    return 'done' in result ? seeOther(citizenHref(result.done.id, 'adgang')) : this.again(ui, actor, { month, seenId, values, result });
  }

  private async again(ui: Ui, actor: Actor, { month, seenId, values, result }: { readonly month: string; readonly seenId: string; readonly values: FormValues; readonly result: Submitted<unknown> }): Promise<PageAnswer> {
    const errors = 'errors' in result ? result.errors : {};
    return again(<AccessSamplePage ui={ui} sample={await this.samples.sample(actor, { month })} attempt={{ seenId, values, errors }} />);
  }
}
