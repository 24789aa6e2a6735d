import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { PausePlacement, ResumePlacement } from './pause-placement.js';
import type { PlacementView } from './placements.queries.js';
import { RampHours } from './ramp-hours.js';
import { pausePlacement, rampHours, resumePlacement } from './segments.operations.js';

/** How much a citizen is there, and when not. */
@Controller('api/v1')
export class SegmentDaysController {
  constructor(
    private readonly pauseAction: PausePlacement,
    private readonly resumeAction: ResumePlacement,
    private readonly rampAction: RampHours,
  ) {}

  @Operation(pausePlacement)
  pause(@By() actor: Actor, @Input() input: InputOf<typeof pausePlacement>): Promise<PlacementView> {
    return this.pauseAction.run(actor, input);
  }

  @Operation(resumePlacement)
  resume(@By() actor: Actor, @Input() input: InputOf<typeof resumePlacement>): Promise<PlacementView> {
    return this.resumeAction.run(actor, input);
  }

  @Operation(rampHours)
  ramp(@By() actor: Actor, @Input() input: InputOf<typeof rampHours>): Promise<PlacementView> {
    return this.rampAction.run(actor, input);
  }
}
