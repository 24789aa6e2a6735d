import { Injectable } from '@nestjs/common';
import { UsersQueries } from '#people';
import { Clock, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import { colleaguesOf } from '../colleagues.js';
import type { Option, Ui } from '../kit/index.js';
import { ChoiceLists } from '../pool/choice-lists.js';

/** What the forms about a citizen offer to choose from, named in the reader's language. */
export interface CitizenLists {
  readonly targetGroups: readonly Option[];
  readonly sectors: readonly Option[];
  readonly considerations: readonly Option[];
}

@Injectable()
export class CitizenChoices {
  constructor(
    private readonly lists: ChoiceLists,
    private readonly reference: ReferenceQueries,
    private readonly users: UsersQueries,
    private readonly clock: Clock,
  ) {}

  async ofRecord(ui: Ui, actor: Actor): Promise<CitizenLists> {
    const [{ sectors, considerations }, targetGroups] = await Promise.all([this.lists.ofPool(ui, actor), this.targetGroups(ui)]);
    return { sectors, considerations, targetGroups };
  }

  async targetGroups(ui: Ui): Promise<Option[]> {
    const reference = await this.reference.current();
    return reference.targetGroups(this.clock.today()).map(({ code, nameDa, nameEn }) => ({ value: code, label: ui.lang === 'da' ? nameDa : nameEn }));
  }

  /** Those who work with citizens: an administrator alone is around nobody. */
  colleagues(actor: Actor): Promise<Option[]> {
    return colleaguesOf(this.users, actor, ({ roles }) => roles.some((role) => role !== 'administrator'));
  }

  today(): string {
    return this.clock.today();
  }
}

/** The label of a choice; what is no longer offered shows as it is kept. */
export const labelOf = (options: readonly Option[], value: string | null | undefined): string | undefined =>
  options.find((option) => option.value === value)?.label ?? value ?? undefined;
