import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CancelClosure, CloseWorkplace, ClosuresQueries } from '#calendar';
import { addDays, By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, neededDay, neededText, submit, type FormValues } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { ClosuresPage } from './closures.page.js';

const params = z.object({ workplace: z.uuid() });
const path = '/kalender/lukket/:workplace';
const of = { permission: 'companies.write', params } as const;
const showClosures = page({ ...of, id: 'closuresPage', method: 'get', path });
const closeForm = page({ ...of, id: 'closeWorkplaceForm', method: 'post', path, body: formBody });
const cancelForm = page({ ...of, id: 'cancelClosureForm', method: 'post', path: `${path}/:closure/slet`, params: params.extend({ closure: z.uuid() }), body: formBody });

/** Ferielukket: the days a workplace is shut. */
@Controller()
export class ClosurePages {
  constructor(
    private readonly closures: ClosuresQueries,
    private readonly closeWorkplace: CloseWorkplace,
    private readonly cancelClosure: CancelClosure,
  ) {}

  @Page(showClosures)
  show(@For() ui: Ui, @By() actor: Actor, @Input() { workplace }: InputOf<typeof showClosures>): Promise<VNode> {
    return this.screen(ui, actor, workplace);
  }

  @Page(closeForm)
  async close(@For() ui: Ui, @By() actor: Actor, @Input() { workplace, ...values }: InputOf<typeof closeForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ from: neededDay, lastDay: neededDay, reason: neededText(200) }), values, ({ from, lastDay, reason }) =>
      this.closeWorkplace.run(actor, { workplaceId: workplace, from, until: addDays(lastDay, 1), reason }),
    );
    if ('done' in result) return seeOther(`/kalender/lukket/${workplace}`, 'closure.added');
    const { until, ...errors } = result.errors;
    return again(await this.screen(ui, actor, workplace, values, until ? { ...errors, lastDay: until } : errors));
  }

  @Page(cancelForm)
  async cancel(@By() actor: Actor, @Input() { workplace, closure }: InputOf<typeof cancelForm>): Promise<PageAnswer> {
    await this.cancelClosure.run(actor, { id: closure });
    return seeOther(`/kalender/lukket/${workplace}`, 'closure.cancelled');
  }

  private async screen(ui: Ui, actor: Actor, workplaceId: string, values: FormValues = {}, errors: FieldErrors = {}): Promise<VNode> {
    return <ClosuresPage ui={ui} workplace={await this.closures.ofWorkplace(actor, workplaceId)} values={values} errors={errors} />;
  }
}
