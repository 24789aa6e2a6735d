import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '#agreements';
import { CompaniesQueries, type Option as FoundWorkplace } from '#companies';
import { MentorsQueries, type Mentor } from '#mentors';
import { UsersQueries } from '#people';
import type { Actor } from '#platform';
import { ReferenceQueries } from '#reference';
import { colleaguesOf } from '../colleagues.js';
import type { Option, Ui } from '../kit/index.js';

/** Whom the steps of an agreement offer to choose among. */
@Injectable()
export class AgreementChoices {
  constructor(
    private readonly mentors: MentorsQueries,
    private readonly users: UsersQueries,
    private readonly companies: CompaniesQueries,
    private readonly reference: ReferenceQueries,
  ) {}

  mentorsOf(actor: Actor, { workplaces }: AgreementPage): Promise<Mentor[]> {
    return this.mentors.atWorkplaces(actor, { workplaceIds: workplaces.map(({ workplaceId }) => workplaceId) });
  }

  /** Open workplaces that a few words may mean. */
  workplaces(actor: Actor, text: string): Promise<FoundWorkplace[]> {
    return this.companies.options(actor, { text, limit: 12 });
  }

  /** What step 4 offers: colleagues, and the day's measures and target groups. */
  async followUp({ lang }: Ui, actor: Actor, today: string): Promise<{ readonly colleagues: Option[]; readonly measureTypes: Option[]; readonly targetGroups: Option[] }> {
    const [colleagues, reference] = await Promise.all([this.colleagues(actor), this.reference.current()]);
    const options = (rows: readonly { readonly code: string; readonly nameDa: string; readonly nameEn: string }[]): Option[] =>
      rows.map(({ code, nameDa, nameEn }) => ({ value: code, label: lang === 'da' ? nameDa : nameEn }));
    return { colleagues, measureTypes: options(reference.measureTypes(today)), targetGroups: options(reference.targetGroups(today)) };
  }

  colleagues(actor: Actor): Promise<Option[]> {
    return colleaguesOf(this.users, actor);
  }
}
