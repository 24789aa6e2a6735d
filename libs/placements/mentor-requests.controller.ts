import { Controller } from '@nestjs/common';
import { Input, Operation, type InputOf } from '#platform';
import { AnswerMentorRequest, type MentorAnswer } from './answer-mentor-request.js';
import { MentorRequestQueries, type MentorRequestPage } from './mentor-request.queries.js';
import { answerMentorRequest, readMentorRequest, renewMentorRequest } from './placements.operations.js';
import { RenewMentorLink } from './renew-mentor-link.js';

@Controller('api/v1')
export class MentorRequestsController {
  constructor(
    private readonly requests: MentorRequestQueries,
    private readonly answerAction: AnswerMentorRequest,
    private readonly renewAction: RenewMentorLink,
  ) {}

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
