import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { AnswerMentorRequest, MentorRequestQueries, RenewMentorLink } from '#placements';
import { Input, Refusal, type InputOf } from '#platform';
import { again, PageAnswer, seeOther } from '../answer.js';
import { formBody, neededText, submit } from '../form.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MentorPage, UnknownLink } from './mentor-answer.page.js';

const at = { permission: 'public', params: z.object({ token: z.string().max(200) }) } as const;
const showRequest = page({ ...at, id: 'showMentorRequest', method: 'get', path: '/svar/:token', query: z.object({ svaret: z.enum(['accept', 'decline', 'call', 'renewed']).optional() }) });
const answerForm = page({ ...at, id: 'mentorAnswerForm', method: 'post', path: '/svar/:token', body: formBody });
const renewForm = page({ ...at, id: 'mentorRenewForm', method: 'post', path: '/svar/:token/nyt', body: formBody });

const answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept') }),
  z.object({ answer: z.literal('decline'), reason: neededText(500) }),
  z.object({ answer: z.literal('call') }),
]);

/** The mentor's page: one request, by its link alone. Looking uses nothing up; answering is a form. */
@Controller()
export class MentorAnswerPages {
  constructor(
    private readonly requests: MentorRequestQueries,
    private readonly answerRequest: AnswerMentorRequest,
    private readonly renewLink: RenewMentorLink,
  ) {}

  @Page(showRequest)
  show(@For() ui: Ui, @Input() { token, svaret }: InputOf<typeof showRequest>): Promise<VNode | PageAnswer> {
    return this.page(ui, token, { answered: svaret });
  }

  @Page(answerForm)
  async answer(@For() ui: Ui, @Input() { token, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const result = await submit(ui, answer, values, (input) => this.answerRequest.run({ token, ...input })).catch(unknown(ui));
    if (result instanceof PageAnswer) return result;
    if ('done' in result) return seeOther(`/svar/${token}?svaret=${result.done.answer}`);
    const shown = await this.page(ui, token, { errors: result.errors });
    return shown instanceof PageAnswer ? shown : again(shown);
  }

  @Page(renewForm)
  async renew(@For() ui: Ui, @Input() { token }: InputOf<typeof renewForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), {}, () => this.renewLink.run(token)).catch(unknown(ui));
    return result instanceof PageAnswer ? result : seeOther(`/svar/${token}?svaret=renewed`);
  }

  private async page(ui: Ui, token: string, shown: { readonly answered?: string; readonly errors?: FieldErrors }): Promise<VNode | PageAnswer> {
    const found = await this.requests.page(token, ui.lang).catch(unknown(ui));
    return found instanceof PageAnswer ? found : <MentorPage ui={ui} token={token} {...found} {...shown} />;
  }
}

/** A link that opens nothing gets one and the same page, whatever it looks like. */
const unknown =
  (ui: Ui) =>
  (error: unknown): PageAnswer => {
    if (error instanceof Refusal && error.code === 'mentor-link.unknown') return new PageAnswer(404, <UnknownLink ui={ui} />);
    throw error;
  };
