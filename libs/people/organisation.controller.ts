import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { CreateTeam } from './create-team.js';
import * as spec from './organisation.operations.js';
import { OrganisationQueries } from './organisation.queries.js';
import { TeamsQueries } from './teams.queries.js';
import { UpdateOrganisation } from './update-organisation.js';
import { UpdateTeam } from './update-team.js';

@Controller('api/v1')
export class TeamsController {
  constructor(
    private readonly teams: TeamsQueries,
    private readonly createTeam: CreateTeam,
    private readonly updateTeam: UpdateTeam,
  ) {}

  @Operation(spec.listTeams)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listTeams>) {
    return this.teams.list(actor, input);
  }

  @Operation(spec.createTeam)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createTeam>) {
    return this.createTeam.run(actor, input);
  }

  @Operation(spec.updateTeam)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateTeam>) {
    return this.updateTeam.run(actor, input);
  }
}

@Controller('api/v1')
export class OrganisationController {
  constructor(
    private readonly organisation: OrganisationQueries,
    private readonly updateOrganisation: UpdateOrganisation,
  ) {}

  @Operation(spec.readOrganisation)
  read(@By() actor: Actor) {
    return this.organisation.settings(actor);
  }

  @Operation(spec.updateOrganisation)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateOrganisation>) {
    return this.updateOrganisation.run(actor, input);
  }
}
