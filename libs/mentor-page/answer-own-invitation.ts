import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { AnswerEnrolment, type Enrolment } from '#training';
import { OwnRows } from './own-rows.js';

/** The mentor's answer to being asked to a session; another's invitation is as one that does not exist (404). */
@Injectable()
export class AnswerOwnInvitation {
  constructor(
    private readonly answerEnrolment: AnswerEnrolment,
    private readonly own: OwnRows,
  ) {}

  async run(actor: Actor, input: { readonly enrolmentId: string; readonly answer: 'yes' | 'no'; readonly reason?: string | null }): Promise<Pick<Enrolment, 'state' | 'position'>> {
    await this.own.enrolment(actor, input.enrolmentId);
    const { state, position } = await this.answerEnrolment.run(actor, input);
    return { state, position };
  }
}
