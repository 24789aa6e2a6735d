import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Language, type Tx } from '#platform';

export interface Mentor {
  readonly id: string;
  /** Where the mentor is employed; further workplaces are assignments of their own. */
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
  /** First day the training no longer counts; null: no end known. */
  readonly trainedUntil: string | null;
  readonly experience: string | null;
  readonly strengths: string | null;
  /** Whom the mentor suits, said from the work's side. */
  readonly suits: string | null;
  readonly considerationIds: readonly string[];
  /** ISO weekdays at work: 1 = Monday. */
  readonly weekdays: readonly number[];
  /** Of mails, and of the mentor's own page until the device says otherwise. */
  readonly language: Language;
  /** Trainees today, at all workplaces. */
  readonly trainees: number;
  /** On a pause today. */
  readonly away: boolean;
  readonly version: number;
}

export interface MentorHeadroom {
  readonly on: string;
  /** Mentors named there that day, away or not. */
  readonly mentors: number;
  /** What those not away accept together, minus whom they carry that day there and elsewhere; below zero when overfull. */
  readonly headroom: number;
  /** Of the mentors, those without training that counts that day: to be trained, never a reason to refuse. */
  readonly untrained: number;
  readonly away: number;
}

/** A mentor's columns; $2 is today. */
export const mentorColumns = `m.id, m.workplace_id as "workplaceId", w.company_id as "companyId", m.name, m.email, m.phone, m.accepts,
       m.active_from as "activeFrom", m.active_until as "activeUntil", m.trained_on as "trainedOn", m.trained_until as "trainedUntil",
       m.experience, m.strengths, m.suits, m.consideration_ids as "considerationIds", m.weekdays, m.language, m.version,
       (select count(*) from placement p where p.organisation_id = m.organisation_id and p.mentor_id = m.id
          and p.cancelled_at is null and p.starts_on <= $2::date and p.ends_on > $2::date) as trainees,
       exists (select from mentor_pause z where z.organisation_id = m.organisation_id and z.mentor_id = m.id and z.cancelled_at is null
          and z.starts_on <= $2::date and (z.ends_on is null or z.ends_on > $2::date)) as away`;
const select = `select ${mentorColumns} from mentor m join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id`;

/** One mentor; refuses with 404 when there is none. */
export const mentorOf = (tx: Tx, mentorId: string): Promise<Mentor> => tx.one<Mentor>(`${select} where m.id = $1`, [mentorId, tx.today]);

/** The mentors among these ids, by name. */
export const mentorsAmong = (tx: Tx, mentorIds: readonly string[]): Promise<Mentor[]> =>
  tx.rows<Mentor>(`${select} where m.id = any ($1::uuid[]) order by m.name, m.id`, [mentorIds, tx.today]);

/** What the mentors named at a workplace can still carry on a day, by the database's own count (`mentor_headroom`). */
export const headroomAt = (tx: Tx, workplaceId: string, on: string): Promise<MentorHeadroom> =>
  tx.one<MentorHeadroom>(
    `select $2 as "on", count(*) as mentors, count(*) filter (where not trained) as untrained, count(*) filter (where away) as away,
            mentor_headroom($1, $2::text::date) as headroom
       from mentors_on($2::text::date) where workplace_id = $1`,
    [workplaceId, on],
  );

/** Named at one of these workplaces: as the first, or by a further assignment that is not over ($2 is today). */
const namedAt = `(m.workplace_id = any ($1::uuid[]) or exists (
  select from mentor_workplace a where a.organisation_id = m.organisation_id and a.mentor_id = m.id
     and a.workplace_id = any ($1::uuid[]) and (a.ends_on is null or a.ends_on > $2::date)))`;
const activeFirst = 'order by coalesce(m.active_until <= $2::date, false), m.name, m.id limit 100';

@Injectable()
export class MentorsQueries {
  constructor(private readonly db: Db) {}

  /** A workplace's mentors, active ones first, with the headroom they give on a day (today unless said). */
  workplace(actor: Actor, { workplaceId, on }: { readonly workplaceId: string; readonly on?: string }): Promise<MentorHeadroom & { items: Mentor[] }> {
    return this.db.read(actor, async (tx) => {
      const [, items, headroom] = await Promise.all([
        tx.one('select 1 from workplace where id = $1', [workplaceId]),
        tx.rows<Mentor>(`${select} where ${namedAt} ${activeFirst}`, [[workplaceId], tx.today]),
        headroomAt(tx, workplaceId, on ?? tx.today),
      ]);
      return { ...headroom, items };
    });
  }

  /** A company's mentors at all its workplaces, active ones first; at most 100. */
  company(actor: Actor, { companyId }: { readonly companyId: string }): Promise<Mentor[]> {
    return this.db.read(actor, (tx) => tx.rows<Mentor>(`${select} where w.company_id = $1 ${activeFirst}`, [companyId, tx.today]));
  }

  /** Mentors who are or will be active at any of these workplaces, by name; at most 500. */
  atWorkplaces(actor: Actor, { workplaceIds }: { readonly workplaceIds: readonly string[] }): Promise<Mentor[]> {
    return this.db.read(actor, (tx) =>
      tx.rows<Mentor>(
        `${select} where ${namedAt} and (m.active_until is null or m.active_until > $2::date) order by m.name, m.id limit 500`,
        [workplaceIds, tx.today],
      ),
    );
  }

  /** One mentor; refuses with 404 when there is none. */
  one(actor: Actor, { mentorId }: { readonly mentorId: string }): Promise<Mentor> {
    return this.db.read(actor, (tx) => mentorOf(tx, mentorId));
  }
}
