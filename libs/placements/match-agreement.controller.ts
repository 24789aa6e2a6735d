import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { planMatchAgreement } from './placements.operations.js';
import { PlanMatchAgreement } from './plan-match-agreement.js';

@Controller('api/v1')
export class MatchAgreementController {
  constructor(private readonly planAction: PlanMatchAgreement) {}

  @Operation(planMatchAgreement)
  plan(@By() actor: Actor, @Input() input: InputOf<typeof planMatchAgreement>): Promise<void> {
    return this.planAction.run(actor, input);
  }
}
