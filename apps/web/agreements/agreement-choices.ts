import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '#agreements';
import { MentorsQueries, type Mentor } from '#mentors';
import { UsersQueries } from '#people';
import { Clock, type Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import { colleaguesOf } from '../colleagues.js';
import type { Option, Ui } from '../kit/index.js';

/** Whom the steps of an agreement offer to choose among. */
@Injectable()
export class AgreementChoices {
  constructor(
    private readonly mentors: MentorsQueries,
    private readonly users: UsersQueries,
    private readonly reference: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  mentorsOf(actor: Actor, { workplaces }: AgreementPage): Promise<Mentor[]> {
    return this.mentors.atWorkplaces(actor, { workplaceIds: workplaces.map(({ workplaceId }) => workplaceId) });
  }

  /** What step 4 offers: colleagues, and today's measures and target groups. */
  async followUp({ lang }: Ui, actor: Actor): Promise<{ readonly colleagues: Option[]; readonly measureTypes: Option[]; readonly targetGroups: Option[] }> {
    const [colleagues, reference] = await Promise.all([this.colleagues(actor), this.reference.current()]);
    const options = (rows: readonly { readonly code: string; readonly nameDa: string; readonly nameEn: string }[]): Option[] =>
      rows.map(({ code, nameDa, nameEn }) => ({ value: code, label: lang === 'da' ? nameDa : nameEn }));
    const today = this.clock.today();
    return { colleagues, measureTypes: options(reference.measureTypes(today)), targetGroups: options(reference.targetGroups(today)) };
  }

  colleagues(actor: Actor): Promise<Option[]> {
    return colleaguesOf(this.users, actor);
  }
}
