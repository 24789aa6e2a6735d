import { Injectable } from '@nestjs/common';
import { PlanAdviceQueries, type PlanAdvice } from '#limits';
import type { OpeningView } from '#openings';
import type { Actor } from '#platform';
import type { FormValues } from '../form.js';
import type { Option, Ui } from '../kit/index.js';
import { ChoiceLists, type OpeningNames } from './choice-lists.js';
import { planOf } from './reserve-values.js';

/** What the page of an opening names and advises: its codes in words, and what the rules say about a reservation. */
@Injectable()
export class OpeningChoices {
  constructor(
    private readonly lists: ChoiceLists,
    private readonly plans: PlanAdviceQueries,
  ) {}

  of(ui: Ui, actor: Actor, opening: OpeningView): Promise<OpeningNames> {
    return this.lists.ofOpening(ui, actor, opening);
  }

  /** Of the reserve form as it stands; undefined while it names no period. */
  async advice(actor: Actor, opening: OpeningView, values: FormValues): Promise<PlanAdvice | undefined> {
    const plan = planOf(opening, values);
    return plan && this.plans.advice(actor, plan);
  }

  /** Whom a request may be sent to instead. */
  mentorsToAsk(actor: Actor, { workplaceId }: OpeningView): Promise<Option[]> {
    return this.lists.mentorsToAsk(actor, workplaceId);
  }
}
