import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import type { HoursStep } from './change-facts.js';
import { findMentor, type MentorSought } from './mentor-of-placement.js';

/** A placement as colleagues see it: where, which days, what; the case reference only to the one who reserved. */
export interface PlacementView {
  readonly id: string;
  readonly openingId: string | null;
  readonly reservationId: string | null;
  readonly slotId: string | null;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  readonly citizenRef: string | null;
  readonly measureType: string;
  readonly minutesPerWeek: number;
  readonly from: string;
  /** First day after. */
  readonly until: string;
  readonly plannedEnd: string;
  readonly state: 'planned' | 'running' | 'ended' | 'stopped' | 'cancelled';
  readonly stopReason: string | null;
  /** The citizen's course, and the segment this one goes on from after a move. */
  readonly courseId: string | null;
  readonly continuesId: string | null;
  /** Weekly hours that ramp; empty: `minutesPerWeek` all along. */
  readonly hours: readonly HoursStep[];
  readonly pauses: readonly PlacementPause[];
  readonly version: number;
}

export interface PlacementPause {
  readonly id: string;
  readonly from: string;
  /** First day back. */
  readonly until: string;
  readonly reason: string;
}

/** Whom to ring where no mail can be sent. Without a name: nobody there has a telephone number. */
export interface WhomToRing {
  /** The mentor there will be, without an address to write to; null: none is named yet. */
  readonly mentorName: string | null;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface PlacementFilter {
  readonly workplace?: string;
  readonly slot?: string;
  readonly mine?: boolean;
  /** Only those that cover this day. */
  readonly on?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const viewSql = `
select p.id, coalesce(p.opening_id, p.slot_id) as "openingId", p.reservation_id as "reservationId", p.slot_id as "slotId",
       c.id as "companyId", c.name as "companyName", w.id as "workplaceId", w.name as "workplaceName", p.mentor_id as "mentorId",
       m.name as "mentorName", case when coalesce(r.reserved_by, k.owner_user_id) = $1 then p.citizen_ref end as "citizenRef",
       p.measure_type_code as "measureType", p.minutes_per_week as "minutesPerWeek", lower(p.period) as "from",
       upper(p.period) as "until", p.planned_end as "plannedEnd", p.stop_reason as "stopReason", p.version,
       p.course_id as "courseId", p.continues_id as "continuesId",
       (select coalesce(json_agg(json_build_object('from', h.from_on, 'minutesPerWeek', h.minutes_per_week) order by h.from_on), '[]')
          from placement_hours h where h.organisation_id = p.organisation_id and h.placement_id = p.id) as hours,
       (select coalesce(json_agg(json_build_object('id', z.id, 'from', z.starts_on, 'until', z.ends_on, 'reason', z.reason) order by z.starts_on), '[]')
          from placement_pause z where z.organisation_id = p.organisation_id and z.placement_id = p.id and z.cancelled_at is null) as pauses,
       case when p.cancelled_at is not null then 'cancelled' when p.stopped_at is not null then 'stopped'
            when upper(p.period) <= $2::date then 'ended' when lower(p.period) > $2::date then 'planned' else 'running' end as state
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join mentor m on m.organisation_id = p.organisation_id and m.id = p.mentor_id
  left join course k on k.organisation_id = p.organisation_id and k.id = p.course_id
  left join reservation r on r.organisation_id = p.organisation_id and r.id = p.reservation_id`;

/** One placement in the transaction of a change. Refuses with 404. */
export const viewOf = (tx: Tx, actor: Actor, id: string): Promise<PlacementView> =>
  tx.one<PlacementView>(`${viewSql} where p.id = $3`, [actor.userId, tx.today, id]);

type Contact = Pick<WhomToRing, 'name' | 'phone'>;

const contactSql = `
select name, phone from contact_person
 where company_id = $1 and phone is not null and (workplace_id is null or workplace_id = $2)
 order by workplace_id is null, id limit 1`;

@Injectable()
export class PlacementsQueries {
  constructor(private readonly db: Db) {}

  one(actor: Actor, id: string): Promise<PlacementView> {
    return this.db.read(actor, (tx) => viewOf(tx, actor, id));
  }

  /** The mentor there will be, else the company's contact person; undefined where the mentor is asked by mail. */
  whomToRing(actor: Actor, sought: MentorSought & { readonly companyId: string }): Promise<WhomToRing | undefined> {
    return this.db.read(actor, async (tx) => {
      const mentor = await findMentor(tx, sought);
      if (mentor?.email) return undefined;
      const reached = mentor?.phone ? mentor : await tx.row<Contact>(contactSql, [sought.companyId, sought.workplaceId]);
      return { mentorName: mentor?.name ?? null, name: reached?.name ?? null, phone: reached?.phone ?? null };
    });
  }

  /** Newest first. */
  list(
    actor: Actor,
    { workplace, slot, mine, on, cursor, limit = 50 }: PlacementFilter,
  ): Promise<{ readonly items: readonly PlacementView[]; readonly next: string | null }> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.rows<PlacementView>(
        `${viewSql}
          where ($3::uuid is null or p.workplace_id = $3) and ($4::uuid is null or p.slot_id = $4)
            and (not $5 or coalesce(r.reserved_by, k.owner_user_id) = $1) and ($6::date is null or (p.period @> $6::date and p.cancelled_at is null))
            and ($7::uuid is null or p.id < $7)
          order by p.id desc limit $8`,
        [actor.userId, tx.today, workplace ?? null, slot ?? null, mine ?? false, on ?? null, cursor ?? null, limit + 1],
      );
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}
