import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AcceptReservation } from './accept-reservation.js';
import { DeclineReservation } from './decline-reservation.js';
import type { Match } from './make-match.js';
import {
  acceptReservation,
  declineReservation,
  listPlacements,
  readPlacement,
  stopPlacement,
} from './placements.operations.js';
import { PlacementsQueries, type PlacementView } from './placements.queries.js';
import { StopPlacement, type StoppedPlacement } from './stop-placement.js';

@Controller('api/v1')
export class PlacementsController {
  constructor(
    private readonly acceptAction: AcceptReservation,
    private readonly declineAction: DeclineReservation,
    private readonly stopAction: StopPlacement,
    private readonly placements: PlacementsQueries,
  ) {}

  @Operation(acceptReservation)
  accept(@By() actor: Actor, @Input() input: InputOf<typeof acceptReservation>): Promise<Match> {
    return this.acceptAction.run(actor, input);
  }

  @Operation(declineReservation)
  decline(@By() actor: Actor, @Input() input: InputOf<typeof declineReservation>): Promise<void> {
    return this.declineAction.run(actor, input);
  }

  @Operation(listPlacements)
  list(
    @By() actor: Actor,
    @Input() input: InputOf<typeof listPlacements>,
  ): Promise<{ readonly items: readonly PlacementView[]; readonly next: string | null }> {
    return this.placements.list(actor, input);
  }

  @Operation(readPlacement)
  read(@By() actor: Actor, @Input() { id }: InputOf<typeof readPlacement>): Promise<PlacementView> {
    return this.placements.one(actor, id);
  }

  @Operation(stopPlacement)
  stop(@By() actor: Actor, @Input() input: InputOf<typeof stopPlacement>): Promise<StoppedPlacement> {
    return this.stopAction.run(actor, input);
  }
}
