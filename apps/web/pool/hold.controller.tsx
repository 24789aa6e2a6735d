import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { HoldOpening, ReleaseHold } from '#openings';
import { By, Input, type Actor, type InputOf } from '#platform';
import { seeOther, type PageAnswer } from '../answer.js';
import { formBody, neededText, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { OpeningScreen } from './opening-screen.js';

const params = z.object({ id: z.uuid() });
const holdForm = page({ id: 'holdOpeningForm', method: 'post', path: '/puljen/:id/hold', permission: 'openings.share', params, body: formBody });
const releaseForm = page({ id: 'releaseHoldForm', method: 'post', path: '/puljen/:id/frigiv', permission: 'openings.share', params });

@Controller()
export class HoldPages {
  constructor(
    private readonly screen: OpeningScreen,
    private readonly holdOpening: HoldOpening,
    private readonly releaseHold: ReleaseHold,
  ) {}

  @Page(holdForm)
  async hold(@For() ui: Ui, @By() actor: Actor, @Input() { id, ...values }: InputOf<typeof holdForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ reason: neededText(500) }), values, ({ reason }) => this.holdOpening.run(actor, { id, reason }).then(() => 'opening.held'));
    return this.screen.after(ui, actor, id, result, { form: 'other', values });
  }

  @Page(releaseForm)
  async release(@By() actor: Actor, @Input() { id }: InputOf<typeof releaseForm>): Promise<PageAnswer> {
    await this.releaseHold.run(actor, { id });
    return seeOther(`/puljen/${id}`, 'opening.shared');
  }
}
