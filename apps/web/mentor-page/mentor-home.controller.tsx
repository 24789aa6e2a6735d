import { Controller } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { AnswerPulse, mentorPageOperations, OwnPageQueries } from '#mentor-page';
import { AnswerAsMentor } from '#placements';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, neededText, submit } from '../form.js';
import { readAs } from '../form-fields.js';
import type { FieldErrors, Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MentorHomePage } from './mentor-home.page.js';

const own = { permission: 'mentor.own' } as const;
const showHome = page({ ...own, id: 'mentorHomePage', method: 'get', path: '/mentor' });
const answerForm = page({ ...own, id: 'mentorRequestForm', method: 'post', path: '/mentor/foresporgsel/:reservationId', params: z.object({ reservationId: z.uuid() }), body: formBody });
const pulseForm = page({ ...own, id: 'mentorPulseForm', method: 'post', path: '/mentor/praktikant/:placementId', params: z.object({ placementId: z.uuid() }), body: formBody });

const answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept') }),
  z.object({ answer: z.literal('decline'), reason: neededText(500) }),
  z.object({ answer: z.literal('call') }),
]);
const pulse = readAs(mentorPageOperations.answerPulse.body, { mood: 'text', daysAttended: 'number', callMe: 'flag' });

@Controller()
export class MentorHomePages {
  constructor(
    private readonly own: OwnPageQueries,
    private readonly answerRequest: AnswerAsMentor,
    private readonly answerPulse: AnswerPulse,
  ) {}

  @Page(showHome)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    return <MentorHomePage ui={ui} page={await this.own.page(actor)} />;
  }

  @Page(answerForm)
  async answer(@For() ui: Ui, @By() actor: Actor, @Input() { reservationId, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const result = await submit(ui, answer, values, (given) => this.answerRequest.run(actor, { reservationId, ...given }));
    if ('done' in result) return seeOther('/mentor', `mentor.${result.done.answer}`);
    return this.back(ui, actor, reservationId, result.errors);
  }

  @Page(pulseForm)
  async pulse(@For() ui: Ui, @By() actor: Actor, @Input() { placementId, ...values }: InputOf<typeof pulseForm>): Promise<PageAnswer> {
    const result = await submit(ui, pulse, values, (given) => this.answerPulse.run(actor, { placementId, ...given }));
    if ('done' in result) return seeOther('/mentor', result.done.callMe ? 'mentor.pulse-call' : 'mentor.pulse');
    return this.back(ui, actor, placementId, result.errors);
  }

  private async back(ui: Ui, actor: Actor, id: string, errors: FieldErrors): Promise<PageAnswer> {
    return again(<MentorHomePage ui={ui} page={await this.own.page(actor)} wrong={{ id, errors }} />);
  }
}
