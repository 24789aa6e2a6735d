import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { ChangeOwnLimits, mentorPageOperations, OwnPageQueries } from '#mentor-page';
import { By, Clock, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit, type FormValues } from '../form.js';
import { readAs, textOf } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MentorLimitsPage } from './mentor-limits.page.js';

const own = { permission: 'mentor.own' } as const;
const show = page({ ...own, id: 'mentorLimitsPage', method: 'get', path: '/mentor/graenser' });
const limitsForm = page({ ...own, id: 'mentorLimitsForm', method: 'post', path: '/mentor/graenser', body: formBody });
const pauseForm = page({ ...own, id: 'mentorPauseForm', method: 'post', path: '/mentor/pauser', body: formBody });
const backForm = page({ ...own, id: 'mentorBackForm', method: 'post', path: '/mentor/pauser/:pauseId/slut', params: z.object({ pauseId: z.uuid() }), body: formBody });

const limits = readAs(mentorPageOperations.changeOwnLimits.body, { accepts: 'number', weekdays: 'numbers', language: 'text', version: 'number' });
const pause = readAs(mentorPageOperations.beginOwnPause.body, { kind: 'text', from: 'text', until: 'text' });
const back = readAs(mentorPageOperations.endOwnPause.body, { until: 'text', version: 'number' });

@Controller()
export class MentorLimitsPages {
  constructor(
    private readonly own: OwnPageQueries,
    private readonly change: ChangeOwnLimits,
    private readonly clock: Clock,
  ) {}

  @Page(show)
  show(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    return this.page(ui, actor);
  }

  @Page(limitsForm)
  async save(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof limitsForm>): Promise<PageAnswer> {
    const result = await submit(ui, limits, values, (input) => this.change.run(actor, input));
    return 'done' in result ? seeOther('/mentor/graenser', 'mentor.limits') : again(await this.page(ui, actor, result.errors));
  }

  @Page(pauseForm)
  async pause(@For() ui: Ui, @By() actor: Actor, @Input() values: InputOf<typeof pauseForm>): Promise<PageAnswer> {
    const result = await submit(ui, pause, values, (input) => this.change.pause(actor, input));
    return 'done' in result ? seeOther('/mentor/graenser', 'mentor.paused') : again(await this.page(ui, actor, result.errors, values));
  }

  @Page(backForm)
  async back(@For() ui: Ui, @By() actor: Actor, @Input() { pauseId, ...values }: InputOf<typeof backForm>): Promise<PageAnswer> {
    const result = await submit(ui, back, values, (input) => this.change.back(actor, { pauseId, ...input }));
    return 'done' in result ? seeOther('/mentor/graenser', 'mentor.back') : again(await this.page(ui, actor, result.errors));
  }

  private async page(ui: Ui, actor: Actor, errors: FieldErrors = {}, typed?: FormValues): Promise<VNode> {
    const again = typed && { kind: textOf(typed, 'kind'), from: textOf(typed, 'from'), until: textOf(typed, 'until') };
    return <MentorLimitsPage ui={ui} limits={await this.own.limits(actor)} today={this.clock.today()} errors={errors} pause={again} />;
  }
}
