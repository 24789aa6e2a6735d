import { Injectable } from '@nestjs/common';
import { SectorsQueries } from '#companies';
import { Clock, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import type { Option } from '../kit/index.js';
import type { PlaceChoices } from './place-fields.js';

/** What a workplace's form and the list's filters offer to choose from. */
@Injectable()
export class WorkplaceChoices {
  constructor(
    private readonly lists: SectorsQueries,
    private readonly reference: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  /** The organisation's friendly sectors, in the reader's language. */
  async sectors(actor: Actor): Promise<Option[]> {
    const { items } = await this.lists.sectors(actor);
    return items.map((sector) => ({ value: sector.id, label: actor.language === 'da' ? sector.nameDa : sector.nameEn }));
  }

  /** All municipalities in Danish order. */
  async municipalities(): Promise<Option[]> {
    return (await this.reference.current()).municipalities(this.clock.today()).map(({ code, name }) => ({ value: code, label: name }));
  }

  /** As the form stands: of a postal code that reaches into several municipalities only those are offered. */
  async ofPlace(actor: Actor, postalCode: string): Promise<PlaceChoices> {
    const [sectors, all, reference] = await Promise.all([this.sectors(actor), this.municipalities(), this.reference.current()]);
    const possible = reference.municipalitiesOfPostalCode(postalCode).map(({ code, name }) => ({ value: code, label: name }));
    return { sectors, municipalities: possible.length > 0 ? possible : all, mustChoose: possible.length > 1 };
  }
}
