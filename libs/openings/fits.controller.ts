import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import * as spec from './fits.operations.js';
import { FitsQueries } from './fits.queries.js';

@Controller('api/v1')
export class FitsController {
  constructor(private readonly fits: FitsQueries) {}

  @Operation(spec.listFittingPlaces)
  places(@By() actor: Actor, @Input() input: InputOf<typeof spec.listFittingPlaces>) {
    return this.fits.places(actor, input);
  }

  @Operation(spec.listFittingCitizens)
  citizens(@By() actor: Actor, @Input() input: InputOf<typeof spec.listFittingCitizens>) {
    return this.fits.citizens(actor, input);
  }
}
