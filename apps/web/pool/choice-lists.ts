import { Injectable } from '@nestjs/common';
import { SectorsQueries } from '#companies';
import { MentorsQueries } from '#mentors';
import type { OpeningView } from '#openings';
import { addDays, Clock, isoWeek, mondayOf, weekKey, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import type { Option, Ui } from '../kit/index.js';
import type { OfferChoices } from './offer-fields.js';
import type { OpeningProps } from './opening.page.js';
import type { PoolChoices } from './pool.page.js';

export type OpeningNames = Pick<OpeningProps, 'today' | 'targetGroups' | 'measures' | 'sector' | 'municipality'>;

const weeksAhead = 27;

/** What can be chosen on the pages of the pool, named in the reader's language. */
@Injectable()
export class ChoiceLists {
  constructor(
    private readonly lists: SectorsQueries,
    private readonly mentors: MentorsQueries,
    private readonly reference: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  async ofPool(ui: Ui, actor: Actor): Promise<PoolChoices> {
    const [sectors, considerations, reference] = await Promise.all([this.lists.sectors(actor), this.considerations(ui, actor), this.reference.current()]);
    return {
      sectors: sectors.items.map((each) => ({ value: each.id, label: named(ui, each) })),
      municipalities: reference.municipalities(this.clock.today()).map(({ code, name }) => ({ value: code, label: name })),
      considerations,
      weeks: this.weeks(ui),
    };
  }

  /** What an opening at a workplace can be given: its considerations and the workplace's mentors. */
  async ofOffer(ui: Ui, actor: Actor, workplaceId: string): Promise<OfferChoices> {
    const [considerations, mentors] = await Promise.all([this.considerations(ui, actor), this.mentors.workplace(actor, { workplaceId })]);
    return { considerations, mentors: mentors.items.map(({ id, name }) => ({ value: id, label: name })) };
  }

  /** Mentors at a workplace who can be asked by mail today. */
  async mentorsToAsk(actor: Actor, workplaceId: string): Promise<Option[]> {
    const [{ items }, today] = [await this.mentors.workplace(actor, { workplaceId }), this.clock.today()];
    return items.filter(({ email, activeUntil }) => email && (activeUntil === null || activeUntil > today)).map(({ id, name }) => ({ value: id, label: name }));
  }

  /** What a workplace can offer, as the organisation words it; what is retired is not offered any more. */
  async considerations(ui: Ui, actor: Actor): Promise<Option[]> {
    const [{ items }, today] = [await this.lists.considerations(actor), this.clock.today()];
    return items.filter(({ retiredOn }) => retiredOn === null || retiredOn > today).map((each) => ({ value: each.id, label: named(ui, each) }));
  }

  /** The names of an opening's codes, and the target groups and measures in force on the first day it can be used. */
  async ofOpening(ui: Ui, actor: Actor, { sectorId, municipalityCode, freeFrom }: OpeningView): Promise<OpeningNames> {
    const [reference, sectors] = await Promise.all([this.reference.current(), this.lists.sectors(actor)]);
    const today = this.clock.today();
    const first = freeFrom > today ? freeFrom : today;
    const options = (rows: readonly (Named & { readonly code: string })[]): Option[] => rows.map((row) => ({ value: row.code, label: named(ui, row) }));
    const sector = sectors.items.find(({ id }) => id === sectorId);
    return {
      today,
      targetGroups: options(reference.targetGroups(first)),
      measures: options(reference.measureTypes(first)),
      sector: sector && named(ui, sector),
      municipality: municipalityCode ? reference.municipality(municipalityCode)?.name : undefined,
    };
  }

  /** This week and half a year on. */
  private weeks(ui: Ui): Option[] {
    const monday = mondayOf(this.clock.today());
    return Array.from({ length: weeksAhead }, (_, index) => addDays(monday, index * 7)).map((day) => ({
      value: weekKey(isoWeek(day)),
      label: ui.t('poolPage.week', { week: ui.formatWeek(day), day: ui.formatDate(day) }),
    }));
  }
}

interface Named {
  readonly nameDa: string;
  readonly nameEn: string;
}

const named = ({ lang }: Ui, { nameDa, nameEn }: Named): string => (lang === 'da' ? nameDa : nameEn);
