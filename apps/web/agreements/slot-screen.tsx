import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { AgreementPageQueries, WriteChange, type AgreementPage, type Slot } from '#agreements';
import { SectorsQueries } from '#companies';
import { notFound, type Actor } from '#platform';
import { again, type PageAnswer } from '../answer.js';
import type { FormValues, Submitted } from '../form.js';
import { asValues, hoursText } from '../form-fields.js';
import type { Ui } from '../kit/ui.js';
import { crossedFields, currentOf } from '../stale-edit.js';
import { SlotPage } from './slot.page.js';

/** Which place, for whom. */
export interface Place {
  readonly ui: Ui;
  readonly actor: Actor;
  readonly agreementId: string;
  readonly slotId: string;
  /** Within a change being written in the editor. */
  readonly changing?: boolean;
}

/** A place's page: as it stands, or with what was typed and refused. */
@Injectable()
export class SlotScreen {
  constructor(
    private readonly agreement: AgreementPageQueries,
    private readonly lists: SectorsQueries,
    private readonly editor: WriteChange,
  ) {}

  private async agreementOf({ actor, agreementId, changing }: Place): Promise<AgreementPage> {
    return changing ? (await this.editor.look(actor, { agreementId })).agreement : this.agreement.page(actor, { agreementId });
  }

  async show(place: Place): Promise<VNode> {
    const { ui, actor, slotId, changing } = place;
    const [agreement, { items }] = await Promise.all([this.agreementOf(place), this.lists.considerations(actor)]);
    const slot = slotIn(agreement, slotId);
    return <SlotPage ui={ui} agreement={agreement} slot={slot} values={valuesOf(slot)} version={slot.version} considerations={items} changing={changing} />;
  }

  async slot(place: Place): Promise<Slot> {
    return slotIn(await this.agreementOf(place), place.slotId);
  }

  async again(place: Place, values: FormValues, { errors, refusal }: Extract<Submitted<unknown>, { errors: unknown }>): Promise<PageAnswer> {
    const { ui, actor, slotId, changing } = place;
    const [agreement, { items }] = await Promise.all([this.agreementOf(place), this.lists.considerations(actor)]);
    const slot = slotIn(agreement, slotId);
    const current = currentOf<Slot>(refusal);
    const typed = { ...valuesOf(slot), ...values };
    const crossed = current && crossedFields(ui, ['tasks', 'pathToHours'], typed, { ...current });
    return again(<SlotPage ui={ui} agreement={agreement} slot={slot} values={typed} version={current?.version ?? Number(values.version)} errors={errors} crossed={crossed} considerations={items} changing={changing} />);
  }
}

function slotIn({ slots }: AgreementPage, slotId: string): Slot {
  const slot = slots.find(({ id }) => id === slotId);
  if (!slot) throw notFound();
  return slot;
}

const valuesOf = (slot: Slot): FormValues => ({ ...asValues({ ...slot }), minutesPerWeek: hoursText(slot.minutesPerWeek) });
