import { Controller } from '@nestjs/common';
import { type Actor, By, Input, type InputOf, Operation } from '#platform';
import * as spec from './imports.operations.js';
import { SharingQueries } from './sharing.queries.js';

@Controller('api/v1')
export class SharingController {
  constructor(private readonly queries: SharingQueries) {}

  @Operation(spec.readSharing)
  everybody(@By() actor: Actor) {
    return this.queries.everybody(actor);
  }

  @Operation(spec.listBroughtCompanies)
  brought(@By() actor: Actor, @Input() input: InputOf<typeof spec.listBroughtCompanies>) {
    return this.queries.brought(actor, input);
  }
}
