import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { ReferenceQueries, type Reference } from '#reference';

export type ReservationState = 'first' | 'queued' | 'accepted' | 'declined' | 'withdrawn' | 'expired';

/**
 * A reservation as colleagues see it: target group and reason, so that groups do not compete unseen (R4), never the
 * person. The case reference shows only to the one who reserved.
 */
export interface ReservationView {
  readonly id: string;
  readonly openingId: string;
  readonly companyName: string;
  readonly workplaceName: string;
  readonly tasks: string;
  readonly citizenRef: string | null;
  readonly targetGroup: string;
  readonly targetGroupName: string;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly minutesPerWeek: number;
  readonly measureType: string;
  readonly state: ReservationState;
  /** 0: first. From 1: the number in the queue. Null: over. */
  readonly position: number | null;
  readonly mine: boolean;
  readonly reservedByName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly callbackAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** Whether the mentor was asked by mail, and so may answer by the link. */
  readonly mentorAsked: boolean;
  /** Who was asked, to be rung. */
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  readonly mentorPhone: string | null;
  /** The match-driven agreement that is born with the yes; null: none was agreed on beforehand. */
  readonly agreement: { readonly contactUserId: string; readonly followUpWeeks: number; readonly followUpPlan: string } | null;
  readonly version: number;
}

export interface ReservationFilter {
  readonly opening?: string;
  readonly mine?: boolean;
  readonly live?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}

type Row = Omit<ReservationView, 'targetGroupName'>;

@Injectable()
export class ReservationsQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: ReferenceQueries,
  ) {}

  one(actor: Actor, id: string): Promise<ReservationView> {
    return this.db.read(actor, async (tx) =>
      named(
        await tx.one<Row>(`${viewSql} where r.id = $2`, [actor.userId, id]),
        await this.reference.current(tx),
        actor,
      ),
    );
  }

  /** Live reservations of one opening: who is first, then the queue in its order. */
  queue(actor: Actor, openingId: string): Promise<readonly ReservationView[]> {
    return this.db.read(actor, (tx) =>
      this.rows(
        tx,
        actor,
        `${viewSql} where r.opening_id = $2 and r.ended_at is null order by r.seat, r.created_at, r.id limit 200`,
        [openingId],
      ),
    );
  }

  /** Newest first. */
  list(
    actor: Actor,
    { opening, mine, live, cursor, limit = 50 }: ReservationFilter,
  ): Promise<{ readonly items: readonly ReservationView[]; readonly next: string | null }> {
    return this.db.read(actor, async (tx) => {
      const rows = await this.rows(
        tx,
        actor,
        `${viewSql} where ($2::uuid is null or r.opening_id = $2) and (not $3 or r.reserved_by = $1) and (not $4 or r.ended_at is null)
           and ($5::uuid is null or r.id < $5) order by r.id desc limit $6`,
        [opening ?? null, mine ?? false, live ?? false, cursor ?? null, limit + 1],
      );
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  private async rows(tx: Tx, actor: Actor, sql: string, params: readonly unknown[]): Promise<ReservationView[]> {
    const reference = await this.reference.current(tx);
    return (await tx.rows<Row>(sql, [actor.userId, ...params])).map((row) => named(row, reference, actor));
  }
}

const named = (row: Row, reference: Reference, { language }: Actor): ReservationView => {
  const group = reference.targetGroups(row.from).find(({ code }) => code === row.targetGroup);
  return { ...row, targetGroupName: (language === 'da' ? group?.nameDa : group?.nameEn) ?? row.targetGroup };
};

const viewSql = `
select r.id, r.opening_id as "openingId", c.name as "companyName", w.name as "workplaceName", o.tasks,
       case when r.reserved_by = $1 then r.citizen_ref end as "citizenRef", r.target_group_code as "targetGroup", r.reason,
       r.from_date as "from", r.until_date as "until", r.minutes_per_week as "minutesPerWeek", r.measure_type_code as "measureType",
       case when r.accepted_at is not null then 'accepted' when r.declined_at is not null then 'declined'
            when r.withdrawn_at is not null then 'withdrawn' when r.expired_at is not null then 'expired'
            when r.seat is not null then 'first' else 'queued' end as state,
       case when r.ended_at is not null then null when r.seat is not null then 0
            else (select 1 + count(*) from reservation q
                   where q.organisation_id = r.organisation_id and q.opening_id = r.opening_id and q.ended_at is null
                     and q.seat is null and (q.created_at, q.id) < (r.created_at, r.id)) end as position,
       r.reserved_by = $1 as mine, u.name as "reservedByName", r.created_at as "createdAt", r.expires_at as "expiresAt",
       r.callback_at as "callbackAt", r.ended_at as "endedAt", coalesce(r.decline_reason, r.withdrawn_reason) as "endReason",
       asked.at is not null as "mentorAsked", asked.id as "mentorId", asked.name as "mentorName", asked.phone as "mentorPhone", r.version,
       case when r.agreement_contact_user_id is not null then json_build_object('contactUserId', r.agreement_contact_user_id,
         'followUpWeeks', r.agreement_follow_up_weeks, 'followUpPlan', r.agreement_follow_up_plan) end as agreement
  from reservation r
  join opening o on o.organisation_id = r.organisation_id and o.id = r.opening_id
  join workplace w on w.organisation_id = r.organisation_id and w.id = r.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join app_user u on u.organisation_id = r.organisation_id and u.id = r.reserved_by
  left join lateral (
       select l.created_at as at, m.id, m.name, m.phone
         from mentor_link l
         left join mentor m on m.organisation_id = l.organisation_id and m.id = l.mentor_id
        where l.organisation_id = r.organisation_id and l.reservation_id = r.id
        order by l.created_at desc limit 1) asked on true`;
