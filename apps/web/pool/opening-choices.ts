import { Injectable } from '@nestjs/common';
import { PlanAdviceQueries, type PlanAdvice } from '#limits';
import { CapQueries, type CapReached, type OpeningView, type ReservationView } from '#openings';
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
    private readonly caps: CapQueries,
  ) {}

  of(ui: Ui, actor: Actor, opening: OpeningView): Promise<OpeningNames> {
    return this.lists.ofOpening(ui, actor, opening);
  }

  /** Of the reserve form as it stands; undefined while it names no period. */
  async advice(actor: Actor, opening: OpeningView, values: FormValues): Promise<PlanAdvice | undefined> {
    const plan = planOf(opening, values);
    return plan && this.plans.advice(actor, plan);
  }

  /** Whether the agreement holds no more at the workplace in the days of the reserve form. */
  async cap(actor: Actor, opening: OpeningView, values: FormValues): Promise<CapReached | undefined> {
    const plan = planOf(opening, values);
    return opening.slotId && plan ? this.caps.reached(actor, { ...opening, slotId: opening.slotId, from: plan.from, until: plan.until }) : undefined;
  }

  /** The same for one that is first in line already. */
  async capOf(actor: Actor, { slotId, workplaceId }: OpeningView, first: ReservationView | undefined): Promise<CapReached | undefined> {
    return slotId && first ? this.caps.reached(actor, { slotId, workplaceId, from: first.from, until: first.until }, 1) : undefined;
  }

  /** Whom a request may be sent to instead. */
  mentorsToAsk(actor: Actor, { workplaceId }: OpeningView): Promise<Option[]> {
    return this.lists.mentorsToAsk(actor, workplaceId);
  }
}
