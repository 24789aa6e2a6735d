import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import * as spec from './access-sample.operations.js';
import { AccessSampleQueries } from './access-sample.queries.js';
import { CheckAccess } from './check-access.js';
import { LookUpCitizen } from './look-up-citizen.js';

@Controller('api/v1')
export class AccessSampleController {
  constructor(
    private readonly samples: AccessSampleQueries,
    private readonly check: CheckAccess,
    private readonly lookUp: LookUpCitizen,
  ) {}

  @Operation(spec.readAccessSample)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readAccessSample>) {
    return this.samples.sample(actor, input);
  }

  @Operation(spec.checkAccess)
  say(@By() actor: Actor, @Input() input: InputOf<typeof spec.checkAccess>) {
    return this.check.run(actor, input);
  }

  @Operation(spec.lookFromSample)
  look(@By() actor: Actor, @Input() input: InputOf<typeof spec.lookFromSample>) {
    return this.lookUp.run(actor, input);
  }
}
