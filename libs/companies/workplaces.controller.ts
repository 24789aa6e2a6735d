import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AddContact } from './add-contact.js';
import { AddWorkplace } from './add-workplace.js';
import * as spec from './companies.operations.js';
import { UpdateContact } from './update-contact.js';
import { UpdateWorkplace } from './update-workplace.js';

@Controller('api/v1')
export class WorkplacesController {
  constructor(
    private readonly addWorkplace: AddWorkplace,
    private readonly updateWorkplace: UpdateWorkplace,
    private readonly addContact: AddContact,
    private readonly updateContact: UpdateContact,
  ) {}

  @Operation(spec.addWorkplace)
  add(@By() actor: Actor, @Input() input: InputOf<typeof spec.addWorkplace>) {
    return this.addWorkplace.run(actor, input);
  }

  @Operation(spec.updateWorkplace)
  update(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateWorkplace>) {
    return this.updateWorkplace.run(actor, input);
  }

  @Operation(spec.addContact)
  contact(@By() actor: Actor, @Input() input: InputOf<typeof spec.addContact>) {
    return this.addContact.run(actor, input);
  }

  @Operation(spec.updateContact)
  changeContact(@By() actor: Actor, @Input() input: InputOf<typeof spec.updateContact>) {
    return this.updateContact.run(actor, input);
  }
}
