import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { affectedSlots, type AffectedSlot } from './affected-slots.js';
import { mentorStatesOf, type MentorState } from './mentor-state.rules.js';
import { mentorOf, type Mentor } from './mentors.queries.js';
import { pausesOf, type MentorPause } from './pause-mentor.js';

/** Where a mentor works, with what all mentors there can still carry today. */
export interface MentorsWorkplace {
  readonly workplaceId: string;
  readonly companyId: string;
  readonly company: string;
  readonly workplace: string;
  readonly town: string | null;
  readonly from: string;
  readonly until: string | null;
  /** The further assignment; null: where the mentor is employed. */
  readonly assignmentId: string | null;
  readonly version: number;
  readonly headroom: number;
}

/** A trainee now or to come, without who it is. */
export interface MentorsTrainee {
  readonly placementId: string;
  readonly workplace: string;
  readonly agreementId: string | null;
  readonly from: string;
  readonly until: string;
}

export interface MentorPage {
  readonly mentor: Mentor;
  readonly states: readonly MentorState[];
  readonly company: string;
  readonly considerations: readonly string[];
  readonly workplaces: readonly MentorsWorkplace[];
  readonly agreements: readonly { readonly id: string; readonly title: string; readonly model: string }[];
  readonly trainees: readonly MentorsTrainee[];
  /** Pauses that are not over, each with the places it touches. */
  readonly pauses: readonly (MentorPause & { readonly slots: readonly AffectedSlot[] })[];
}

const workplacesSql = `
select at.workplace_id as "workplaceId", c.id as "companyId", c.name as company, w.name as workplace, w.town, at.starts as "from", at.ends as "until",
       at.assignment as "assignmentId", at.version, mentor_headroom(at.workplace_id, $2::date) as headroom
  from (select m.workplace_id, m.active_from as starts, m.active_until as ends, null::uuid as assignment, m.version from mentor m where m.id = $1
        union all
        select a.workplace_id, a.starts_on, a.ends_on, a.id, a.version from mentor_workplace a where a.mentor_id = $1 and (a.ends_on is null or a.ends_on > $2::date)) at
  join workplace w on w.organisation_id = (select app_organisation()) and w.id = at.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
 order by at.assignment nulls first, at.starts, w.name limit 50`;

const agreementsSql = `
select a.id, a.title, a.model from agreement_mentor am
  join agreement a on a.organisation_id = am.organisation_id and a.id = am.agreement_id
 where am.mentor_id = $1 and (a.ends_on is null or a.ends_on > $2::date) order by a.title, a.id limit 50`;

const traineesSql = `
select p.id as "placementId", w.name as workplace, s.agreement_id as "agreementId", p.starts_on as "from", p.ends_on as "until"
  from placement p
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  left join slot s on s.organisation_id = p.organisation_id and s.id = p.slot_id
 where p.mentor_id = $1 and p.cancelled_at is null and p.ends_on > $2::date
 order by p.starts_on, p.id limit 50`;

/** Pauses with the places each touches from its first day (or today, when it has begun). */
async function pausesWithSlots(tx: Tx, mentorId: string): Promise<MentorPage['pauses']> {
  const pauses = await pausesOf(tx, mentorId);
  return Promise.all(pauses.map(async (pause) => ({ ...pause, slots: await affectedSlots(tx, mentorId, pause.from > tx.today ? pause.from : tx.today, pause.until) })));
}

@Injectable()
export class MentorPageQueries {
  constructor(private readonly db: Db) {}

  /** All that a mentor's page for staff shows; refuses with 404 when there is none. */
  page(actor: Actor, { mentorId }: { readonly mentorId: string }): Promise<MentorPage> {
    return this.db.read(actor, async (tx) => {
      const mentor = await mentorOf(tx, mentorId);
      const here = [mentorId, tx.today];
      const [company, considerations, workplaces, agreements, trainees, pauses] = await Promise.all([
        tx.one<{ name: string }>('select name from company where id = $1', [mentor.companyId]),
        tx.rows<{ name: string }>('select case $2 when $3 then name_en else name_da end as name from consideration where id = any ($1::uuid[]) order by position', [mentor.considerationIds, actor.language, 'en']),
        tx.rows<MentorsWorkplace>(workplacesSql, here),
        tx.rows<MentorPage['agreements'][number]>(agreementsSql, here),
        tx.rows<MentorsTrainee>(traineesSql, here),
        pausesWithSlots(tx, mentorId),
      ]);
      return { mentor, states: mentorStatesOf({ ...mentor, today: tx.today }), company: company.name, considerations: considerations.map(({ name }) => name), workplaces, agreements, trainees, pauses };
    });
  }

  /** Whose pause it is; refuses with 404 when there is none. */
  async ofPause(actor: Actor, pauseId: string): Promise<string> {
    return (await this.db.read(actor, (tx) => tx.one<{ id: string }>('select mentor_id as id from mentor_pause where id = $1', [pauseId]))).id;
  }

  /** Whose further workplace it is; refuses with 404 when there is none. */
  async ofAssignment(actor: Actor, assignmentId: string): Promise<string> {
    return (await this.db.read(actor, (tx) => tx.one<{ id: string }>('select mentor_id as id from mentor_workplace where id = $1', [assignmentId]))).id;
  }

  /** Where else the mentor could be named: the company's other workplaces, and those of the agreements (clusters) the mentor is in. */
  possibleWorkplaces(actor: Actor, { mentorId }: { readonly mentorId: string }): Promise<{ readonly id: string; readonly name: string }[]> {
    return this.db.read(actor, (tx) => tx.rows<{ id: string; name: string }>(possibleSql, [mentorId, tx.today]));
  }
}

const possibleSql = `
select x.id, c.name || case when x.name = c.name then '' else ', ' || x.name end || coalesce(', ' || x.town, '') as name
  from mentor m
  join workplace own on own.organisation_id = m.organisation_id and own.id = m.workplace_id
  join workplace x on x.organisation_id = m.organisation_id and x.id <> m.workplace_id and x.closed_on is null
   and (x.company_id = own.company_id or x.id in (
         select aw.workplace_id from agreement_mentor am
           join agreement_workplace aw on aw.organisation_id = am.organisation_id and aw.agreement_id = am.agreement_id
          where am.organisation_id = m.organisation_id and am.mentor_id = m.id))
  join company c on c.organisation_id = x.organisation_id and c.id = x.company_id
 where m.id = $1 and not exists (select from mentor_workplace a where a.organisation_id = m.organisation_id and a.mentor_id = m.id and a.workplace_id = x.id and (a.ends_on is null or a.ends_on > $2::date))
 order by 2, 1 limit 100`;
