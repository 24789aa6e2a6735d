import { Injectable } from '@nestjs/common';
import { PreviewQueries } from '#calendar';
import { PlanAdviceQueries, type ExtensionAdvice } from '#limits';
import type { PlacementView, Preview } from '#placements';
import type { Actor } from '#platform';
import type { FormValues } from '../form.js';
import type { ChangeName } from './calendar-address.js';
import { wishOf } from './change-wish.js';

export interface Meaning {
  readonly preview: Preview;
  /** Of a longer stay: what the rules say about its length and the room there is. */
  readonly advice?: ExtensionAdvice;
}

/** What a change would mean: its own checks, and where somebody is to stay longer, what the rules advise. */
@Injectable()
export class ChangeMeaning {
  constructor(
    private readonly previews: PreviewQueries,
    private readonly plans: PlanAdviceQueries,
  ) {}

  /** Undefined while not enough is said. */
  async of(actor: Actor, { id, until }: PlacementView, name: ChangeName, values: FormValues): Promise<Meaning | undefined> {
    const wish = wishOf(name, values);
    if (!wish) return undefined;
    const longer = wish.verb === 'extend' && wish.until !== undefined && wish.until > until ? wish.until : undefined;
    const [preview, advice] = await Promise.all([this.previews.preview(actor, { id, ...wish }), longer ? this.plans.extension(actor, { placementId: id, until: longer }) : undefined]);
    return { preview, advice };
  }
}
