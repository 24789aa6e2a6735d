import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { ChangeOpening } from './change-opening.js';
import { changeOpening, openingDefaults, readOpening, shareOpening, withdrawOpening } from './openings.operations.js';
import { OpeningsQueries, type OpeningDefaults, type OpeningView } from './openings.queries.js';
import { ShareOpening, type SharedOpening } from './share-opening.js';
import { WithdrawOpening } from './withdraw-opening.js';

@Controller('api/v1')
export class OpeningsController {
  constructor(
    private readonly shareAction: ShareOpening,
    private readonly changeAction: ChangeOpening,
    private readonly withdrawAction: WithdrawOpening,
    private readonly openings: OpeningsQueries,
  ) {}

  @Operation(shareOpening)
  share(@By() actor: Actor, @Input() input: InputOf<typeof shareOpening>): Promise<SharedOpening> {
    return this.shareAction.run(actor, input);
  }

  @Operation(openingDefaults)
  defaults(@By() actor: Actor, @Input() { workplaceId }: InputOf<typeof openingDefaults>): Promise<OpeningDefaults> {
    return this.openings.defaults(actor, workplaceId);
  }

  @Operation(changeOpening)
  change(@By() actor: Actor, @Input() input: InputOf<typeof changeOpening>): Promise<{ id: string; version: number }> {
    return this.changeAction.run(actor, input);
  }

  @Operation(withdrawOpening)
  withdraw(@By() actor: Actor, @Input() input: InputOf<typeof withdrawOpening>): Promise<void> {
    return this.withdrawAction.run(actor, input);
  }

  @Operation(readOpening)
  read(@By() actor: Actor, @Input() { id }: InputOf<typeof readOpening>): Promise<OpeningView> {
    return this.openings.one(actor, id);
  }
}
