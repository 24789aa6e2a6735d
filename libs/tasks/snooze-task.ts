import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { addDays, Db, invalid, type Actor } from '#platform';
import { lockTask } from './lock-task.js';
import { taskOf, type Task } from './task-row.js';

/** Half a year: what can wait longer is not a task. */
const longest = 182;

/**
 * Puts a task off to a day; until then it is on nobody's Min dag. It is escalated all the same: a manager sees that it
 * waits. Refuses 422 for a day that is not ahead or too far, `task.done`, `edit.stale`.
 */
@Injectable()
export class SnoozeTask {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { taskId, until, version }: { readonly taskId: string; readonly until: string; readonly version: number }): Promise<Task> {
    return this.db.write(actor, async (tx) => {
      const { kind, companyId } = await lockTask(tx, actor, { taskId, version });
      if (until <= tx.today) throw invalid({ field: 'until', code: 'fault.task.not-ahead' });
      if (until > addDays(tx.today, longest)) throw invalid({ field: 'until', code: 'fault.task.too-far' });
      await tx.run('update task set snoozed_until = $2, version = version + 1 where id = $1', [taskId, until]);
      await journal(tx, actor, { action: 'task.snoozed', subject: 'task', subjectId: taskId, companyId, after: { kind, until } });
      return taskOf(tx, actor, taskId);
    });
  }
}
