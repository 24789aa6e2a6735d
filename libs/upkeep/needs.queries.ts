import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Page, type Tx } from '#platform';
import { taskOf, tasksFor, type Task, type TaskSearch } from '#tasks';

/** Who might come to an empty place: counts only, never who. */
export interface FittingNeeds {
  readonly slotId: string;
  /** In the queue of its opening. */
  readonly waiting: number;
  /** Citizens with a job goal in its trade whose needs the place can meet and who are nowhere else from then on. */
  readonly goals: number;
}

const needsSql = `
select s.id as "slotId",
       (select count(*) from reservation r
         where r.organisation_id = s.organisation_id and r.opening_id = s.id and r.ended_at is null and r.seat is null) as waiting,
       (select count(*) from citizen k
         where k.organisation_id = s.organisation_id
           and exists (select from citizen_job_goal j where j.organisation_id = k.organisation_id and j.citizen_id = k.id and j.sector_id = s.sector_id)
           and exists (select from citizen_role l where l.organisation_id = k.organisation_id and l.citizen_id = k.id and l.valid @> $2::date)
           and not exists (select from citizen_consideration n
                            where n.organisation_id = k.organisation_id and n.citizen_id = k.id and n.consideration_id <> all (s.consideration_ids))
           and not exists (select from placement p join course q on q.organisation_id = p.organisation_id and q.id = p.course_id
                            where q.organisation_id = k.organisation_id and q.citizen_id = k.id and p.cancelled_at is null
                              and p.ends_on > greatest($2::date, o.free_from))) as goals
  from slot s
  join opening o on o.organisation_id = s.organisation_id and o.slot_id = s.id
 where s.id = any ($1::uuid[])`;

/** The needs that would fit each of these places, for refilling them. */
const fittingNeeds = async (tx: Tx, slotIds: readonly string[]): Promise<ReadonlyMap<string, FittingNeeds>> =>
  slotIds.length === 0 ? new Map() : new Map((await tx.rows<FittingNeeds>(needsSql, [slotIds, tx.today])).map((needs) => [needs.slotId, needs]));

export interface NeededTask extends Task {
  /** A refill's: who waits in the queue, and how many citizens' job goals fit. */
  readonly needs: Pick<FittingNeeds, 'waiting' | 'goals'> | null;
}

/** Tasks with the needs that would fit those that are refills. */
export async function withNeeds(tx: Tx, tasks: readonly Task[]): Promise<NeededTask[]> {
  const needs = await fittingNeeds(tx, tasks.filter(({ kind }) => kind === 'refill').map(({ subjectId }) => subjectId));
  return tasks.map((task) => {
    const fitting = needs.get(task.subjectId);
    return { ...task, needs: fitting ? { waiting: fitting.waiting, goals: fitting.goals } : null };
  });
}

/** The tasks' pages: as TasksQueries, and who might come where a place is to be filled. */
@Injectable()
export class NeededTasksQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, search: TaskSearch): Promise<Page<NeededTask>> {
    return this.db.read(actor, async (tx) => {
      const { items, next } = await tasksFor(tx, actor, search);
      return { items: await withNeeds(tx, items), next };
    });
  }

  one(actor: Actor, { taskId }: { readonly taskId: string }): Promise<NeededTask> {
    return this.db.read(actor, async (tx) => {
      const task = await taskOf(tx, actor, taskId);
      const [needed] = await withNeeds(tx, [task]);
      return needed ?? { ...task, needs: null };
    });
  }
}
