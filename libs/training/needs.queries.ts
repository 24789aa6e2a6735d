import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { trainingNeed, trainingRules, type TrainedRole, type TrainingFacts, type TrainingModel, type TrainingNeed } from './training-needs.rules.js';

/** Somebody who should be trained, and why. */
export interface PersonToTrain extends TrainingNeed {
  readonly role: TrainedRole;
  /** A mentor, or a coordinator who is staff. */
  readonly mentorId: string | null;
  readonly userId: string | null;
  readonly name: string;
  readonly companyId: string | null;
  readonly company: string | null;
  readonly workplaceId: string | null;
  readonly agreementId: string;
  readonly agreementTitle: string;
  readonly model: TrainingModel;
  readonly contactUserId: string | null;
  /** When they are already asked to a session that lies ahead. */
  readonly sessionId: string | null;
}

type Row = Omit<PersonToTrain, keyof TrainingNeed> & Omit<TrainingFacts, 'role' | 'today'>;

/**
 * Mentors and coordinators of agreements that are on, whose training does not count on the day ($1); $3 one mentor, or
 * all; $4 the models that ask first at a match; $5 'untold': only those of whom there is no task open, and none done by hand
 * under this model since their training lapsed; 'told': only those of whom a task is open.
 */
const candidatesSql = `
with person as (
  select a.id as agreement_id, 'mentor' as role, am.mentor_id, null::uuid as user_id, am.mentor_id as told_of from agreement a
    join agreement_mentor am on am.organisation_id = a.organisation_id and am.agreement_id = a.id
   where a.activated_at is not null and (a.ends_on is null or a.ends_on > $1::date)
  union all
  select a.id, 'coordinator', a.coordinator_mentor_id, a.coordinator_user_id, coalesce(a.coordinator_mentor_id, a.id) from agreement a
   where a.activated_at is not null and (a.ends_on is null or a.ends_on > $1::date)
     and (a.coordinator_mentor_id is not null or a.coordinator_user_id is not null)
)
select person.role, person.mentor_id as "mentorId", person.user_id as "userId", coalesce(m.name, u.name) as name, c.id as "companyId", c.name as company,
       w.id as "workplaceId", a.id as "agreementId", a.title as "agreementTitle", a.model, coalesce(a.contact_user_id, c.responsible_user_id) as "contactUserId",
       (a.activated_at at time zone 'Europe/Copenhagen')::date as "signedOn", m.active_from as "namedOn",
       coalesce(m.trained_on, own.issued_on) as "trainedOn", coalesce(m.trained_until, own.expires_on) as "trainedUntil",
       (select min((p.created_at at time zone 'Europe/Copenhagen')::date) from slot s
          join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
         where s.organisation_id = a.organisation_id and s.agreement_id = a.id) as "matchedOn",
       (select e.session_id from training_enrolment e
          join training_session t on t.organisation_id = e.organisation_id and t.id = e.session_id and t.cancelled_at is null and t.starts_at > $2
          join training_course k on k.organisation_id = t.organisation_id and k.id = t.course_id and k.kind <> 'network'
         where e.organisation_id = a.organisation_id and e.declined_at is null and (e.mentor_id = person.mentor_id or e.user_id = person.user_id)
         order by t.starts_at limit 1) as "sessionId"
  from person
  join agreement a on a.organisation_id = (select app_organisation()) and a.id = person.agreement_id
  left join mentor m on m.organisation_id = a.organisation_id and m.id = person.mentor_id
  left join workplace w on w.organisation_id = m.organisation_id and w.id = m.workplace_id
  left join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  left join app_user u on u.organisation_id = a.organisation_id and u.id = person.user_id
  left join lateral (
       select x.issued_on, x.expires_on from training_certificate x
        where x.organisation_id = a.organisation_id and x.user_id = person.user_id and x.revoked_at is null order by x.expires_on desc limit 1) own on true
 where ($3::uuid is null or m.id = $3) and (m.id is null or m.active_until is null or m.active_until > $1::date)
   and (coalesce(m.trained_on, own.issued_on) is null or coalesce(m.trained_on, own.issued_on) > $1::date or coalesce(m.trained_until, own.expires_on) <= $1::date)
   and (a.model <> all ($4::text[]) or exists (select from slot s join placement p on p.organisation_id = s.organisation_id and p.slot_id = s.id and p.cancelled_at is null
                                                where s.organisation_id = a.organisation_id and s.agreement_id = a.id))
   and ($5::text is distinct from 'untold' or not exists (
        select from task t
         where t.organisation_id = a.organisation_id and t.kind = person.role || '-training' and t.subject_id = person.told_of
           and starts_with(t.occasion, a.id::text) and not t.overtaken
           and (t.done_at is null or coalesce(t.facts ->> 'model', a.model) = a.model)
           and (coalesce(m.trained_until, own.expires_on) is null or (t.facts ->> 'since')::date >= coalesce(m.trained_until, own.expires_on))))
   and ($5::text is distinct from 'told' or exists (
        select from task t
         where t.organisation_id = a.organisation_id and t.kind = person.role || '-training' and t.subject_id = person.told_of
           and starts_with(t.occasion, a.id::text) and t.done_at is null))
 order by a.activated_at, a.id, name limit case when $5::text = 'told' then null else 500 end`;

const firstAtMatch = (Object.keys(trainingRules) as TrainingModel[]).filter((model) => trainingRules[model].since === 'matched');

/** Of whom: one mentor, those nobody has been given the task for, those somebody has; all, unless said. */
interface Which {
  readonly mentorId?: string;
  readonly tasks?: 'untold' | 'told';
}

/** Who should be trained on a day; at most 500, the oldest agreements first (all of those with a task). */
export async function peopleToTrain(tx: Tx, on: string, { mentorId, tasks }: Which = {}): Promise<PersonToTrain[]> {
  const rows = await tx.rows<Row>(candidatesSql, [on, tx.now, mentorId ?? null, firstAtMatch, tasks ?? null]);
  return rows.flatMap(({ signedOn, namedOn, matchedOn, trainedOn, trainedUntil, ...person }) => {
    const need = trainingNeed({ model: person.model, role: person.role, today: on, signedOn, namedOn, matchedOn, trainedOn, trainedUntil });
    return need ? [{ ...person, ...need }] : [];
  });
}

/** What one mentor should be trained in today, under any agreement; the longest wanted first. */
export const needsOfMentor = async (tx: Tx, mentorId: string): Promise<PersonToTrain[]> =>
  (await peopleToTrain(tx, tx.today, { mentorId })).sort((a, b) => a.since.localeCompare(b.since));

@Injectable()
export class NeedsQueries {
  constructor(private readonly db: Db) {}

  /** Who should be trained today, and since when. */
  async people(actor: Actor): Promise<{ items: PersonToTrain[] }> {
    return { items: await this.db.read(actor, (tx) => peopleToTrain(tx, tx.today)) };
  }
}
