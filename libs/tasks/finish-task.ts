import { Injectable } from '@nestjs/common';
import { journal } from '#journal';
import { Db, type Actor } from '#platform';
import { lockTask } from './lock-task.js';
import { taskOf, type Task } from './task-row.js';

/** Says that what a task asked for is done, or needs no doing, with a note if there is more to say. Refuses `task.done`, `edit.stale`. */
@Injectable()
export class FinishTask {
  constructor(private readonly db: Db) {}

  run(actor: Actor, { taskId, note, version }: { readonly taskId: string; readonly note?: string; readonly version: number }): Promise<Task> {
    return this.db.write(actor, async (tx) => {
      const { kind, companyId } = await lockTask(tx, actor, { taskId, version });
      await tx.run('update task set done_at = $2, done_by = $3, done_note = $4, version = version + 1 where id = $1', [taskId, tx.now, actor.userId, note ?? null]);
      await journal(tx, actor, { action: 'task.finished', subject: 'task', subjectId: taskId, companyId, after: { kind } });
      return taskOf(tx, actor, taskId);
    });
  }
}
