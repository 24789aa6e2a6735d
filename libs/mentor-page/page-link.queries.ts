import { Injectable } from '@nestjs/common';
import { Clock, Db } from '#platform';
import { presentedPageLink } from './page-link.js';
import { pageLinkState, type PageLinkState } from './page-link.rules.js';

@Injectable()
export class PageLinkQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** How a link stands. Looking uses nothing up. Refuses `mentor-page-link.unknown` (404). */
  async state(token: string): Promise<PageLinkState> {
    return pageLinkState({ ...(await presentedPageLink(this.db, token)), now: this.clock.now() });
  }
}
