import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { HoldOpening, type Held } from './hold-opening.js';
import { heldOpenings, holdOpening, releaseHold } from './openings.operations.js';
import { OpeningsQueries, type HeldOpening } from './openings.queries.js';
import { ReleaseHold } from './release-hold.js';

@Controller('api/v1')
export class HoldsController {
  constructor(
    private readonly holdAction: HoldOpening,
    private readonly releaseAction: ReleaseHold,
    private readonly openings: OpeningsQueries,
  ) {}

  @Operation(heldOpenings)
  held(@By() actor: Actor): Promise<{ readonly items: readonly HeldOpening[] }> {
    return this.openings.held(actor);
  }

  @Operation(holdOpening)
  hold(@By() actor: Actor, @Input() input: InputOf<typeof holdOpening>): Promise<Held> {
    return this.holdAction.run(actor, input);
  }

  @Operation(releaseHold)
  release(@By() actor: Actor, @Input() input: InputOf<typeof releaseHold>): Promise<void> {
    return this.releaseAction.run(actor, input);
  }
}
