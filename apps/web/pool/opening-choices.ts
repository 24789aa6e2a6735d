import { Injectable } from '@nestjs/common';
import { LimitsQueries, type WorkplaceLimits } from '#limits';
import type { OpeningView } from '#openings';
import type { Actor } from '#platform';
import type { Option, Ui } from '../kit/index.js';
import { ChoiceLists, type OpeningNames } from './choice-lists.js';

/** What the page of an opening names and advises: its codes in words, and what law and mentors leave on its first day. */
@Injectable()
export class OpeningChoices {
  constructor(
    private readonly lists: ChoiceLists,
    private readonly limits: LimitsQueries,
  ) {}

  async of(ui: Ui, actor: Actor, opening: OpeningView): Promise<OpeningNames & { readonly limits: WorkplaceLimits }> {
    const names = await this.lists.ofOpening(ui, actor, opening);
    const on = opening.freeFrom > names.today ? opening.freeFrom : names.today;
    return { ...names, limits: await this.limits.workplace(actor, { workplaceId: opening.workplaceId, on }) };
  }

  /** Whom a request may be sent to instead. */
  mentorsToAsk(actor: Actor, { workplaceId }: OpeningView): Promise<Option[]> {
    return this.lists.mentorsToAsk(actor, workplaceId);
  }
}
