import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { ExtendPlacement } from './extend-placement.js';
import { MovePlacement } from './move-placement.js';
import type { MovedPlacement } from './move-segment.js';
import type { PlacementView } from './placements.queries.js';
import { RotatePlacement } from './rotate-placement.js';
import { extendPlacement, movePlacement, rotatePlacement, takeBackMove } from './segments.operations.js';
import { TakeBackMove } from './take-back-move.js';

/** Where and until when a citizen is placed. */
@Controller('api/v1')
export class SegmentsController {
  constructor(
    private readonly extendAction: ExtendPlacement,
    private readonly moveAction: MovePlacement,
    private readonly rotateAction: RotatePlacement,
    private readonly takeBackAction: TakeBackMove,
  ) {}

  @Operation(extendPlacement)
  extend(@By() actor: Actor, @Input() input: InputOf<typeof extendPlacement>): Promise<PlacementView> {
    return this.extendAction.run(actor, input);
  }

  @Operation(movePlacement)
  move(@By() actor: Actor, @Input() input: InputOf<typeof movePlacement>): Promise<MovedPlacement> {
    return this.moveAction.run(actor, input);
  }

  @Operation(rotatePlacement)
  rotate(@By() actor: Actor, @Input() input: InputOf<typeof rotatePlacement>): Promise<MovedPlacement> {
    return this.rotateAction.run(actor, input);
  }

  @Operation(takeBackMove)
  takeBack(@By() actor: Actor, @Input() input: InputOf<typeof takeBackMove>): Promise<PlacementView> {
    return this.takeBackAction.run(actor, input);
  }
}
