import { Controller, Header } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { Input, Refusal, type InputOf } from '#platform';
import { AnswerInvitation, answerInvitation, TrainingQueries } from '#training';
import { again, PageAnswer, seeOther } from '../answer.js';
import { formBody, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { UnknownLink } from '../mentor-answer/mentor-answer.page.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { InvitationPageView } from './invitation.page.js';

const at = { permission: 'public', params: z.object({ token: z.string().max(200) }) } as const;
const show = page({ ...at, id: 'invitationPage', method: 'get', path: '/kursus/:token', query: z.object({ svaret: z.enum(['yes', 'no']).optional() }) });
const answerForm = page({ ...at, id: 'invitationForm', method: 'post', path: '/kursus/:token', body: formBody });
const calendar = page({ ...at, id: 'invitationCalendar', method: 'get', path: '/kursus/:token/kalender.ics' });
const schema = readAs(answerInvitation.body, { answer: 'text', reason: 'text' });

/** An invitation by its link alone, on a phone: looking uses nothing up, answering is a form. */
@Controller()
export class InvitationPages {
  constructor(
    private readonly training: TrainingQueries,
    private readonly answerInvitation: AnswerInvitation,
  ) {}

  @Page(show)
  show(@For() ui: Ui, @Input() { token, svaret }: InputOf<typeof show>): Promise<VNode | PageAnswer> {
    return this.page(ui, token, { answered: svaret });
  }

  @Page(answerForm)
  async answer(@For() ui: Ui, @Input() { token, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const result = await submit(ui, schema, values, async (input) => {
      await this.answerInvitation.run({ token, ...input });
      return input.answer;
    }).catch(unknown(ui));
    if (result instanceof PageAnswer) return result;
    if ('done' in result) return seeOther(`/kursus/${token}?svaret=${result.done}`);
    const shown = await this.page(ui, token, { errors: result.errors });
    return shown instanceof PageAnswer ? shown : again(shown);
  }

  @Page(calendar)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kalender.ics"')
  async calendar(@For() ui: Ui, @Input() { token }: InputOf<typeof calendar>): Promise<Buffer> {
    return Buffer.from(await this.training.calendar(token, ui.lang));
  }

  private async page(ui: Ui, token: string, shown: { readonly answered?: 'yes' | 'no'; readonly errors?: FieldErrors }): Promise<VNode | PageAnswer> {
    const found = await this.training.invitation(token).catch(unknown(ui));
    return found instanceof PageAnswer ? found : <InvitationPageView ui={ui} token={token} {...found} {...shown} />;
  }
}

/** A link that opens nothing gets one and the same page, whatever it looks like. */
const unknown =
  (ui: Ui) =>
  (error: unknown): PageAnswer => {
    if (error instanceof Refusal && error.code === 'training-link.unknown') return new PageAnswer(404, <UnknownLink ui={ui} />);
    throw error;
  };
