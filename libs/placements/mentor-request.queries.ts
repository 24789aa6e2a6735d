import { Injectable } from '@nestjs/common';
import { gapEnd } from '#openings';
import { Db, type Language, type Tx } from '#platform';
import { linkNow, presentedLink, type PresentedLink } from './mentor-link.js';
import type { LinkState } from './mentor-link.rules.js';
import { placementDays, type AskedDays } from './placement-days.rules.js';

/** What the mentor's page shows: this request and nothing beyond it. Of the citizen: that there is one. */
export interface MentorRequest {
  readonly mentorName: string | null;
  readonly workplaceName: string;
  readonly tasks: string;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly minutesPerWeek: number;
  readonly considerations: readonly string[];
  readonly contactName: string;
  readonly contactPhone: string | null;
  readonly contactEmail: string;
  readonly organisationName: string;
  readonly callbackAt: Date | null;
  readonly linkExpiresAt: Date;
}

/** Whom to call at the jobcentre. */
export type MentorContact = Pick<MentorRequest, 'contactName' | 'contactPhone' | 'contactEmail' | 'organisationName'>;

export interface MentorRequestPage {
  readonly state: LinkState;
  /** Only while the link is open. */
  readonly request: MentorRequest | null;
  /** Only for a mentor who has stopped. */
  readonly contact?: MentorContact;
}

const requestSql = (language: Language): string => `
select m.name as "mentorName", w.name as "workplaceName", o.tasks, r.from_date as "from", r.until_date as "until", ${gapEnd('r.from_date')} as "freeUntil",
       r.minutes_per_week as "minutesPerWeek",
       array(select k.name_${language} from consideration k
              where k.organisation_id = o.organisation_id and k.id = any (o.consideration_ids) order by k.position) as considerations,
       u.name as "contactName", coalesce(u.phone, g.contact_phone) as "contactPhone", u.email as "contactEmail",
       g.name as "organisationName", r.callback_at as "callbackAt", l.expires_at as "linkExpiresAt"
  from mentor_link l
  join reservation r on r.organisation_id = l.organisation_id and r.id = l.reservation_id
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.reserved_by
  join organisation g on g.organisation_id = r.organisation_id
  left join mentor m on m.organisation_id = l.organisation_id and m.id = l.mentor_id
 where l.token_hash = $1`;

const contactOf = ({ contactName, contactPhone, contactEmail, organisationName }: MentorRequest): MentorContact => ({ contactName, contactPhone, contactEmail, organisationName });

@Injectable()
export class MentorRequestQueries {
  constructor(private readonly db: Db) {}

  /** Refuses `mentor-link.unknown` (404), the same for every token that opens nothing. Reading never uses a link up. `language`: of what the work offers. */
  async page(token: string, language: Language = 'da'): Promise<MentorRequestPage> {
    const link = await presentedLink(this.db, token);
    return this.db.read(link, async (tx) => {
      const { state } = await linkNow(tx, link);
      if (state !== 'open' && state !== 'stopped') return { state, request: null };
      const request = await this.request(tx, link, language);
      return state === 'open' ? { state, request } : { state, request: null, contact: contactOf(request) };
    });
  }

  /** With the days that a "yes" given now would mean. */
  private async request(tx: Tx, { hash }: PresentedLink, language: Language): Promise<MentorRequest> {
    const { freeUntil, ...request } = await tx.one<MentorRequest & Pick<AskedDays, 'freeUntil'>>(requestSql(language), [hash]);
    return { ...request, ...placementDays({ ...request, freeUntil, today: tx.today }) };
  }
}
