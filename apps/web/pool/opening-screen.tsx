import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { OpeningsQueries, ReservationsQueries, type OpeningView, type ReservationView } from '#openings';
import { mayDo } from '#people';
import { PlacementsQueries, type PlacementView, type WhomToRing } from '#placements';
import type { Actor } from '#platform';
import { again, seeOther, type PageAnswer } from '../answer.js';
import type { Submitted } from '../form.js';
import type { Ui } from '../kit/index.js';
import { OpeningChoices } from './opening-choices.js';
import { OpeningPage, type Attempt, type OpeningProps } from './opening.page.js';
import { suggestedValues } from './reserve-values.js';

/** Gathers what the page of an opening shows, also when one of the forms on it comes back with errors. */
@Injectable()
export class OpeningScreen {
  constructor(
    private readonly openings: OpeningsQueries,
    private readonly reservations: ReservationsQueries,
    private readonly placements: PlacementsQueries,
    private readonly choices: OpeningChoices,
  ) {}

  async show(ui: Ui, actor: Actor, id: string, shown: Pick<OpeningProps, 'attempt' | 'audience' | 'from' | 'citizen'> = {}): Promise<VNode> {
    const opening = await this.openings.one(actor, id);
    const [queue, placements, choices] = await Promise.all([
      mayDo(actor.roles, 'reservations.read') ? this.reservations.queue(actor, id) : [],
      mayDo(actor.roles, 'placements.read') ? this.here(actor, opening) : [],
      this.choices.of(ui, actor, opening),
    ]);
    const first = queue.find(({ position }) => position === 0);
    const typed = shown.attempt?.form === 'reserve' ? shown.attempt.values : suggestedValues({ opening, today: choices.today, ...shown });
    const mayReserve = mayDo(actor.roles, 'reservations.write');
    const [ring, mentors, advice, cap, firstCap] = await Promise.all([
      this.whomToRing(actor, opening, queue),
      first ? this.choices.mentorsToAsk(actor, opening) : [],
      mayReserve ? this.choices.advice(actor, opening, typed) : undefined,
      mayReserve ? this.choices.cap(actor, opening, typed) : undefined,
      this.choices.capOf(actor, opening, first),
    ]);
    return <OpeningPage ui={ui} opening={opening} queue={queue} ring={ring} mentors={mentors} advice={advice} cap={cap} firstCap={firstCap} placements={placements} {...choices} userId={actor.userId} {...shown} />;
  }

  /** After a form: on to the page with `done`, or the page again with what was typed and what is wrong. */
  async after(ui: Ui, actor: Actor, id: string, result: Submitted<string>, attempt: Pick<Attempt, 'form' | 'values' | 'over'>): Promise<PageAnswer> {
    if ('done' in result) return seeOther(`/puljen/${id}`, result.done);
    return again(await this.show(ui, actor, id, { attempt: { ...attempt, errors: result.errors } }));
  }

  /** For the reservation that waits for the company's answer and whose mentor cannot be asked by mail. */
  private whomToRing(actor: Actor, opening: OpeningView, queue: readonly ReservationView[]): Promise<WhomToRing | undefined> | undefined {
    const waiting = queue.find(({ position, mentorAsked }) => position === 0 && !mentorAsked);
    return waiting && this.placements.whomToRing(actor, { ...opening, from: waiting.from, until: waiting.until });
  }

  /** On the place now, or going to be. */
  private async here(actor: Actor, { id, slotId, workplaceId }: OpeningView): Promise<PlacementView[]> {
    const { items } = await this.placements.list(actor, { ...(slotId ? { slot: slotId } : { workplace: workplaceId }), limit: 100 });
    return items.filter(({ openingId, state }) => openingId === id && ['planned', 'running'].includes(state));
  }
}

