import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { SlotChoicesQueries, type SlotChoice } from '#calendar';
import { PlacementsQueries, type PlacementView } from '#placements';
import { addDays, Clock, type Actor } from '#platform';
import { textOf } from '../form-fields.js';
import type { FormValues } from '../form.js';
import type { FieldErrors, Option, Ui } from '../kit/index.js';
import type { ChangeName } from './calendar-address.js';
import { ChangeMeaning } from './change-meaning.js';
import { ChangePage } from './change.page.js';
import { changeKinds, unreadableDays, wishOf } from './change-wish.js';

/** Gathers what the page of a change shows, also when saving was refused. */
@Injectable()
export class ChangeScreen {
  constructor(
    private readonly placements: PlacementsQueries,
    private readonly meanings: ChangeMeaning,
    private readonly choices: SlotChoicesQueries,
    private readonly clock: Clock,
  ) {}

  async show(ui: Ui, actor: Actor, { id, name, values, errors = {} }: { readonly id: string; readonly name: ChangeName; readonly values: FormValues; readonly errors?: FieldErrors }): Promise<VNode> {
    const placement = await this.placements.one(actor, id);
    const shown = this.withUsual(placement, name, values);
    const faults = Object.fromEntries(unreadableDays(shown).map((field) => [field, ui.t('fault.date')]));
    const [meaning, members, slots] = await Promise.all([
      Object.keys(faults).length > 0 ? undefined : this.meanings.of(actor, placement, name, shown),
      changeKinds[name].fields.includes('workplace') ? this.members(actor, placement) : [],
      changeKinds[name].fields.includes('slot') ? this.slots(actor, placement, shown) : [],
    ]);
    return <ChangePage ui={ui} name={name} placement={placement} values={shown} meaning={meaning} errors={{ ...faults, ...errors }} members={members} slots={slots} />;
  }

  /** The days one would begin with. */
  private withUsual({ from, until }: PlacementView, name: ChangeName, values: FormValues): FormValues {
    const today = this.clock.today();
    const first = today > from ? today : from;
    if (name === 'forlaeng') return { lastDay: addDays(until, 27), ...values };
    if (name === 'afslut') return { lastDay: first, ...values };
    if (name === 'pause') return { from: first, lastDay: addDays(first, 6), ...values };
    return { from: first, ...values };
  }

  /** The other workplaces of the cluster. */
  private async members(actor: Actor, { id }: PlacementView): Promise<Option[]> {
    const members = await this.choices.members(actor, id);
    return members.map(({ id: value, name: label }) => ({ value, label }));
  }

  private slots(actor: Actor, { id, until }: PlacementView, values: FormValues): Promise<SlotChoice[]> {
    const { from = this.clock.today(), until: wished } = wishOf('flyt', { ...values, slot: id }) ?? {};
    return this.choices.free(actor, { placementId: id, from, until: wished ?? until, text: textOf(values, 'text').trim() || undefined, slotId: wishOf('flyt', values)?.slotId });
  }
}
