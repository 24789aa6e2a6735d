import { Injectable } from '@nestjs/common';
import { monthRequestsOf, type MonthRequests } from '#agreements';
import { appetiteAt, type Appetite } from '#companies';
import { Db, type Actor, type Tx } from '#platform';
import { capLeft } from './cap-left.js';

/** Somebody who can be mentor of an opening on the first day it can be used. */
export interface OpeningMentor {
  readonly id: string;
  readonly name: string;
  readonly trained: boolean;
  readonly away: boolean;
  /** Trainees the mentor can still carry that day; never below zero. */
  readonly room: number;
}

/** One opening with all that is known of it. Someone else's held opening is not there yet: 404. */
export interface OpeningView {
  readonly id: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly workplaceId: string;
  readonly workplaceName: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  readonly municipalityCode: string | null;
  readonly sectorId: string | null;
  readonly slotId: string | null;
  readonly agreementId: string | null;
  readonly model: string | null;
  readonly kind: string;
  readonly tasks: string;
  readonly minutesPerWeek: number;
  readonly pathToHours: string | null;
  readonly considerationIds: readonly string[];
  readonly considerations: readonly string[];
  readonly places: number;
  readonly taken: number;
  /** So many the agreement still holds in all, whichever of its places; null where no cap was agreed. */
  readonly capLeft: number | null;
  readonly freeFrom: string;
  readonly freeUntil: string | null;
  /** A slot's next gap after that. */
  readonly laterFrom: string | null;
  readonly laterUntil: string | null;
  readonly expiresOn: string | null;
  readonly mentorId: string | null;
  readonly mentorName: string | null;
  /** Everybody who can be mentor there on the first day it can be used, the likeliest first. */
  readonly mentors: readonly OpeningMentor[];
  readonly sharedBy: string | null;
  readonly sharedByName: string | null;
  readonly publishedAt: Date | null;
  readonly heldUntil: Date | null;
  readonly holdExtensions: number;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  /** How the workplace, or its company, stands to being asked. */
  readonly appetite: Appetite | null;
  /** Requests to the company this month, beside its own limit. */
  readonly requests: MonthRequests;
  readonly version: number;
}

export interface HeldOpening {
  readonly id: string;
  readonly companyName: string;
  readonly tasks: string;
  readonly places: number;
  readonly heldUntil: Date;
  readonly extensionsLeft: number;
}

/** What a new opening at a workplace would be like if only the three required fields were said. */
export interface OpeningDefaults {
  readonly workplaceId: string;
  readonly tasks: string | null;
  readonly kind: string;
  readonly minutesPerWeek: number;
  readonly pathToHours: string | null;
  readonly considerationIds: readonly string[];
  readonly mentorId: string | null;
}

@Injectable()
export class OpeningsQueries {
  constructor(private readonly db: Db) {}

  async one(actor: Actor, id: string): Promise<OpeningView> {
    return this.db.read(actor, async (tx) => {
      const opening = await tx.one<Omit<OpeningView, 'appetite' | 'requests' | 'mentors'>>(oneSql(actor), [id, actor.userId, tx.today]);
      const [appetite, requests, mentors] = await Promise.all([appetiteAt(tx, opening), monthRequestsOf(tx, opening.companyId), mentorsOf(tx, opening)]);
      return { ...opening, appetite, requests, mentors };
    });
  }

  /** What the asker holds: nobody else sees it before it comes into the pool. */
  held(actor: Actor): Promise<{ readonly items: readonly HeldOpening[] }> {
    return this.db.read(actor, async (tx) => ({ items: await tx.rows<HeldOpening>(heldSql, [actor.userId]) }));
  }

  /** Refuses with 404 for a workplace that does not exist. */
  defaults(actor: Actor, workplaceId: string): Promise<OpeningDefaults> {
    return this.db.read(actor, (tx) => tx.one<OpeningDefaults>(defaultsSql, [workplaceId]));
  }
}

const mentorsSql = `
select m.id, m.name, there.away, m.trained_on is not null and m.trained_on <= $3::date and (m.trained_until is null or m.trained_until > $3::date) as trained,
       greatest(0, m.accepts - (select count(*) from placement p
         where p.organisation_id = m.organisation_id and p.mentor_id = m.id and p.cancelled_at is null and p.starts_on <= $3::date and p.ends_on > $3::date))::int as room
  from mentors_of_place($1, $2, $3::date) there
  join mentor m on m.organisation_id = (select app_organisation()) and m.id = there.mentor_id
 order by m.id = $4::uuid desc nulls last, there.away, there.in_agreement desc, there.at_home desc, m.active_from, m.id limit 20`;

const mentorsOf = (tx: Tx, { workplaceId, agreementId, freeFrom, mentorId }: Pick<OpeningView, 'workplaceId' | 'agreementId' | 'freeFrom' | 'mentorId'>): Promise<OpeningMentor[]> =>
  tx.rows<OpeningMentor>(mentorsSql, [workplaceId, agreementId, freeFrom > tx.today ? freeFrom : tx.today, mentorId]);

const oneSql = ({ language }: Actor): string => `
select o.id, c.id as "companyId", c.name as "companyName", w.id as "workplaceId", w.name as "workplaceName", w.street,
       w.postal_code as "postalCode", w.town, o.municipality_code as "municipalityCode", o.sector_id as "sectorId",
       o.slot_id as "slotId", s.agreement_id as "agreementId", o.model, o.kind, o.tasks, o.minutes_per_week as "minutesPerWeek",
       o.path_to_hours as "pathToHours", o.consideration_ids as "considerationIds",
       array(select k.name_${language} from consideration k
              where k.organisation_id = o.organisation_id and k.id = any (o.consideration_ids) order by k.position) as considerations,
       o.places, o.taken, cap.remaining as "capLeft", o.free_from as "freeFrom", o.free_until as "freeUntil", o.later_from as "laterFrom", o.later_until as "laterUntil", o.expires_on as "expiresOn",
       o.mentor_id as "mentorId", m.name as "mentorName", o.shared_by as "sharedBy", u.name as "sharedByName",
       o.published_at as "publishedAt", o.held_until as "heldUntil", o.hold_extensions as "holdExtensions",
       o.withdrawn_at as "withdrawnAt", o.withdrawn_reason as "withdrawnReason", o.version
  from opening o
  join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join slot s on s.organisation_id = o.organisation_id and s.id = o.slot_id
  left join mentor m on m.organisation_id = o.organisation_id and m.id = o.mentor_id
  left join app_user u on u.organisation_id = o.organisation_id and u.id = o.shared_by
  ${capLeft('$3')}
 where o.id = $1 and (o.held_by is null or o.held_by = $2)`;

const heldSql = `
select o.id, c.name as "companyName", o.tasks, o.places, o.held_until as "heldUntil", 2 - o.hold_extensions as "extensionsLeft"
  from opening o
  join workplace w on w.organisation_id = o.organisation_id and w.id = o.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 where o.held_until is not null and o.held_by = $1 and o.withdrawn_at is null
 order by o.held_until limit 100`;

const defaultsSql = `
select w.id as "workplaceId", last.tasks, coalesce(last.kind, 'placement') as kind,
       coalesce(last.minutes_per_week, 1200) as "minutesPerWeek", last.path_to_hours as "pathToHours",
       coalesce(last.consideration_ids, '{}') as "considerationIds", last.mentor_id as "mentorId"
  from workplace w
  left join lateral (
       select p.tasks, p.kind, p.minutes_per_week, p.path_to_hours, p.consideration_ids,
              case when p.workplace_id = w.id then p.mentor_id end as mentor_id
         from opening p
         join workplace pw on pw.organisation_id = p.organisation_id and pw.id = p.workplace_id
        where p.organisation_id = w.organisation_id and pw.company_id = w.company_id
        order by p.workplace_id = w.id desc, p.created_at desc limit 1) last on true
 where w.id = $1`;
