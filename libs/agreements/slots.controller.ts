import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { AddSlots } from './add-slots.js';
import * as spec from './agreements.operations.js';
import { ChangeSlot } from './change-slot.js';
import { CloseSlot } from './close-slot.js';
import { MoveSlot } from './move-slot.js';

@Controller('api/v1')
export class SlotsController {
  constructor(
    private readonly addSlots: AddSlots,
    private readonly changeSlot: ChangeSlot,
    private readonly closeSlot: CloseSlot,
    private readonly moveSlot: MoveSlot,
  ) {}

  @Operation(spec.addSlots)
  add(@By() actor: Actor, @Input() input: InputOf<typeof spec.addSlots>) {
    return this.addSlots.run(actor, input);
  }

  @Operation(spec.changeSlot)
  change(@By() actor: Actor, @Input() input: InputOf<typeof spec.changeSlot>) {
    return this.changeSlot.run(actor, input);
  }

  @Operation(spec.closeSlot)
  close(@By() actor: Actor, @Input() input: InputOf<typeof spec.closeSlot>) {
    return this.closeSlot.run(actor, input);
  }

  @Operation(spec.moveSlot)
  move(@By() actor: Actor, @Input() input: InputOf<typeof spec.moveSlot>) {
    return this.moveSlot.run(actor, input);
  }
}
