import { Controller } from '@nestjs/common';
import { By, Input, Operation, type Actor, type InputOf } from '#platform';
import { ForgetView } from './forget-view.js';
import { SaveView } from './save-view.js';
import { deleteSavedView, listSavedViews, saveView } from './saved-views.operations.js';
import { SavedViewsQueries, type SavedView } from './saved-views.queries.js';

@Controller('api/v1')
export class SavedViewsController {
  constructor(
    private readonly views: SavedViewsQueries,
    private readonly saveAction: SaveView,
    private readonly forgetAction: ForgetView,
  ) {}

  @Operation(listSavedViews)
  async mine(@By() actor: Actor): Promise<{ readonly items: readonly SavedView[] }> {
    return { items: await this.views.mine(actor) };
  }

  @Operation(saveView)
  save(@By() actor: Actor, @Input() input: InputOf<typeof saveView>): Promise<SavedView> {
    return this.saveAction.run(actor, input);
  }

  @Operation(deleteSavedView)
  forget(@By() actor: Actor, @Input() input: InputOf<typeof deleteSavedView>): Promise<void> {
    return this.forgetAction.run(actor, input);
  }
}
