import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';

export interface Mentor {
  readonly id: string;
  readonly workplaceId: string;
  readonly companyId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** How many trainees at once. */
  readonly accepts: number;
  readonly activeFrom: string;
  /** First day no longer active. */
  readonly activeUntil: string | null;
  readonly trainedOn: string | null;
  /** Trainees today. */
  readonly trainees: number;
  readonly version: number;
}

export interface MentorHeadroom {
  readonly on: string;
  /** Mentors active that day. */
  readonly mentors: number;
  /** What they accept together, minus the placements at the workplace that cover the day; below zero when overfull. */
  readonly headroom: number;
  /** Active mentors without a training date: to be trained, never a reason to refuse. */
  readonly untrained: number;
}

const select = `select m.id, m.workplace_id as "workplaceId", w.company_id as "companyId", m.name, m.email, m.phone, m.accepts,
       m.active_from as "activeFrom", m.active_until as "activeUntil", m.trained_on as "trainedOn", m.version,
       (select count(*) from placement p where p.organisation_id = m.organisation_id and p.workplace_id = m.workplace_id
          and p.mentor_id = m.id and p.cancelled_at is null and p.period @> $2::date) as trainees
  from mentor m join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id`;

/** One mentor; refuses with 404 when there is none. */
export const mentorOf = (tx: Tx, mentorId: string): Promise<Mentor> => tx.one<Mentor>(`${select} where m.id = $1`, [mentorId, tx.today]);

/** The mentors among these ids, by name. */
export const mentorsAmong = (tx: Tx, mentorIds: readonly string[]): Promise<Mentor[]> =>
  tx.rows<Mentor>(`${select} where m.id = any ($1::uuid[]) order by m.name, m.id`, [mentorIds, tx.today]);

/** Sum of what the mentors active on a day accept, minus the placements that cover it at that workplace. */
export const headroomAt = (tx: Tx, workplaceId: string, on: string): Promise<MentorHeadroom> =>
  tx.one<MentorHeadroom>(
    `select $2 as "on", count(*) as mentors, count(*) filter (where trained_on is null) as untrained,
            (coalesce(sum(accepts), 0) - (select count(*) from placement p
              where p.workplace_id = $1 and p.cancelled_at is null and p.period @> $2::text::date))::int as headroom
       from mentor
      where workplace_id = $1 and active_from <= $2::text::date and (active_until is null or active_until > $2::text::date)`,
    [workplaceId, on],
  );

@Injectable()
export class MentorsQueries {
  constructor(private readonly db: Db) {}

  /** A workplace's mentors, active ones first, with the headroom they give on a day (today unless said). */
  workplace(actor: Actor, { workplaceId, on }: { readonly workplaceId: string; readonly on?: string }): Promise<MentorHeadroom & { items: Mentor[] }> {
    return this.db.read(actor, async (tx) => {
      const [, items, headroom] = await Promise.all([
        tx.one('select 1 from workplace where id = $1', [workplaceId]),
        tx.rows<Mentor>(
          `${select} where m.workplace_id = $1 order by coalesce(m.active_until <= $2::date, false), m.name, m.id limit 100`,
          [workplaceId, tx.today],
        ),
        headroomAt(tx, workplaceId, on ?? tx.today),
      ]);
      return { ...headroom, items };
    });
  }

  /** A company's mentors at all its workplaces, active ones first; at most 100. */
  company(actor: Actor, { companyId }: { readonly companyId: string }): Promise<Mentor[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<Mentor>(
        `${select} where w.company_id = $1 order by coalesce(m.active_until <= $2::date, false), m.name, m.id limit 100`,
        [companyId, tx.today],
      ),
    );
  }

  /** Mentors who are or will be active at any of these workplaces, by name; at most 500. */
  atWorkplaces(actor: Actor, { workplaceIds }: { readonly workplaceIds: readonly string[] }): Promise<Mentor[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<Mentor>(
        `${select} where m.workplace_id = any ($1::uuid[]) and (m.active_until is null or m.active_until > $2::date) order by m.name, m.id limit 500`,
        [workplaceIds, tx.today],
      ),
    );
  }

  /** One mentor; refuses with 404 when there is none. */
  one(actor: Actor, { mentorId }: { readonly mentorId: string }): Promise<Mentor> {
    return this.db.read(actor, (tx) => mentorOf(tx, mentorId));
  }
}
