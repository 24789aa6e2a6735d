import { Controller, Header } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { pauseOwnAgreement, PauseOwnAgreement, StoredQueries } from '#mentor-page';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MentorStoredPage } from './mentor-stored.page.js';

const own = { permission: 'mentor.own' } as const;
const show = page({ ...own, id: 'mentorStoredPage', method: 'get', path: '/mentor/aftale' });
const pauseForm = page({ ...own, id: 'mentorPauseAgreementForm', method: 'post', path: '/mentor/aftale/:agreementId/pause', params: z.object({ agreementId: z.uuid() }), body: formBody });
const resumeForm = page({ ...own, id: 'mentorResumeAgreementForm', method: 'post', path: '/mentor/aftale/pauser/:pauseId/slut', params: z.object({ pauseId: z.uuid() }), body: formBody });
const pauseSchema = readAs(pauseOwnAgreement.body, { from: 'text', until: 'text', reason: 'text' });
const file = page({ ...own, id: 'mentorStoredFile', method: 'get', path: '/mentor/mine-oplysninger.json' });

@Controller()
export class MentorStoredPages {
  constructor(
    private readonly stored: StoredQueries,
    private readonly pauseAgreement: PauseOwnAgreement,
    private readonly clock: Clock,
  ) {}

  @Page(show)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    return this.page(ui, actor);
  }

  @Page(pauseForm)
  async pause(@For() ui: Ui, @By() actor: Actor, @Input() { agreementId, ...values }: InputOf<typeof pauseForm>): Promise<PageAnswer> {
    const result = await submit(ui, pauseSchema, values, (input) => this.pauseAgreement.run(actor, { agreementId, ...input }));
    if ('done' in result) return seeOther('/mentor/aftale', 'mentor.agreement-paused');
    return again(await this.page(ui, actor, { agreementId, values, errors: result.errors }));
  }

  @Page(resumeForm)
  async resume(@For() ui: Ui, @By() actor: Actor, @Input() { pauseId, ...values }: InputOf<typeof resumeForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), values, () => this.pauseAgreement.end(actor, { pauseId, on: this.clock.today() }));
    if ('done' in result) return seeOther('/mentor/aftale', 'mentor.agreement-resumed');
    return again(await this.page(ui, actor, { values: {}, errors: result.errors }));
  }

  private async page(ui: Ui, actor: Actor, wrong?: { readonly agreementId?: string; readonly values: FormValues; readonly errors: FieldErrors }): Promise<VNode> {
    const [{ items }, stored] = await Promise.all([this.stored.agreements(actor), this.stored.all(actor)]);
    return <MentorStoredPage ui={ui} agreements={items} stored={stored} today={this.clock.today()} wrong={wrong} />;
  }

  @Page(file)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="mine-oplysninger-{day}.json"')
  async file(@By() actor: Actor): Promise<string> {
    return JSON.stringify(await this.stored.all(actor), null, 2);
  }
}
