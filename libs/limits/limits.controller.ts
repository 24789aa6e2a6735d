import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { DurationQueries } from './duration.queries.js';
import * as spec from './limits.operations.js';
import { LimitsQueries } from './limits.queries.js';
import { PlanAdviceQueries } from './plan-advice.queries.js';
import { StateEmployees } from './state-employees.js';
import { VitasSheetQueries } from './vitas-sheet.queries.js';
import { WriteGrant } from './write-grant.js';

@Controller('api/v1')
export class LimitsController {
  constructor(
    private readonly limits: LimitsQueries,
    private readonly durations: DurationQueries,
    private readonly plans: PlanAdviceQueries,
    private readonly stateEmployees: StateEmployees,
  ) {}

  @Operation(spec.readWorkplaceLimits)
  workplace(@By() actor: Actor, @Input() input: InputOf<typeof spec.readWorkplaceLimits>) {
    return this.limits.workplace(actor, input);
  }

  @Operation(spec.listCompanyLimits)
  company(@By() actor: Actor, @Input() input: InputOf<typeof spec.listCompanyLimits>) {
    return this.limits.company(actor, input);
  }

  @Operation(spec.readAdditionality)
  additionality(@By() actor: Actor, @Input() input: InputOf<typeof spec.readAdditionality>) {
    return this.limits.additionality(actor, input);
  }

  @Operation(spec.stateEmployees)
  state(@By() actor: Actor, @Input() input: InputOf<typeof spec.stateEmployees>) {
    return this.stateEmployees.run(actor, input);
  }

  @Operation(spec.readDurationAdvice)
  duration(@Input() input: InputOf<typeof spec.readDurationAdvice>) {
    return this.durations.advice(input);
  }

  @Operation(spec.readPlanAdvice)
  plan(@By() actor: Actor, @Input() input: InputOf<typeof spec.readPlanAdvice>) {
    return this.plans.advice(actor, input);
  }
}

@Controller('api/v1')
export class VitasSheetController {
  constructor(
    private readonly sheets: VitasSheetQueries,
    private readonly writeGrant: WriteGrant,
  ) {}

  @Operation(spec.readPlacementSheet)
  placement(@By() actor: Actor, @Input() input: InputOf<typeof spec.readPlacementSheet>) {
    return this.sheets.placement(actor, input);
  }

  @Operation(spec.readReservationSheet)
  reservation(@By() actor: Actor, @Input() input: InputOf<typeof spec.readReservationSheet>) {
    return this.sheets.reservation(actor, input);
  }

  @Operation(spec.writeGrant)
  grant(@By() actor: Actor, @Input() input: InputOf<typeof spec.writeGrant>) {
    return this.writeGrant.run(actor, input);
  }
}
