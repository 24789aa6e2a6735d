import { Controller, Header, StreamableFile } from '@nestjs/common';
import type { VNode } from 'preact';
import { z } from 'zod';
import { AnswerOwnInvitation, OwnTrainingQueries, SignUpForSession } from '#mentor-page';
import { By, Input, type Actor, type InputOf } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import { formBody, submit } from '../form.js';
import type { Ui } from '../kit/index.js';
import { Page, page } from '../page-route.js';
import { For } from '../ui-of-request.js';
import { MentorTrainingPage } from './mentor-training.page.js';

const own = { permission: 'mentor.own' } as const;
const params = z.object({ enrolmentId: z.uuid() });
const show = page({ ...own, id: 'mentorTrainingPage', method: 'get', path: '/mentor/kursus' });
const answerForm = page({ ...own, id: 'mentorTrainingForm', method: 'post', path: '/mentor/kursus/:enrolmentId', params, body: formBody });
const signUpForm = page({ ...own, id: 'mentorSignUpForm', method: 'post', path: '/mentor/kursus/hold/:sessionId', params: z.object({ sessionId: z.uuid() }), body: formBody });
const calendar = page({ ...own, id: 'mentorCalendarFile', method: 'get', path: '/mentor/kursus/:enrolmentId/kalender.ics', params });
const certificate = page({ ...own, id: 'mentorCertificateFile', method: 'get', path: '/mentor/bevis/:certificateId', params: z.object({ certificateId: z.uuid() }) });

@Controller()
export class MentorTrainingPages {
  constructor(
    private readonly training: OwnTrainingQueries,
    private readonly answerInvitation: AnswerOwnInvitation,
    private readonly signUpForSession: SignUpForSession,
  ) {}

  @Page(show)
  async show(@For() ui: Ui, @By() actor: Actor): Promise<VNode> {
    return <MentorTrainingPage ui={ui} training={await this.training.all(actor)} />;
  }

  @Page(answerForm)
  async answer(@For() ui: Ui, @By() actor: Actor, @Input() { enrolmentId, ...values }: InputOf<typeof answerForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({ answer: z.enum(['yes', 'no']) }), values, (input) => this.answerInvitation.run(actor, { enrolmentId, ...input }));
    if ('done' in result) return seeOther('/mentor/kursus', `mentor.training-${result.done.state === 'waiting' ? 'waiting' : (values.answer as string)}`);
    return again(<MentorTrainingPage ui={ui} training={await this.training.all(actor)} errors={result.errors} />);
  }

  @Page(signUpForm)
  async signUp(@For() ui: Ui, @By() actor: Actor, @Input() { sessionId, ...values }: InputOf<typeof signUpForm>): Promise<PageAnswer> {
    const result = await submit(ui, z.object({}), values, () => this.signUpForSession.run(actor, { sessionId }));
    if ('done' in result) return seeOther('/mentor/kursus', `mentor.training-${result.done.state === 'waiting' ? 'waiting' : 'yes'}`);
    return again(<MentorTrainingPage ui={ui} training={await this.training.all(actor)} errors={result.errors} />);
  }

  @Page(calendar)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kalender.ics"')
  calendar(@By() actor: Actor, @Input() input: InputOf<typeof calendar>): Promise<string> {
    return this.training.calendar(actor, input);
  }

  @Page(certificate)
  @Header('content-disposition', 'attachment; filename="kursusbevis.pdf"')
  async certificate(@By() actor: Actor, @Input() input: InputOf<typeof certificate>): Promise<StreamableFile> {
    return new StreamableFile(await this.training.certificate(actor, input), { type: 'application/pdf' });
  }
}
