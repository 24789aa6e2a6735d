import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CreateConsideration } from './create-consideration.js';
import * as spec from './sectors.operations.js';
import { SectorsQueries } from './sectors.queries.js';
import { UpdateConsideration } from './update-consideration.js';

@Controller('api/v1')
export class ConsiderationsController {
  constructor(
    private readonly lists: SectorsQueries,
    private readonly createConsideration: CreateConsideration,
    private readonly updateConsideration: UpdateConsideration,
  ) {}

  @Operation(spec.listConsiderations)
  list(@By() actor: Actor) {
    return this.lists.considerations(actor);
  }

  @Operation(spec.createConsideration)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createConsideration>) {
    return this.createConsideration.run(actor, input);
  }

  @Operation(spec.updateConsideration)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateConsideration>) {
    return this.updateConsideration.run(actor, input);
  }
}
