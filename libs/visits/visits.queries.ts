import { Injectable } from '@nestjs/common';
import { seeCitizen } from '#citizens';
import { Db, type Actor, type Tx } from '#platform';
import { visitFile } from './visit-file.js';
import { presentedVisitLink, visitLinkNow } from './visit-link.js';
import { visitOf, visitsOf, type Visit, type VisitTime } from './visit-row.js';
import type { LinkState } from './visit.rules.js';

/** What the company's page shows: this visit and nothing beyond it. Of the citizen: that there is one. */
export interface VisitRequest {
  readonly kind: Visit['kind'];
  readonly contactName: string | null;
  readonly workplaceName: string;
  readonly tasks: string | null;
  readonly place: string | null;
  readonly note: string | null;
  readonly minutes: number;
  /** Those still to come. */
  readonly times: readonly VisitTime[];
  readonly startsAt: Date | null;
  readonly staffName: string;
  readonly staffPhone: string | null;
  readonly staffEmail: string;
  readonly organisationName: string;
}

export interface VisitLinkPage {
  readonly state: LinkState;
  /** While there is something to choose or a time is agreed. */
  readonly request: VisitRequest | null;
  readonly linkExpiresAt: Date;
}

/** Whom a visit at a workplace is arranged with, as far as it is known: the mentor, or the contact person. */
export interface VisitDefaults {
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly tasks: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly place: string | null;
}

const defaultsSql = `
select c.name as "companyName", w.id as "workplaceId", w.name as "workplaceName", o.tasks, p.name as "contactName", p.email as "contactEmail",
       concat_ws(', ', w.street, concat_ws(' ', w.postal_code, w.town)) as place
  from workplace w
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join opening o on o.organisation_id = w.organisation_id and o.id = $1
  left join lateral (
       select q.name, q.email from (
              select 1 as rank, k.name, k.email from contact_person k
               where k.organisation_id = w.organisation_id and k.company_id = w.company_id and k.email is not null
              union all
              select case when m.id = o.mentor_id then 0 else 2 end, m.name, m.email from mentor m
               where m.organisation_id = w.organisation_id and m.workplace_id = w.id and m.email is not null
                 and (m.active_until is null or m.active_until > $3::date)) q
        order by q.rank, q.name limit 1) p on true
 where w.id = coalesce($2::uuid, o.workplace_id)`;

@Injectable()
export class VisitsQueries {
  constructor(private readonly db: Db) {}

  /** A citizen's visits, newest first; noted as seen. Refuses with 404 who may not see the citizen. */
  ofCitizen(actor: Actor, { citizenId }: { readonly citizenId: string }): Promise<{ readonly items: readonly Visit[] }> {
    return this.db.touch(actor, async (tx) => {
      await seeCitizen(tx, actor, citizenId, 'visits');
      return { items: await visitsOf(tx, citizenId) };
    });
  }

  /** Other places in the pool at these companies, to choose from when it is not this one. */
  otherPlaces(actor: Actor, companyIds: readonly string[]): Promise<readonly { readonly id: string; readonly companyId: string; readonly tasks: string; readonly workplaceName: string }[]> {
    return this.db.read(actor, (tx) =>
      tx.rows(
        `select o.id, w.company_id as "companyId", o.tasks, w.name as "workplaceName"
           from opening o join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
          where o.in_pool and w.company_id = any ($1::uuid[]) and (o.expires_on is null or o.expires_on > $2::date)
          order by w.name, o.tasks, o.id limit 200`,
        [companyIds, tx.today],
      ),
    );
  }

  /** An agreed visit as a calendar file, for one who may see the citizen. It names no citizen. */
  file(actor: Actor, { visitId }: { readonly visitId: string }): Promise<string> {
    return this.db.touch(actor, async (tx) => {
      const visit = await visitOf(tx, visitId);
      await seeCitizen(tx, actor, visit.citizenId, 'visits');
      return visitFile(tx, visit, actor.language);
    });
  }

  /** What a form for a new visit begins with. Refuses with 404. */
  defaults(actor: Actor, { openingId, workplaceId }: { readonly openingId?: string; readonly workplaceId?: string }): Promise<VisitDefaults> {
    return this.db.read(actor, (tx) => tx.one<VisitDefaults>(defaultsSql, [openingId ?? null, workplaceId ?? null, tx.today]));
  }

  /** What a link shows. Reading uses nothing up. Refuses `visit-link.unknown` (404). */
  async page(token: string): Promise<VisitLinkPage> {
    const link = await presentedVisitLink(this.db, token);
    return this.db.read(link, async (tx) => {
      const { state, visit, expiresAt } = await visitLinkNow(tx, link);
      return { state, request: state === 'open' || state === 'agreed' ? await requestOf(tx, visit) : null, linkExpiresAt: expiresAt };
    });
  }

  /** The agreed time as a calendar file, by the link. */
  async fileByLink(token: string): Promise<string> {
    const link = await presentedVisitLink(this.db, token);
    return this.db.read(link, async (tx) => visitFile(tx, (await visitLinkNow(tx, link)).visit, 'da'));
  }
}

async function requestOf(tx: Tx, visit: Visit): Promise<VisitRequest> {
  const sender = await tx.one<Pick<VisitRequest, 'staffPhone' | 'staffEmail' | 'organisationName'>>(
    `select coalesce(u.phone, g.contact_phone) as "staffPhone", u.email as "staffEmail", g.name as "organisationName"
       from app_user u join organisation g on g.organisation_id = u.organisation_id where u.id = $1`,
    [visit.arrangedBy],
  );
  const { kind, contactName, workplaceName, tasks, place, note, minutes, startsAt, arrangedByName } = visit;
  return { kind, contactName, workplaceName, tasks, place, note, minutes, startsAt, staffName: arrangedByName, ...sender, times: visit.times.filter((time) => time.startsAt > tx.now) };
}
