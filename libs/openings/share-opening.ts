import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, invalid, type Actor, type Tx } from '#platform';
import { announcePool } from './announce-pool.js';
import { checkOffer } from './check-offer.js';

export interface Share {
  readonly workplaceId: string;
  readonly tasks: string;
  readonly places: number;
  readonly kind?: 'placement' | 'ordinary_hours' | 'job';
  readonly minutesPerWeek?: number;
  readonly pathToHours?: string;
  readonly considerationIds?: readonly string[];
  readonly mentorId?: string;
  readonly freeFrom?: string;
  /** First day it is no longer offered. */
  readonly expiresOn?: string;
  /** Keep it to oneself first, for the organisation's `hold_hours`; then it is in the pool by itself. */
  readonly hold?: boolean;
}

export interface SharedOpening {
  readonly id: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly publishedAt: Date | null;
  readonly heldUntil: Date | null;
  readonly version: number;
}

/** What was not said comes from the company's last opening (the workplace's own first), else: 20 h, today, 8 weeks. */
const shareSql = `
insert into opening as o
       (organisation_id, id, workplace_id, kind, tasks, places, minutes_per_week, path_to_hours, consideration_ids, mentor_id,
        free_from, expires_on, shared_by, published_at, held_by, held_until, sector_id, municipality_code, lat, lon, search_text, created_at)
select w.organisation_id, $2, w.id, coalesce($5, last.kind, 'placement'), $3, $4, coalesce($6, last.minutes_per_week, 1200),
       coalesce($7, last.path_to_hours), coalesce($8::uuid[], last.consideration_ids, '{}'), coalesce($9, last.mentor_id),
       coalesce($10::date, $12::date), coalesce($11::date, greatest($10::date, $12::date) + 56), $13::uuid,
       case when $14 then null else $15::timestamptz end,
       case when $14 then $13::uuid end,
       case when $14 then $15::timestamptz + make_interval(hours => g.hold_hours) end,
       w.sector_id, w.municipality_code, w.lat, w.lon, pool_search_text(c.name, w.name, $3, w.street, w.postal_code, w.town), $15
  from workplace w
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join organisation g on g.organisation_id = w.organisation_id
  left join lateral (
       select p.kind, p.minutes_per_week, p.path_to_hours, p.consideration_ids,
              case when p.workplace_id = w.id then p.mentor_id end as mentor_id
         from opening p
         join workplace pw on pw.organisation_id = p.organisation_id and pw.id = p.workplace_id
        where p.organisation_id = w.organisation_id and pw.company_id = w.company_id
        order by p.workplace_id = w.id desc, p.created_at desc limit 1) last on true
 where w.id = $1 and (w.closed_on is null or w.closed_on > $12::date)
returning o.id, (select company_id from workplace where organisation_id = o.organisation_id and id = o.workplace_id) as "companyId",
          o.workplace_id as "workplaceId", o.published_at as "publishedAt", o.held_until as "heldUntil", o.version`;

/**
 * Shares an opening found outside any agreement. Only workplace, tasks and number of places must be said. It is in the
 * pool at once, or after the hold; the sharer is responsible for it, not its gatekeeper (R2).
 */
@Injectable()
export class ShareOpening {
  constructor(private readonly db: Db) {}

  run(actor: Actor, input: Share): Promise<SharedOpening> {
    return this.db.write(actor, async (tx) => {
      await checkOffer(tx, input.workplaceId, input);
      const opening = await tx.row<SharedOpening>(shareSql, parameters(tx, actor, input));
      if (!opening) throw invalid({ field: 'workplaceId', code: 'fault.unknown' });
      const { id, companyId, workplaceId, publishedAt, heldUntil } = opening;
      const after = { tasks: input.tasks, places: input.places, ...(heldUntil && { heldUntil }) };
      await Promise.all([
        journal(tx, actor, {
          action: heldUntil ? 'opening.held' : 'opening.shared',
          subject: 'opening',
          subjectId: id,
          companyId,
          workplaceId,
          after,
        }),
        ...(publishedAt ? [announcePool(tx)] : []),
      ]);
      return opening;
    });
  }
}

const parameters = (tx: Tx, actor: Actor, input: Share): unknown[] => [
  input.workplaceId,
  tx.newId(),
  input.tasks,
  input.places,
  input.kind ?? null,
  input.minutesPerWeek ?? null,
  input.pathToHours ?? null,
  input.considerationIds ?? null,
  input.mentorId ?? null,
  input.freeFrom ?? null,
  input.expiresOn ?? null,
  tx.today,
  actor.userId,
  input.hold ?? false,
  tx.now,
];
