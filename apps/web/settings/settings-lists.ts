import { Injectable } from '@nestjs/common';
import { SectorsQueries } from '#companies';
import { StaircaseQueries } from '#courses';
import { Clock, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import type { SettingsProps } from './settings.page.js';

/** What the settings page shows beside its form: all municipalities to choose from, and the organisation's own lists. */
@Injectable()
export class SettingsLists {
  constructor(
    private readonly sectors: SectorsQueries,
    private readonly reference: ReferenceQueries,
    private readonly staircase: StaircaseQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Pick<SettingsProps, 'municipalities' | 'sectors' | 'considerations' | 'steps'>> {
    const [reference, sectors, considerations, steps] = await Promise.all([
      this.reference.current(),
      this.sectors.sectors(actor),
      this.sectors.considerations(actor),
      this.staircase.steps(actor),
    ]);
    const municipalities = reference.municipalities(this.clock.today()).map(({ code, name }) => ({ value: code, label: name }));
    return { municipalities, sectors: sectors.items, considerations: considerations.items, steps: steps.items };
  }
}
