import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CreateSector } from './create-sector.js';
import { MapDivisions } from './map-divisions.js';
import * as spec from './sectors.operations.js';
import { SectorsQueries } from './sectors.queries.js';
import { UpdateSector } from './update-sector.js';

@Controller('api/v1')
export class SectorsController {
  constructor(
    private readonly lists: SectorsQueries,
    private readonly createSector: CreateSector,
    private readonly updateSector: UpdateSector,
    private readonly mapDivisions: MapDivisions,
  ) {}

  @Operation(spec.listSectors)
  list(@By() actor: Actor) {
    return this.lists.sectors(actor);
  }

  @Operation(spec.createSector)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createSector>) {
    return this.createSector.run(actor, input);
  }

  @Operation(spec.updateSector)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateSector>) {
    return this.updateSector.run(actor, input);
  }

  @Operation(spec.mapDivisions)
  map(@By() actor: Actor, @Input() input: InputOf<typeof spec.mapDivisions>) {
    return this.mapDivisions.run(actor, input);
  }
}
