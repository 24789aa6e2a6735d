import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CreateStep } from './create-step.js';
import { PlaceOnStaircase } from './place-on-staircase.js';
import { createStep, listSteps, placeOnStaircase, readStaircase, updateStep } from './staircase.operations.js';
import { StaircaseQueries, type Staircase, type Step } from './staircase.queries.js';
import { UpdateStep } from './update-step.js';

@Controller('api/v1')
export class StaircaseController {
  constructor(
    private readonly staircase: StaircaseQueries,
    private readonly createAction: CreateStep,
    private readonly updateAction: UpdateStep,
    private readonly placeAction: PlaceOnStaircase,
  ) {}

  @Operation(listSteps)
  steps(@By() actor: Actor): Promise<{ items: Step[] }> {
    return this.staircase.steps(actor);
  }

  @Operation(createStep)
  create(@By() actor: Actor, @Input() input: InputOf<typeof createStep>): Promise<Step> {
    return this.createAction.run(actor, input);
  }

  @Operation(updateStep)
  update(@By() actor: Actor, @Input() input: InputOf<typeof updateStep>): Promise<Step> {
    return this.updateAction.run(actor, input);
  }

  @Operation(readStaircase)
  read(@By() actor: Actor, @Input() { courseId }: InputOf<typeof readStaircase>): Promise<Staircase> {
    return this.staircase.ofCourse(actor, courseId);
  }

  @Operation(placeOnStaircase)
  place(@By() actor: Actor, @Input() input: InputOf<typeof placeOnStaircase>): Promise<{ readonly id: string }> {
    return this.placeAction.run(actor, input);
  }
}
