import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Rounds, type Actor, type Tx } from '#platform';
import { raiseTask, settleTasks } from '#tasks';

interface Due {
  readonly id: string;
  readonly kind: VisitTask;
  readonly citizenId: string;
  readonly companyId: string;
  readonly workplaceId: string;
  readonly owner: string;
  /** The day it was, in Denmark. */
  readonly day: string;
  readonly dueOn: string;
}

/** `visit-outcome`: it has been, and nobody has said how it went. `visit-unanswered`: no time was agreed, and none is left. */
export const visitTasks = ['visit-outcome', 'visit-unanswered'] as const;
type VisitTask = (typeof visitTasks)[number];

/** The day after is early enough to ask: whoever was there writes it down on the day. Whose it is: whoever arranged it. */
const dueSql = `
select v.id, case when v.chosen is null then 'visit-unanswered' else 'visit-outcome' end as kind, v.citizen_id as "citizenId", w.company_id as "companyId",
       v.workplace_id as "workplaceId", v.arranged_by as owner, last.day, last.day + 1 as "dueOn"
  from visit v
  join workplace w on w.organisation_id = v.organisation_id and w.id = v.workplace_id
  cross join lateral (select max((t.starts_at at time zone 'Europe/Copenhagen')::date) as day from visit_time t
                       where t.organisation_id = v.organisation_id and t.visit_id = v.id and (v.chosen is null or t.number = v.chosen)) last
 where v.outcome_at is null and v.cancelled_at is null and last.day < $1::date
   and not exists (select from task t where t.organisation_id = v.organisation_id and t.subject_id = v.id and t.occasion = last.day::text
                      and t.kind = case when v.chosen is null then 'visit-unanswered' else 'visit-outcome' end)
 order by last.day limit 2000`;

/** The round: a visit whose day is over and that still waits for somebody. Once per visit and day it was set to. */
@Injectable()
export class RaiseVisitTasks implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.every('visits.raise-tasks', '25 5 * * *', this);
  }

  /** How many tasks are new. */
  run(actor: Actor): Promise<number> {
    return this.db.write(actor, keepVisits, 30_000);
  }
}

/** Every visit that waits for somebody has its task. */
export async function keepVisits(tx: Tx): Promise<number> {
  let raised = 0;
  for (const { id, kind, owner, day, dueOn, companyId, workplaceId, citizenId } of await tx.rows<Due>(dueSql, [tx.today])) {
    const task = { kind, subject: 'visit', subjectId: id, occasion: day, companyId, workplaceId, userId: owner, dueOn, facts: { citizenId, day } };
    if (await raiseTask(tx, task)) raised += 1;
  }
  return raised;
}

/** What was waited for has come: a time, an outcome, or a cancellation. */
export async function settleVisit(tx: Tx, visitId: string, userId: string | null): Promise<void> {
  for (const kind of visitTasks) await settleTasks(tx, kind, visitId, userId);
}
