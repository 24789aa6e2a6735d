import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import * as spec from './citizens.operations.js';
import { CitizensQueries } from './citizens.queries.js';
import { CreateCitizen } from './create-citizen.js';
import { LookUpCitizen } from './look-up-citizen.js';
import { UpdateCitizen } from './update-citizen.js';

@Controller('api/v1')
export class CitizensController {
  constructor(
    private readonly citizens: CitizensQueries,
    private readonly createCitizen: CreateCitizen,
    private readonly updateCitizen: UpdateCitizen,
    private readonly lookUpCitizen: LookUpCitizen,
  ) {}

  @Operation(spec.listCitizens)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listCitizens>) {
    return this.citizens.list(actor, input);
  }

  @Operation(spec.createCitizen)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createCitizen>) {
    return this.createCitizen.run(actor, input);
  }

  @Operation(spec.lookUpCitizen)
  lookUp(@By() actor: Actor, @Input() input: InputOf<typeof spec.lookUpCitizen>) {
    return this.lookUpCitizen.run(actor, input);
  }

  @Operation(spec.updateCitizen)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateCitizen>) {
    return this.updateCitizen.run(actor, input);
  }
}

/** After the controllers with fixed addresses below /citizens. */
@Controller('api/v1')
export class CitizenController {
  constructor(private readonly citizens: CitizensQueries) {}

  @Operation(spec.readCitizen)
  read(@By() actor: Actor, @Input() input: InputOf<typeof spec.readCitizen>) {
    return this.citizens.one(actor, input);
  }
}
