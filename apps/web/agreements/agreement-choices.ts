import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '#agreements';
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
  ) {}

  mentorsOf(actor: Actor, { workplaces }: AgreementPage): Promise<Mentor[]> {
    return this.mentors.atWorkplaces(actor, { workplaceIds: workplaces.map(({ workplaceId }) => workplaceId) });
  }

  colleagues(actor: Actor): Promise<Option[]> {
    return colleaguesOf(this.users, actor);
  }
}
