import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '#agreements';
import { CompaniesQueries, type Option as FoundWorkplace } from '#companies';
import { MentorsQueries, type Mentor } from '#mentors';
import { UsersQueries } from '#people';
import type { Actor } from '#platform';
import { colleaguesOf } from '../colleagues.js';
import type { Option } from '../kit/index.js';

/** Whom the steps of an agreement offer to choose among. */
@Injectable()
export class AgreementChoices {
  constructor(
    private readonly mentors: MentorsQueries,
    private readonly users: UsersQueries,
    private readonly companies: CompaniesQueries,
  ) {}

  mentorsOf(actor: Actor, { workplaces }: AgreementPage): Promise<Mentor[]> {
    return this.mentors.atWorkplaces(actor, { workplaceIds: workplaces.map(({ workplaceId }) => workplaceId) });
  }

  /** Open workplaces that a few words may mean. */
  workplaces(actor: Actor, text: string): Promise<FoundWorkplace[]> {
    return this.companies.options(actor, { text, limit: 12 });
  }

  colleagues(actor: Actor): Promise<Option[]> {
    return colleaguesOf(this.users, actor);
  }
}
