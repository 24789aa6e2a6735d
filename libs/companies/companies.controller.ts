import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AssignResponsible } from './assign-responsible.js';
import { CompaniesQueries } from './companies.queries.js';
import * as spec from './companies.operations.js';
import { CreateCompany } from './create-company.js';
import { TakeResponsibility } from './take-responsibility.js';
import { UpdateCompany } from './update-company.js';

@Controller('api/v1')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesQueries,
    private readonly createCompany: CreateCompany,
    private readonly updateCompany: UpdateCompany,
    private readonly assignResponsible: AssignResponsible,
  ) {}

  @Operation(spec.listCompanies)
  list(@By() actor: Actor, @Input() input: InputOf<typeof spec.listCompanies>) {
    return this.companies.list(actor, input);
  }

  @Operation(spec.findWorkplaceOptions)
  options(@By() actor: Actor, @Input() { q, limit }: InputOf<typeof spec.findWorkplaceOptions>) {
    return this.companies.options(actor, { text: q, limit });
  }

  @Operation(spec.createCompany)
  create(@By() actor: Actor, @Input() input: InputOf<typeof spec.createCompany>) {
    return this.createCompany.run(actor, input);
  }

  @Operation(spec.updateCompany)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateCompany>) {
    return this.updateCompany.run(actor, input);
  }

  @Operation(spec.assignResponsible)
  assign(@By() actor: Actor, @Input() input: InputOf<typeof spec.assignResponsible>) {
    return this.assignResponsible.run(actor, input);
  }
}

@Controller('api/v1')
export class ResponsibilityController {
  constructor(private readonly takeResponsibility: TakeResponsibility) {}

  @Operation(spec.takeResponsibility)
  take(@By() actor: Actor, @Input() input: InputOf<typeof spec.takeResponsibility>) {
    return this.takeResponsibility.run(actor, input);
  }
}
