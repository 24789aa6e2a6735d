import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { PreviewQueries, SlotChoicesQueries } from '#calendar';
import { PlacementsQueries } from '#placements';
import type { Actor } from '#platform';
import type { FieldErrors, Ui } from '../kit/index.js';
import { may } from '../may.js';
import { PlacementPage } from './placement.page.js';

/** Gathers what a placement's page shows, also when something was refused there. */
@Injectable()
export class PlacementScreen {
  constructor(
    private readonly placements: PlacementsQueries,
    private readonly previews: PreviewQueries,
    private readonly choices: SlotChoicesQueries,
  ) {}

  async show(ui: Ui, actor: Actor, id: string, errors: FieldErrors = {}): Promise<VNode> {
    const [placement, members] = await Promise.all([this.placements.one(actor, id), this.choices.members(actor, id)]);
    const moved = placement.continuesId && may(ui, 'placements.write') ? await this.previews.preview(actor, { id, verb: 'take-back' }) : undefined;
    return <PlacementPage ui={ui} placement={placement} inCluster={members.length > 0} canTakeBack={moved?.possible ?? false} errors={errors} />;
  }
}
