import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AnswerMentorRequest, type MentorAnswer } from './answer-mentor-request.js';
import { AskMentor } from './ask-mentor.js';
import { MentorRequestQueries, type MentorRequestPage } from './mentor-request.queries.js';
import { answerMentorRequest, askMentor, readMentorRequest, renewMentorRequest } from './placements.operations.js';
import { RenewMentorLink } from './renew-mentor-link.js';

@Controller('api/v1')
export class MentorRequestsController {
  constructor(
    private readonly requests: MentorRequestQueries,
    private readonly answerAction: AnswerMentorRequest,
    private readonly renewAction: RenewMentorLink,
    private readonly askAction: AskMentor,
  ) {}

  @Operation(askMentor)
  ask(@By() actor: Actor, @Input() input: InputOf<typeof askMentor>): Promise<void> {
    return this.askAction.run(actor, input);
  }

  @Operation(readMentorRequest)
  read(@Input() { token }: InputOf<typeof readMentorRequest>): Promise<MentorRequestPage> {
    return this.requests.page(token);
  }

  @Operation(answerMentorRequest)
  answer(@Input() input: InputOf<typeof answerMentorRequest>): Promise<{ readonly answer: MentorAnswer }> {
    return this.answerAction.run(input);
  }

  @Operation(renewMentorRequest)
  renew(@Input() { token }: InputOf<typeof renewMentorRequest>): Promise<void> {
    return this.renewAction.run(token);
  }
}
