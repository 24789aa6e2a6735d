import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CaseloadsQueries } from './caseloads.queries.js';
import * as spec from './citizen-roles.operations.js';
import { SetCaseloadLimits } from './set-caseload-limits.js';

@Controller('api/v1')
export class CaseloadsController {
  constructor(
    private readonly caseloads: CaseloadsQueries,
    private readonly setLimits: SetCaseloadLimits,
  ) {}

  @Operation(spec.listCaseloads)
  list(@By() actor: Actor) {
    return this.caseloads.all(actor);
  }

  @Operation(spec.readOwnCaseload)
  own(@By() actor: Actor) {
    return this.caseloads.own(actor);
  }

  @Operation(spec.setCaseloadLimits)
  set(@By() actor: Actor, @Input() input: InputOf<typeof spec.setCaseloadLimits>) {
    return this.setLimits.run(actor, input);
  }
}
