import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '#platform';
import { raiseTask } from '#tasks';

interface Due {
  readonly courseId: string;
  readonly subjectId: string;
  readonly occasion: string;
  readonly kind: 'follow-up' | 'criterion-review';
  readonly owner: string | null;
  readonly dueOn: string;
}

const dueSql = `
select * from (
select k.id as "courseId", k.id as "subjectId", k.next_follow_up_on::text as occasion, 'follow-up' as kind, k.owner_user_id as owner, k.next_follow_up_on as "dueOn"
  from course k where k.closed_on is null and k.next_follow_up_on <= $1::date
union all
select k.id, w.id, w.review_on::text, 'criterion-review', k.owner_user_id, w.review_on
  from course k
  join start_terms t on t.organisation_id = k.organisation_id and t.course_id = k.id
  join what_it_takes w on w.organisation_id = t.organisation_id and w.start_terms_id = t.id
 where k.closed_on is null and w.met_on is null and w.review_on <= $1::date
   and exists (select from placement p where p.organisation_id = t.organisation_id and p.start_terms_id = t.id)) due
 where not exists (select from task t where t.organisation_id = app_organisation() and t.kind = due.kind and t.subject_id = due."subjectId" and t.occasion = due.occasion)
 order by due."dueOn" limit 2000`;

/** Follow-ups whose day has come, and what-it-takes criteria to be looked at: a task each, once per day it was due. */
@Injectable()
export class RaiseCourseTasks {
  constructor(private readonly db: Db) {}

  run(actor: Actor): Promise<number> {
    return this.db.write(actor, raiseDue, 30_000);
  }
}

async function raiseDue(tx: Tx): Promise<number> {
  let raised = 0;
  for (const { courseId, subjectId, occasion, kind, owner, dueOn } of await tx.rows<Due>(dueSql, [tx.today])) {
    const task = { kind, subject: kind === 'follow-up' ? 'course' : 'criterion', subjectId, occasion, userId: owner, dueOn, facts: { courseId } };
    if (await raiseTask(tx, task)) raised += 1;
  }
  return raised;
}
