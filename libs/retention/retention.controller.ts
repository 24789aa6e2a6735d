import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { readRetention, setRetention } from './retention.operations.js';
import { RetentionQueries, type Retention } from './retention.queries.js';
import { SetRetention } from './set-retention.js';

@Controller('api/v1')
export class RetentionController {
  constructor(
    private readonly retention: RetentionQueries,
    private readonly set: SetRetention,
  ) {}

  @Operation(readRetention)
  read(@By() actor: Actor): Promise<Retention> {
    return this.retention.all(actor);
  }

  @Operation(setRetention)
  change(@By() actor: Actor, @Input() input: InputOf<typeof setRetention>) {
    return this.set.run(actor, input);
  }
}
