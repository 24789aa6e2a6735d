import { Injectable } from '@nestjs/common';
import { Db, notFound, type Actor, type Tx } from '#platform';
import { seeCourse } from './course-row.js';
import { hoursOfPlacement, type HoursFrom } from './segments.js';

/** One version of a work agreement, whole. */
export interface WorkAgreement {
  readonly id: string;
  readonly number: number;
  readonly placementId: string;
  readonly companyName: string;
  readonly workplaceName: string;
  readonly from: string;
  readonly until: string;
  readonly minutesPerWeek: number;
  /** From a day, so many minutes a week, until the next; none: `minutesPerWeek` all along. */
  readonly hours: readonly HoursFrom[];
  readonly pen: 'citizen' | 'consultant' | 'caseworker';
  /** Who answers for the text, and whom to reach in the organisation (R72, R73). */
  readonly responsible: string;
  readonly responsiblePhone: string | null;
  readonly goal: string;
  readonly purpose: string;
  readonly tasks: string;
  readonly attendance: string;
  readonly mentorName: string | null;
  readonly mentorTasks: string | null;
  readonly milestones: readonly { readonly milestone: string; readonly dueOn: string | null; readonly paidHours: boolean }[];
  readonly signatures: readonly { readonly party: 'citizen' | 'company' | 'organisation'; readonly signedOn: string; readonly onBehalfReason: string | null; readonly by: string | null }[];
  readonly writtenOn: string;
}

const versionsSql = `
select a.id, a.number, a.placement_id as "placementId", c.name as "companyName", w.name as "workplaceName", p.starts_on as "from", p.ends_on as "until",
       p.minutes_per_week as "minutesPerWeek", ${hoursOfPlacement} as hours, a.pen, r.name as responsible, r.phone as "responsiblePhone", a.goal, a.purpose, a.tasks, a.attendance,
       m.name as "mentorName", a.mentor_tasks as "mentorTasks", (a.created_at at time zone 'Europe/Copenhagen')::date as "writtenOn",
       (select json_agg(json_build_object('milestone', s.milestone, 'dueOn', s.due_on, 'paidHours', s.paid_hours) order by s.position)
          from work_agreement_milestone s where s.organisation_id = a.organisation_id and s.work_agreement_id = a.id) as milestones,
       coalesce((select json_agg(json_build_object('party', s.party, 'signedOn', s.signed_on, 'onBehalfReason', s.on_behalf_reason, 'by', u.name) order by s.id)
                   from work_agreement_signature s
                   left join app_user u on u.organisation_id = s.organisation_id and u.id = s.created_by
                  where s.organisation_id = a.organisation_id and s.work_agreement_id = a.id), '[]') as signatures
  from work_agreement a
  join placement p on p.organisation_id = a.organisation_id and p.id = a.placement_id
  join workplace w on w.organisation_id = p.organisation_id and w.id = p.workplace_id
  join company c on c.organisation_id = w.organisation_id and c.id = w.company_id
  join app_user r on r.organisation_id = a.organisation_id and r.id = a.responsible_user_id
  left join mentor m on m.organisation_id = a.organisation_id and m.id = a.mentor_id
 where a.course_id = $1
 order by a.number desc limit 100`;

@Injectable()
export class WorkAgreementsQueries {
  constructor(private readonly db: Db) {}

  /** Every version, newest first. */
  ofCourse(actor: Actor, courseId: string): Promise<{ items: WorkAgreement[] }> {
    return this.db.touch(actor, async (tx) => {
      await seeCourse(tx, actor, courseId);
      return { items: await versionsOf(tx, courseId) };
    });
  }

  /** One version, with what the citizen is called on the paper. */
  one(actor: Actor, courseId: string, id: string): Promise<WorkAgreement & { readonly pseudonym: string; readonly newest: boolean }> {
    return this.db.touch(actor, async (tx) => {
      const { pseudonym } = await seeCourse(tx, actor, courseId);
      const versions = await versionsOf(tx, courseId);
      const version = versions.find((each) => each.id === id);
      if (!version) throw notFound();
      return { ...version, pseudonym, newest: version === versions[0] };
    });
  }
}

const versionsOf = (tx: Tx, courseId: string): Promise<WorkAgreement[]> => tx.rows<WorkAgreement>(versionsSql, [courseId]);
